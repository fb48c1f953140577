"""Who did what to whom: one normalised reading of the parse, whatever the construction.

A path such as ``obj.in`` leads from a trigger to the tokens that fill a role. Steps:

- ``subj`` who does it: subject, "by" agent, controller, antecedent, owner of an event noun
- ``obj`` whom it is done to: object, passive subject, antecedent, the noun a participle describes
- ``iobj``, ``comp`` (object or adjective complement), ``attr``
- ``head`` the noun that a preposition hangs on, ``pobj`` what stands behind it
- ``holder`` who bears a role noun ("Igor Sechin, the head of …"), or the noun itself ("the head of … met");
  ``bearer`` only the former, ``nameless`` only the latter; ``self`` the trigger
- ``poss`` possessor, ``mod`` adjective or noun before it, ``noun_mod`` only common nouns, ``appos``
- anything else is a preposition: ``with``, ``between``, ``on``
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from extract.addressees import recipients
from extract.clauses import event_subjects, objects, subjects
from extract.nominals import bearers, holders, modifiers, nameless, possessors
from extract.nouns import read_nouns
from extract.parse import Token
from extract.prepositions import prepositional
from extract.relatives import antecedents
from extract.roles import person_noun

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")
WITHIN = frozenset({"acl", "relcl", "amod", "appos"})  # what is said within a phrase, of its head alone
HONORIFICS = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Lord"})
PLURAL = ("NNS", "NNPS")
LISTING = frozenset({"PROPN", "PUNCT", "CCONJ", "ADP", "DET", "AUX"})
EVERYONE = frozenset({"all", "everybody", "everyone", "everything"})
INSTEAD_OF = frozenset({"instead of", "rather than"})


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a role; `negated` where the text takes just this one out ("A but not B")."""

    token: Token
    negated: bool = False


def follow(trigger: Token, path: str) -> Sequence[Token]:
    """The tokens at the end of a path, coordination not yet opened."""
    answers, asked = trigger.doc.answers, (path, trigger.i)
    if asked not in answers:
        answers[asked] = tuple(_follow(trigger, path))
    return answers[asked]


def _follow(trigger: Token, path: str) -> list[Token]:
    here = [trigger]
    for step in path.split("."):
        there: list[Token] = []
        for token in here:
            found = _steps().get(step, lambda t, s=step: prepositional(t, s))(token)
            own = step == "mod" and token != trigger and token.pos_ == "PROPN" and not _title(token)
            there += [t for t in found if t.dep_ != "compound"] if own else found  # not words of one name
        here = there
        if not here:
            break
    return here


def _title(word: Token) -> bool:
    """ "as Vice President": titles with capitals are no names."""
    return word.text in read_nouns().titles


def fill(trigger: Token, paths: tuple[str, ...]) -> Sequence[Filler]:
    """The fillers of the first path that leads anywhere, coordination opened."""
    answers, asked = trigger.doc.answers, (paths, trigger.i)
    if asked not in answers:
        answers[asked] = _fill(trigger, paths)
    return answers[asked]


def _fill(trigger: Token, paths: tuple[str, ...]) -> list[Filler]:
    for path in paths:
        tokens = follow(trigger, path)
        if path in ("bracketed", "just_before", "firm", "namesake", "own_name", "possessed", "set_off") or (
            path in ("holder", "bearer")
            and trigger.dep_ not in ("attr", "oprd")
            and trigger.tag_ not in PLURAL
        ):
            found = [Filler(token) for token in tokens]
        elif path == "holder" and list(tokens) == [trigger] and trigger.dep_ != "conj":
            beside = coordinated(
                trigger, beside=True
            )  # "Merkel's supporters and the police": of the first alone
            found = [f for f in beside if f.token == trigger or f.token.pos_ != "NOUN"]
        else:
            within = trigger.dep_ in WITHIN
            found = [
                filler
                for token in tokens
                for filler in coordinated(token, beside=not within)
                if filler.token.i <= trigger.i or not _told_of(token, filler.token, trigger)
                if not (
                    trigger.dep_ == "amod"
                    and trigger.i < token.i < filler.token.i
                    and _own_words(filler.token)
                )
            ]
        if path == "owned":
            found = [f for f in found if f.token in tokens or not _of_others(f.token)]
        if found:
            return found
    return []


def _own_words(name: Token) -> bool:
    """ "Ambani-controlled RCom and South African telecom major MTN": the second has words of its own before it."""
    before = [c for c in name.children if c.dep_ in ("amod", "nmod", "compound") and c.i < name.i]
    return any(t.ent_type_ == "NORP" for c in before for t in (c, *c.children))


def _told_of(first: Token, other: Token, trigger: Token) -> bool:
    """ "Shell, a firm based in London, and BP": what is told of the first before the other comes is its own."""
    return other != first and first.i < trigger.i and first.is_ancestor(trigger)


def coordinated(token: Token, beside: bool = False) -> list[Filler]:
    """A nominal and all that is coordinated with it: "A, B and C"; "but not B" comes back negated.

    With `beside`, also who is named "together with" it.
    """
    neither = _neither(token)
    found = [Filler(token, neither or _denied(token)), *(Filler(t, True) for t in _contrasts(token))]
    for (
        child
    ) in token.children:  # "at Eton College and Brasenose College", where the last is read as the head
        joined = any(g.dep_ == "cc" for g in child.children) or _first_listed(child, token)
        if child.dep_ == "nmod" and child.pos_ == "PROPN" and joined:
            found.append(Filler(child, neither or _denied(child)))
    found += [Filler(child, neither) for child in token.children if _next_listed(child, token)]
    stack = [filler.token for filler in found if not filler.negated or filler.token == token]
    while stack:
        head = stack.pop()
        for child in head.children:
            if head != token and (_next_listed(child, head) or _first_listed(child, head)):
                found.append(Filler(child, neither))
                stack.append(child)
            if child.dep_ != "conj" or child.pos_ not in NOMINAL or _begins(child, head):
                continue
            if child.pos_ != "ADJ" or head.pos_ == "ADJ" or child.ent_type_ == "NORP":
                found.append(Filler(child, neither or _denied(child) or _spared(child, head)))
                stack.append(child)
        for name in _together_with(head) if beside else ():
            found.append(Filler(name, neither))
            stack.append(name)
    return found


def _begins(name: Token, first: Token) -> bool:
    """ "could not back the bill and Chad would": the second is the subject of what follows."""
    after = name.right_edge.i + 1
    if first.dep_ != "dobj" or after >= len(name.doc) or name.doc[after].tag_ != "MD":
        return False
    verb = name.doc[after].head
    return verb.i > after and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _spared(name: Token, crowd: Token) -> bool:
    """ "everyone but Lena Ortiz", "all the banks but Shell": not that one."""
    first = name.left_edge
    if first.i == 0 or first.nbor(-1).lower_ != "but":
        return False
    return crowd.lower_ in EVERYONE or any(
        c.dep_ in ("det", "predet") and c.lower_ in ("all", "every", "each") for c in crowd.children
    )


def _first_listed(child: Token, name: Token) -> bool:
    """ "to Kiribati, Samoa and Fiji", where the first is read as a word before the second."""
    if child.dep_ != "nmod" or child.ent_type_ != "GPE" or name.ent_type_ != "GPE" or child.i > name.i:
        return False
    after = child.nbor(1)
    return after.text == "," or (after.lower_ == "and" and child.pos_ == "PROPN")


def _next_listed(child: Token, name: Token) -> bool:
    """ "Samsung, LG, and Hyundai", where the parse reads the second as an apposition to the first."""
    if child.dep_ != "appos" or child.pos_ != "PROPN" or name.pos_ != "PROPN" or child.i < name.i:
        return False
    joined = any(c.dep_ in ("conj", "appos") and c.pos_ == "PROPN" for c in child.children)
    joined = joined or (
        child.ent_type_ == "GPE" and any(c.dep_ == "conj" and c.i > child.i for c in name.children)
    )
    plain = not any(c.i < child.i and c.dep_ in ("det", "poss", "amod") for c in child.children)
    titled = {child.left_edge.text, name.left_edge.text} <= HONORIFICS
    return joined and plain and (titled or (child.ent_type_ != "" and child.ent_type_ == name.ent_type_))


def _together_with(token: Token) -> list[Token]:
    """ "Shell, together with its owner, was fined", "Shell was fined along with BP": one more of them."""
    verb = token.head
    told = [token, *(c for c in token.children if c.dep_ == "appos")]
    beside = [c for word in told for c in word.children if c.dep_ == "prep"]
    if token.dep_ in ("nsubjpass", "dobj") and verb.pos_ == "VERB":
        beside += [c for c in verb.children if c.dep_ == "prep" and c.i > token.i]
    return [
        name
        for preposition in beside
        for with_ in (preposition, *preposition.children)
        if with_.lower_ == "with" and with_.i and with_.nbor(-1).lower_ in ("together", "along")
        for name in with_.children
        if name.dep_ == "pobj" and name != token
    ]


def _neither(token: Token) -> bool:
    """Whether all of a coordination is denied: "neither A nor B"."""
    behind = token.dep_ == "pobj"
    start = token.head.i if behind else token.left_edge.i
    before = token.doc[start - 1].lower_ if start > 0 else ""
    return (
        before == "neither"
        or (behind and before == "nor")
        or any(c.lower_ in ("neither", "nor") and c.dep_ in ("det", "preconj", "cc") for c in token.children)
    )


def _denied(token: Token) -> bool:
    if any(
        c.i < token.i and (c.dep_ == "neg" or (c.dep_ in ("cc", "preconj", "advmod") and c.lower_ == "not"))
        for c in token.children
    ):
        return True
    if token.dep_ not in ("conj", "pobj"):
        return False
    start = token.head.i if token.dep_ == "pobj" else token.left_edge.i  # "not by Britain"
    before = [t.lower_ for t in token.doc.words[max(0, start - 2) : start]]
    return before[-1:] == ["not"] or (token.dep_ == "conj" and " ".join(before) in INSTEAD_OF)


def _contrasts(token: Token) -> list[Token]:
    """Whom the text takes out beside a token: "A, not B", "bought A instead of B", "met A but not B"."""
    found = [
        c
        for c in token.children
        if c.dep_ == "appos" and c.i > token.i and _before(c) == "not" and c.pos_ in NOMINAL
    ]
    verb = token.head
    if token.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "ADP"):
        return found
    for child in verb.children:
        if child.i < token.i:
            continue
        if child.dep_ == "conj" and child.pos_ == "PROPN" and token.dep_ != "nsubj" and _denied(child):
            found.append(child)
        if child.dep_ == "prep" and child.doc[child.left_edge.i : child.i + 1].text.lower() == "instead of":
            found += [c for c in child.children if c.dep_ == "pobj" and token.dep_ == "dobj"]
    return found


def _before(token: Token) -> str:
    """The word right before a phrase, in small letters; the "not" of the phrase itself counts as before it."""
    first = token.left_edge
    if first.lower_ == "not":
        return "not"
    return token.doc[first.i - 1].lower_ if first.i > 0 else ""


def _modified(preposition: Token) -> list[Token]:
    """What a preposition tells of: its head, or the name right before it where the parse took the verb."""
    if preposition.head.pos_ == "PROPN":
        return [preposition.head]
    before = preposition.doc[preposition.i - 1] if preposition.i > 0 else preposition
    return [before] if before.pos_ == "PROPN" and before.dep_ == "pobj" else []


def _full_name(preposition: Token) -> list[Token]:
    """What a preposition tells of where it is a name of more than one word, and no title."""
    return [
        name
        for name in _modified(preposition)
        if any(c.pos_ == "PROPN" and c.i < name.i for c in name.children) and not person_noun(name)
    ]


def _owned(case: Token) -> list[Token]:
    """ "Goldman's Mary Miller": a person named right behind the possessive."""
    near = case.i + 1 < len(case.doc) and case.nbor(1).ent_type_ == "PERSON"
    return _possessed(case) if near else []


def _of_others(name: Token) -> bool:
    """ "Goldman's Mary Miller and Shell's Jan Berg": who has an owner of his own is none of the first one's."""
    return any(c.dep_ == "poss" for c in name.children)


def _own_firm(case: Token) -> list[Token]:
    """ "Jack Ma's Alpine Holdings": the name right behind the possessive whose last word makes it a firm's.

    Without it, it may as well be a book ("Rodin's Thinker") or whom he works for ("Cook's Apple").
    """
    nouns = read_nouns()
    return [
        name
        for name in _possessed(case)
        if nouns.firm(name.text)
        if all(t.pos_ in ("PROPN", "ADJ") for t in case.doc[case.i + 1 : name.i])
    ]


def _owner(case: Token) -> list[Token]:
    """Whose it is: the word before a possessive particle, whom "whose" tells of."""
    return antecedents(case) if case.tag_ == "WP$" else [case.head]


def _owned_thing(case: Token) -> list[Token]:
    """The noun that a possessive particle or "whose" gives an owner."""
    whose = case if case.tag_ == "WP$" else case.head
    return [whose.head] if whose.dep_ == "poss" else []


def _possessed(case: Token) -> list[Token]:
    """The name that a possessive particle or "whose" gives an owner."""
    return [name for name in _owned_thing(case) if name.pos_ == "PROPN"]


def _namesake(case: Token) -> list[Token]:
    """ "Japan's Mitsui Seito": the name that stands right behind a possessive."""
    return [
        name
        for name in _possessed(case)
        if name.dep_ != "poss"  # "Ghana's People's Party"
        if all(t.pos_ == "PROPN" or t.text == "-" for t in case.doc[case.i + 1 : name.i])
    ]


def _own_name(case: Token) -> list[Token]:
    """The same where its first word is no common noun: not "Workers' Party", "People's Bank"."""
    nouns = read_nouns()
    first = case.doc.words[case.i + 1 : case.i + 2]
    word = first[0].text if first else ""
    common = word.lower() in nouns.kinds or word.lower() in nouns.last or nouns.legal_form(word)
    return [] if common or case.head.tag_ == "NNS" else _namesake(case)


def _bracketed(token: Token) -> list[Token]:
    """ "Senator Tom Whitaker of Ohio (R)": the person whom the word right behind a bracket tells of."""
    marks = ("(", ",") if token.doc[token.i + 1 : token.i + 2].text == "-" else ("(",)
    if token.i < 2 or token.nbor(-1).text not in marks:
        return []
    name = token.nbor(-2)
    while name.ent_type_ != "PERSON" and name.head.i < name.i and name.head.pos_ in ("PROPN", "ADP"):
        name = name.head
    return [name] if name.pos_ == "PROPN" else []


def _set_off(preposition: Token) -> list[Token]:
    """ "Lukoil, under US sanctions, …": the name before the comma that sets a preposition off."""
    before = preposition.doc.words[max(0, preposition.i - 2) : preposition.i]
    return [before[0]] if len(before) == 2 and before[1].text == "," and before[0].pos_ == "PROPN" else []


def _listed(preposition: Token) -> list[Token]:
    """ "the ambassadors A of Norway, B of Chile and C of Ghana": the plural that heads the list."""
    place = preposition.i - 1
    while place >= 0:
        token = preposition.doc[place]
        if token.tag_ == "NNS":
            return [token]
        if (token.pos_ not in LISTING and token.lemma_ != "include") or token.is_sent_start:
            return []
        place -= 1
    return []


@cache
def _steps() -> dict[str, Callable[[Token], list[Token]]]:
    return {
        "subj": subjects,
        "obj": objects,
        "objs": lambda t: [f.token for o in objects(t) for f in coordinated(o) if not f.negated],
        "iobj": lambda t: recipients(t) or prepositional(t, "to"),
        "comp": lambda t: [
            c for c in t.children if c.dep_ in ("acomp", "oprd", "xcomp", "ccomp", "pcomp", "attr")
        ],
        "attr": lambda t: [c for c in t.children if c.dep_ in ("attr", "oprd")],
        "holder": holders,
        "bearer": lambda t: [h for h in holders(t) if h != t],
        "nameless": nameless,
        "self": lambda t: [t],
        "head": _modified,
        "above": lambda t: [t.head] if t.head != t else [],
        "pobj": lambda t: [c for c in t.children if c.dep_ == "pobj"],
        "poss": possessors,
        "noun_mod": lambda t: [m for m in modifiers(t) if m.pos_ == "NOUN" and m.dep_ == "compound"],
        "mod": modifiers,
        "acl": lambda t: [c for c in t.children if c.dep_ == "acl"],
        "told": lambda t: [c for c in t.children if c.dep_ == "relcl"],
        "appos": lambda t: [c for c in t.children if c.dep_ == "appos"],
        "of_subj": event_subjects,
        "with_head": bearers,
        "teller": lambda t: [],  # asked of the scene, in matching
        "full_name": _full_name,
        "owner": _owner,
        "owned": _owned,
        "firm": _own_firm,
        "namesake": _namesake,
        "own_name": _own_name,
        "possessed": _owned_thing,
        "set_off": _set_off,
        "next": lambda t: t.doc.words[t.i + 1 : t.i + 2],
        "npadvmod": lambda t: [c for c in t.children if c.dep_ == "npadvmod"],
        "bracketed": _bracketed,
        "listed": _listed,
        "just_before": lambda t: [w for w in t.doc[t.i - 1 : t.i] if w.pos_ == "PROPN"],
    }
