"""Who bears a role noun, whose it is, and what stands before it."""

from extract.grammar.clauses import event_subjects, objects, subjects
from extract.grammar.prepositions import prepositional
from extract.repairs.roles import person_noun
from extract.syntax.parse import Token
from extract.syntax.relatives import antecedents, passive
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words

CURRENCIES = frozenset(
    "crown crowns dlr dlrs dollar dollars franc francs krona kronor krone peso pesos pound pounds rupee rupees yen".split()
)
NAMING = frozenset(
    "appoint name nominate elect choose hire install pick tap promote confirm select describe portray know recruit "
    "employ engage retain list designate see regard recognise recognize replace use keep send reappoint "
    "fire sack dismiss remove oust depose suspend drop axe reinstate unseat topple eject want propose float tip favour "
    "announce introduce unveil declare proclaim anoint crown inaugurate tout "
    "favor prefer back position cast depict paint present frame brand label denounce characterise characterize "
    "identify".split()
)
COUNTING = frozenset({"count", "number", "list", "include", "have", "name", "rank"})
RUNNING = frozenset({"campaign", "compete", "run", "stand"})
OFFICES = frozenset("job office position post role title".split())
RACES = frozenset("battle bid campaign contest election nomination primary race run vote".split())
ELDEST = frozenset("eldest oldest youngest first second third last only".split())
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
ONE = frozenset({"a", "an", "another", "one", "the", "this", "that"})
SOME = frozenset({"another", "one", "some", "several", "many", "few", "two", "three"})


def holders(noun: Token) -> list[Token]:
    """Who bears a role noun: what it is in apposition to, stands before, or is said of."""
    return _holders(noun, 0)


def nameless(noun: Token) -> list[Token]:
    """A role noun itself where it tells of one alone whom nobody names: "a Shell engineer said"."""
    if noun.tag_ != "NN" or noun.dep_ not in STANDING or described_ahead(noun):
        return []
    if not any(c.dep_ == "poss" or (c.dep_ in ("det", "nummod") and c.lower_ in ONE) for c in noun.children):
        return []
    return [noun] if _holders(noun, 0) == [noun] else []


def described_ahead(noun: Token) -> bool:
    """ "A former engineer at Shell, Lena Ortiz said": the name behind the comma is who that is."""
    first = noun.left_edge
    if not first.is_sent_start:
        return False
    end = max(t.i for t in noun.subtree if t.i < noun.i or t.dep_ != "appos")
    return any(c.dep_ == "appos" for c in noun.children) or noun.doc[end + 1 : end + 2].text == ","


def _holders(noun: Token, depth: int) -> list[Token]:
    if depth > 4:
        return []
    head, dep = noun.head, noun.dep_
    told = _fronted(noun) or [n for c in noun.children for n in _told_name(c)]
    if told:
        return told
    named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and _apposed(c, noun)]
    if noun.tag_ == "NNS" and depth == 0:
        listed = _including(noun)
        if listed:
            return listed
    if dep == "appos":
        own = [n for n in named if n.left_edge.i == noun.i + 1]  # "A, his counterpart B and C": one of them
        return own[:1] or _born(head) or [head]
    if dep in ("compound", "nmod", "amod", "npadvmod") and head.pos_ == "PROPN" and noun.i < head.i:
        return [head]
    if not named and dep not in ("attr", "oprd", "acomp", "pobj"):
        named = _two_roles(noun)
    if named:
        return named
    if dep == "pobj" and head.lower_ == "of" and head.head.lemma_ in OFFICES:
        return event_subjects(head.head)  # "turned down the job of chief executive"
    if dep == "pobj" and (head.lower_ == "like" or _post(noun, head)):
        return []  # "acts like their lawyer", "the campaign for president of France"
    if dep == "attr" and _called(noun):
        return [noun]  # "the owner is a businessman called Nikos Pappas"
    if dep in ("attr", "oprd", "acomp") and head.pos_ in ("VERB", "AUX"):
        if passive(head):
            return objects(head)
        return [c for c in head.children if c.dep_ == "dobj"] or subjects(head)
    if dep == "ccomp" and head.lemma_ in ("name", "appoint", "elect"):
        return objects(head)
    if dep == "pobj" and head.lower_ in ("among", "of"):
        members = _members(noun, head, depth)
        if members:
            return members
    if dep == "nsubj" and head.lemma_ == "include":
        return objects(head) or [noun]
    if dep == "pobj" and head.lower_ == "as":
        return _behind_as(head)
    if dep == "pobj" and head.lower_ == "for" and head.head.lemma_ in RUNNING and head.head.pos_ == "VERB":
        return subjects(head.head)
    if dep == "conj" and head.pos_ in ("NOUN", "PROPN") and not (noun.tag_ == "NNS" and head.tag_ != "NNS"):
        if _another(noun, head):
            return [noun]
        found = _holders(head, depth + 1)
        if found and found != [head]:
            return found
    if dep in ("nsubj", "nsubjpass") and head.lemma_ == "be":
        attribute = [c for c in head.children if c.dep_ == "attr" and _names(c)]
        if attribute:
            return attribute
    return [noun]


def _another(noun: Token, first: Token) -> bool:
    """ "Mary Miller; the king of Oman", "Lena Ortiz and the head of Shell": one more, and no second role of the first."""
    if _parted(first, noun):
        return True
    own = any(
        c.dep_ in ("det", "poss") and c.lower_ in ("the", "his", "her", "its", "their") for c in noun.children
    )
    return own and first.ent_type_ == "PERSON" and first.text not in read_nouns().titles


def _parted(first: Token, noun: Token) -> bool:
    """Whether a semicolon stands between two: the second begins another entry of a list."""
    return any(t.text == ";" for t in noun.doc[first.i : noun.i])


def _including(noun: Token) -> list[Token]:
    """ "lawmakers of the party, including Lena Ortiz, …", "three directors, among them Jan Berg": who is named of them."""
    inner = [p for c in noun.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    owned = any(c.dep_ == "poss" or c.ent_type_ for c in noun.children if c.i < noun.i)
    if not owned and not any(
        p.pos_ == "PROPN" or p.tag_ == "PRP" or p.dep_ == "pobj" for p in inner if p.i > noun.i
    ):
        return []
    for told in (noun, *(p for p in inner if p.pos_ == "PROPN")):
        for child in told.children:
            if child.i <= noun.i or (told != noun and child.nbor(-1).text != ","):
                continue
            if child.lower_ == "including" and child.dep_ in ("prep", "acl"):
                found = [c for c in child.children if c.dep_ in ("pobj", "dobj")]
            elif child.lower_ == "among" and child.right_edge.i > child.i and child.nbor(1).lower_ == "them":
                found = [c for c in noun.children if c.dep_ == "appos" and c.i > child.i]
                found = found or [c for p in child.children for c in p.children if c.dep_ == "appos"]
            else:
                continue
            named = [c for c in found if c.pos_ == "PROPN"]
            if named:
                return named
    return []


def _two_roles(noun: Token) -> list[Token]:
    """ "founder and chief executive X": the name behind the second role."""
    return [
        name
        for second in noun.children
        if second.dep_ == "conj" and _role_like(second) and second.i < noun.i + 5
        for name in (*second.children, *noun.children)
        if name.dep_ in ("appos", "conj") and name.pos_ == "PROPN" and _behind(name, second)
    ] or [c for c in noun.children if _second_role(c, noun)]


def _behind_as(preposition: Token) -> list[Token]:
    """Who is told to be what stands behind "as": "named X as chairman", "with Lena Ortiz as its chairman"."""
    verb = preposition.head
    before = preposition.nbor(-1) if preposition.i else preposition
    if before.dep_ == "pobj" and before.pos_ == "PROPN" and before.head.lower_ == "with":
        return [before]
    if verb.pos_ == "NOUN":  # "the appointment of Mary Miller as chairman", "her time as chairman"
        seen = verb.dep_ == "dobj" and verb.lemma_ in read_words("watched")  # by one who held the office
        return subjects(verb.head) if seen else prepositional(verb, "of") or possessors(verb)
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    return (objects(verb) if verb.lemma_ in NAMING or passive(verb) else []) or subjects(verb)


def _post(noun: Token, preposition: Token) -> bool:
    """ "the race for president of France": the post, whoever may hold it."""
    bare = not any(c.dep_ in ("det", "poss") for c in noun.children)
    governor = preposition.head
    return bare and preposition.lower_ == "for" and governor.pos_ == "NOUN" and governor.lemma_ in RACES


def _fronted(noun: Token) -> list[Token]:
    """ "An admirer of Peru, she handed out caps": whom a description before the sentence tells of, a second subject."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or not noun.left_edge.is_sent_start:
        return []
    comma = max(t.i for t in noun.subtree) + 1
    behind = [c for c in noun.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > comma]
    set_off = noun.doc[comma : comma + 1].text == "," and not any(c.dep_ == "cc" for c in noun.children)
    return behind[:1] if set_off else []


def _told_name(clause: Token) -> list[Token]:
    """ "an engineer named Lena Ortiz": the name in a clause that tells it."""
    if clause.dep_ != "acl" or clause.lower_ not in ("called", "named") or clause.i - clause.head.i > 2:
        return []
    return [c for c in clause.children if c.dep_ in ("oprd", "dobj", "attr") and c.pos_ == "PROPN"][:1]


def _role_like(word: Token) -> bool:
    return word.pos_ == "NOUN" or word.text in read_nouns().titles


def _behind(name: Token, role: Token) -> bool:
    """Whether a name begins right behind a role, or behind the comma there."""
    gap = name.left_edge.i - role.i
    return gap == 1 or (gap == 2 and role.nbor(1).text == ",")


def _second_role(name: Token, noun: Token) -> bool:
    """ "its founder and chairman X", where the parse joins the name and not the second role."""
    second = name.left_edge
    if name.dep_ != "conj" or name.pos_ != "PROPN" or not _role_like(second) or second.i != noun.i + 2:
        return False
    return second.head == name and second.dep_ in ("compound", "nmod")


def _apposed(name: Token, noun: Token) -> bool:
    """Not "the owners of oil giant Yukos": the name right behind another noun is that noun's."""
    before = name.doc[name.left_edge.i - 1]
    person = name.ent_type_ == "PERSON" != before.ent_type_ and not person_noun(before)
    return before == noun or before.pos_ not in ("NOUN", "PROPN") or (person and noun.is_ancestor(before))


def _names(attribute: Token) -> bool:
    """Whether what somebody is said to be is a name: "X", "the businessman X"."""
    return (
        attribute.pos_ == "PROPN"
        or _called(attribute)
        or any(
            c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == attribute.i + 1
            for c in attribute.children
        )
    )


def _called(noun: Token) -> bool:
    """ "a businessman called Nikos Pappas"."""
    return any(
        name.pos_ == "PROPN"
        for c in noun.children
        if c.dep_ == "acl" and c.lower_ in ("called", "named")
        for name in c.children
    )


def _members(noun: Token, preposition: Token, depth: int) -> list[Token]:
    """ "is among the owners of", "counts X among its clients", "among the founders was X", "one of the owners"."""
    governor = preposition.head
    if preposition.lower_ == "of":
        picked = governor.lemma_ in SOME or governor.tag_ == "JJS" or governor.lower_ in ELDEST
        counted = picked and (governor.dep_ != "nsubj" or noun.tag_ == "NNS")
        return _holders(governor, depth + 1) if counted else []
    while governor.pos_ == "PROPN" and governor.dep_ in ("dobj", "conj") and governor.head != governor:
        governor = governor.head  # "counts A and B among its members", hung on B
    if governor.lemma_ in COUNTING:
        return objects(governor)
    if governor.pos_ == "AUX" or governor.lemma_ in ("rank", "remain"):
        named = [c for c in governor.children if c.dep_ in ("nsubj", "attr") and c != noun]
        return [t for c in named for t in antecedents(c)] or subjects(governor)
    return []


def _born(place: Token) -> list[Token]:
    """ "She was born in Lyon, the daughter of …": the daughter is not the town."""
    verb = place.head.head if place.dep_ == "pobj" else place.head
    if place.dep_ == "conj" and place.head.dep_ == "pobj":
        verb = place.head.head.head
    return objects(verb) if verb.lemma_ == "bear" and verb.pos_ == "VERB" else []


def modifiers(noun: Token) -> list[Token]:
    """What stands before a noun and tells of it, also where both stand before a name."""
    own = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "nummod") and c.i < noun.i]
    if noun.dep_ in ("compound", "nmod", "amod"):
        own += [
            c for c in noun.head.children if c.dep_ in ("compound", "nmod", "amod", "poss") and c.i < noun.i
        ]
    if noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ in ("vice", "deputy"):
        own.append(noun.nbor(-2))  # "a vice-president of Shell", three words to the parse
    if noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ in ("mega", "co", "ex"):
        own += [noun.nbor(-2), *(c for c in noun.nbor(-2).children if c.dep_ in ("amod", "compound", "nmod"))]
    own += [c for c in noun.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and c.i < noun.i]
    own = [c for c in own if not _set_off(c, noun) and not _of_money(c) and not _one_more(c)]
    deeper = [g for c in own for g in c.children if g.dep_ in ("compound", "amod", "nmod") and g.i < c.i]
    return own + deeper


def _one_more(word: Token) -> bool:
    """ "Berg's son, Per, and fixer Jan Holm": one more who is told of, though the parse puts him before the fixer."""
    return word.dep_ == "nmod" and word.pos_ == "NOUN" and any(c.dep_ == "appos" for c in word.children)


def _of_money(word: Token) -> bool:
    """ "a 4 billion Canadian dollar bid": whose money it is, and nobody's bid."""
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in CURRENCIES


def _set_off(word: Token, noun: Token) -> bool:
    """ "According to Reuters, board member Jan Berg": behind a preposition of its own, before a comma."""
    if word.dep_ != "nmod" or word.left_edge.i == 0 or word.i + 1 >= noun.i or word.nbor(1).text != ",":
        return False
    before = word.left_edge.nbor(-1)
    return before.pos_ == "ADP" and not any(t.dep_ == "cc" for t in word.doc[word.i : noun.i])


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Trump's friend", "his friend", "the company whose owner …"."""
    found = [c for c in noun.children if c.dep_ == "poss"]
    if not found and noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ == "ex":
        found = [c for c in noun.nbor(-2).children if c.dep_ == "poss"]
    own = any(c.i < noun.i and (c.ent_type_ in ("NORP", "GPE") or c.lower_ == "the") for c in noun.children)
    if not found and noun.dep_ == "conj" and not own:
        first = noun.head.head if noun.head.dep_ == "appos" else noun.head  # "his wife, A, and two sons"
        found = [c for c in first.children if c.dep_ == "poss"]
    if not found and noun.dep_ in ("compound", "nmod"):
        found = [c for c in noun.head.children if c.dep_ == "poss" and c.i < noun.i]
        if not found and _second_role(noun.head, noun.head.head):
            found = [c for c in noun.head.head.children if c.dep_ == "poss"]
        if not found and kinship(noun) is not None:
            found = _whose_family(noun)
    return [t for c in found for t in (_whose(c, noun) if c.tag_ == "WP$" else [c])]


def kinship(noun: Token) -> str | None:
    """How a relative is related: elder, brethren, offspring or consort; None for who is no relative."""
    kinds = {
        "elder": read_words("elders"),
        "brethren": read_words("brethren"),
        "offspring": read_words("offspring"),
        "consort": read_words("consorts"),
    }
    return next((kind for kind, words in kinds.items() if noun.lemma_ in words), None)


def _whose_family(relative: Token) -> list[Token]:
    """ "his wife Ruth, sons Per and Jan": whose the first relative is of those told together with these."""
    before = (t for t in reversed(relative.doc.words[: relative.i]) if kinship(t) is not None)
    nearest = next((t for t in before if any(c.dep_ == "poss" for c in t.children)), None)
    name = relative.head
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
        if nearest is not None and nearest in (name, name.head if name.dep_ == "appos" else name):
            return [c for c in nearest.children if c.dep_ == "poss"]
    return []


def _whose(pronoun: Token, noun: Token) -> list[Token]:
    """ "Shell, whose chairman, X, resigned": the noun may be read as apposed to the name."""
    return [noun.head] if noun.dep_ == "appos" else antecedents(pronoun)


def bearers(noun: Token) -> list[Token]:
    """Who has it: "a banker with a degree from …"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        told = noun.head.head
        if told.pos_ in ("NOUN", "PROPN") or (told.dep_ == "attr" and told.lower_ == "one"):
            return _holders(told, 0)
        fronted = told.pos_ == "VERB" and noun.head.dep_ == "prep" and noun.head.i < told.i
        if told.lemma_ == "be" or (fronted and noun.head.is_sent_start):  # "With mills in Chad, Shell grew"
            return subjects(told) if not passive(told) else objects(told)
    return []
