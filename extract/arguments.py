"""Who did what to whom: one normalised reading of the parse, whatever the construction.

A path such as ``obj.in`` leads from a trigger to the tokens that fill a role. Steps:

- ``subj`` who does it: subject, "by" agent, controller, antecedent, owner of an event noun
- ``obj`` whom it is done to: object, passive subject, antecedent, the noun a participle describes
- ``iobj``, ``comp`` (object or adjective complement), ``attr``
- ``holder`` who bears a role noun ("Igor Sechin, the head of …"), or the noun itself ("the head of … met");
  ``bearer`` only the former; ``self`` the trigger
- ``poss`` possessor, ``mod`` adjective or noun before it, ``appos``
- anything else is a preposition: ``with``, ``between``, ``on``
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

LIGHT = frozenset(
    (
        "have hold take make reach sign conduct give do launch begin start continue resume open enter "
        "conclude strike lead pursue hammer seek want propose plan announce cancel suspend impose "
        "maintain keep seal finalise finalize ink see attend join host request discuss break end lose win "
        "get gain secure receive set schedule"
    ).split()
)
COPULAS = frozenset("act be become remain serve stay work".split())
OBJECT_CONTROL = frozenset(
    (
        "ask tell urge force persuade allow help order invite enable encourage press push convince lead "
        "let authorize authorise permit require appoint name elect hire get"
    ).split()
)
NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a role; `negated` where the text takes just this one out ("A but not B")."""

    token: Token
    negated: bool = False


def follow(trigger: Token, path: str) -> list[Token]:
    """The tokens at the end of a path, coordination not yet opened."""
    here = [trigger]
    for step in path.split("."):
        there: list[Token] = []
        for token in here:
            there += _steps().get(step, lambda t, s=step: prepositional(t, s))(token)
        here = there
        if not here:
            break
    return here


def fill(trigger: Token, paths: Iterable[str]) -> list[Filler]:
    """The fillers of the first path that leads anywhere, coordination opened."""
    for path in paths:
        tokens = follow(trigger, path)
        if path in ("holder", "bearer") and trigger.dep_ not in ("attr", "oprd", "nsubj", "pobj"):
            found = [Filler(token) for token in tokens]
        else:
            found = [filler for token in tokens for filler in coordinated(token)]
        if found:
            return found
    return []


def coordinated(token: Token) -> list[Filler]:
    """A nominal and all that is coordinated with it: "A, B and C"; "but not B" comes back negated."""
    found = [Filler(token, _denied(token))]
    stack = [token]
    while stack:
        head = stack.pop()
        for child in head.children:
            if child.dep_ == "conj" and child.pos_ in NOMINAL and (child.pos_ != "ADJ" or head.pos_ == "ADJ"):
                found.append(Filler(child, _denied(child)))
                stack.append(child)
            elif child.dep_ == "prep" and child.lower_ in ("including", "like", "plus"):
                continue
    return found


def _denied(token: Token) -> bool:
    if any(
        c.dep_ == "neg" or (c.dep_ in ("cc", "preconj", "advmod") and c.lower_ == "not")
        for c in token.children
    ):
        return True
    before = token.left_edge.i - 1
    return token.dep_ == "conj" and before >= 0 and token.doc[before].lower_ == "not"


def passive(verb: Token) -> bool:
    """Whether a verb is used in the passive, "was sanctioned" or "sanctioned by"."""
    return verb.tag_ != "VBG" and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says; [] where the text does not tell."""
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if depth > 8:
        return []
    if verb.pos_ in ("NOUN", "PROPN"):
        return _event_subjects(verb, depth)
    participle = (
        verb.dep_ in ("acl", "amod")
        and verb.tag_ == "VBN"
        and not any(c.dep_ == "aux" for c in verb.children)
    )
    shared_passive = (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and passive(verb.head) and not _own_subject(verb)
    )
    if passive(verb) or participle or shared_passive:
        return _agents(verb)
    own = _own_subject(verb)
    if own:
        return own
    return _inherited(verb, depth)


def _own_subject(verb: Token) -> list[Token]:
    misread = ("nsubj", "nsubjpass") if verb.tag_ == "VBG" else ("nsubj",)
    return [t for c in verb.children if c.dep_ in misread for t in antecedents(c)]


def _agents(verb: Token) -> list[Token]:
    found = [
        p
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for p in c.children
        if p.dep_ == "pobj"
    ]
    if not found:
        for sibling in verb.children:
            if sibling.dep_ == "conj" and sibling.tag_ == "VBN":
                found += _agents(sibling)
    return found


def _inherited(verb: Token, depth: int) -> list[Token]:
    """The subject of a verb without one of its own: coordination, control, participles."""
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        if passive(head):
            return [t for c in head.children if c.dep_ == "nsubjpass" for t in antecedents(c)]
        return _subjects(head, depth + 1)
    if dep in ("xcomp", "ccomp", "advcl", "dep") and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        governed = [c for c in head.children if c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i]
        if dep in ("xcomp", "ccomp") and governed and (head.lemma_ in OBJECT_CONTROL or passive(head)):
            return [t for c in governed for t in antecedents(c)]
        if passive(head):
            return [t for c in head.children if c.dep_ == "nsubjpass" for t in antecedents(c)]
        return _subjects(head, depth + 1)
    if dep == "acl":
        if verb.tag_ == "VBG":
            return [head]
        return _event_subjects(head, depth + 1)
    if dep == "relcl":
        return [] if any(c.dep_ == "nsubj" for c in verb.children) else [head]
    if dep == "pcomp":
        governor = head.head
        if head.lower_ == "by" and passive(governor):
            return []
        if governor.pos_ in ("NOUN", "PROPN"):
            return _event_subjects(governor, depth + 1)
        return _subjects(governor, depth + 1)
    if dep == "csubj" and head.dep_ == "ccomp" and head.head.pos_ == "VERB":
        return _subjects(head.head, depth + 1)
    if dep in ("acomp", "attr") or (dep == "ROOT" and verb.pos_ == "ADJ"):
        return _subjects(head, depth + 1) if head != verb else []
    return []


def _event_subjects(noun: Token, depth: int = 0) -> list[Token]:
    """Who does what an event noun says ("their bid", "X held talks", "X is in talks")."""
    if depth > 8:
        return []
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        return owners
    by = prepositional(noun, "by")
    if by:
        return by
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return _subjects(head, depth + 1)
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ in ("VERB", "AUX") and (
            governor.lemma_ in COPULAS | LIGHT or head.lower_ in ("in", "for", "on")
        ):
            if passive(governor):
                return [t for c in governor.children if c.dep_ == "nsubjpass" for t in antecedents(c)]
            return _subjects(governor, depth + 1)
        if governor.pos_ in ("NOUN", "PROPN") and governor.dep_ in ("dobj", "attr", "pobj"):
            return _event_subjects(governor, depth + 1)
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _event_subjects(head, depth + 1)
    if noun.dep_ == "appos":
        return []
    return []


def objects(verb: Token) -> list[Token]:
    """Whom or what the verb is done to."""
    if verb.pos_ in ("NOUN", "PROPN"):
        return prepositional(verb, "of")
    found = [t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in antecedents(c)]
    if found:
        return found
    head, dep = verb.head, verb.dep_
    participle = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    if dep in ("acl", "amod") and participle:
        return [head]
    if dep == "advcl" and participle:
        return _subjects(head, 1)
    if dep == "conj" and verb.tag_ == "VBN" and head.pos_ in ("VERB", "AUX") and not _own_subject(verb):
        if passive(head) or (head.dep_ in ("acl", "advcl") and head.tag_ == "VBN"):
            return objects(head)
    if dep == "xcomp" and participle and any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return _subjects(head, 1)
    if dep == "relcl" and any(c.dep_ == "nsubj" for c in verb.children):
        gap = not any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
        if gap and not any(c.dep_ in ("nsubj",) and c.tag_ in ("WDT", "WP") for c in verb.children):
            return [head]
    shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if shared and not any(c.dep_ == "prep" for c in verb.children):
        return [c for v in shared if not _own_subject(v) for c in v.children if c.dep_ == "dobj"]
    return []


def antecedents(token: Token) -> list[Token]:
    """The noun that a relative pronoun stands for; any other token is itself."""
    if token.tag_ not in ("WDT", "WP", "WP$") and not (token.tag_ == "IN" and token.lower_ == "that"):
        return [token]
    clause = token.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return [token]
    noun = clause.head
    while noun.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT") or noun.pos_ in (
        "NUM",
        "ADP",
        "VERB",
        "AUX",
    ):
        if noun.head == noun:
            return []
        noun = noun.head
    return [noun]


def prepositional(token: Token, name: str) -> list[Token]:
    """Objects of a preposition of the token, or of the light verb or object it is used with."""
    found = _pobj(token, name) or _adjacent(token, name)
    if found:
        return found
    head = token.head
    if token.pos_ in ("NOUN", "PROPN"):
        if (
            token.dep_ in ("dobj", "nsubjpass", "attr", "nsubj")
            and head.pos_ in ("VERB", "AUX")
            and name not in ("of", "in", "for")
        ):
            return [p for p in _pobj(head, name) if token.dep_ != "nsubj" or head.lemma_ not in ("be",)]
        if (
            token.dep_ == "pobj"
            and head.dep_ == "prep"
            and head.head.pos_ in ("VERB", "AUX")
            and name in ("with", "between", "against")
        ):
            return _pobj(head.head, name)
        if token.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
            return prepositional(head, name)
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ == "NOUN":
                shared = _pobj(child, name)
                if shared:
                    return shared
        return []
    for child in token.children:
        if child.dep_ in ("dobj", "prt", "advmod", "nsubjpass", "oprd", "attr"):
            found += _pobj(child, name) if child.i > token.i or child.dep_ == "nsubjpass" else []
    if not found and token.pos_ == "VERB":
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not _own_subject(child):
                found += _pobj(child, name)
    return found


def _adjacent(noun: Token, name: str) -> list[Token]:
    """ "the government under Merkel": right behind the noun, though the parse hangs it on the verb."""
    if noun.pos_ != "NOUN" or noun.i + 1 >= len(noun.doc):
        return []
    after = noun.doc[noun.i + 1]
    if after.lower_ != name or after.dep_ != "prep" or not after.head.is_ancestor(noun):
        return []
    if name not in ("under", "between", "against") and (noun.dep_ != "dobj" or after.head != noun.head):
        return []
    return [t for c in after.children if c.dep_ == "pobj" for t in antecedents(c)]


def _pobj(token: Token, name: str) -> list[Token]:
    found = []
    for child in token.children:
        if (
            child.dep_ in ("prep", "dative", "agent", "prt", "advmod", "dep", "pcomp")
            and child.lower_ == name
        ):
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    found += antecedents(grandchild)
                elif grandchild.dep_ == "prep":
                    found += [t for c in grandchild.children if c.dep_ == "pobj" for t in antecedents(c)]
            if not any(True for _ in child.children) and token.dep_ == "relcl":
                found.append(token.head)
    return found


def holders(noun: Token) -> list[Token]:
    """Who bears a role noun: what it is in apposition to, stands before, or is said of."""
    return _holders(noun, 0)


def _holders(noun: Token, depth: int) -> list[Token]:
    if depth > 4:
        return []
    head, dep = noun.head, noun.dep_
    named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    if dep == "appos":
        return [head]
    if dep in ("compound", "nmod", "amod", "npadvmod") and head.pos_ == "PROPN" and noun.i < head.i:
        return [head]
    if named:
        return named
    if dep in ("attr", "oprd", "acomp") and head.pos_ in ("VERB", "AUX"):
        if passive(head):
            return objects(head)
        return [c for c in head.children if c.dep_ == "dobj"] or subjects(head)
    if dep == "ccomp" and head.lemma_ in ("name", "appoint", "elect"):
        return objects(head)
    if dep == "pobj" and head.lower_ == "as":
        verb = head.head
        return objects(verb) or subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    if dep == "conj" and head.pos_ in ("NOUN", "PROPN"):
        found = _holders(head, depth + 1)
        if found and found != [head]:
            return found
    if dep in ("nsubj", "nsubjpass") and head.lemma_ == "be":
        attribute = [c for c in head.children if c.dep_ == "attr" and c.pos_ == "PROPN"]
        if attribute:
            return attribute
    return [noun]


def modifiers(noun: Token) -> list[Token]:
    """What stands before a noun and tells of it, also where both stand before a name."""
    own = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "nummod") and c.i < noun.i]
    if noun.dep_ in ("compound", "nmod", "amod"):
        own += [
            c for c in noun.head.children if c.dep_ in ("compound", "nmod", "amod", "poss") and c.i < noun.i
        ]
    deeper = [g for c in own for g in c.children if g.dep_ in ("compound", "amod", "nmod") and g.i < c.i]
    return own + deeper


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Trump's friend", "his friend", "the company whose owner …"."""
    found = [c for c in noun.children if c.dep_ == "poss"]
    if not found and noun.dep_ == "conj":
        found = [c for c in noun.head.children if c.dep_ == "poss"]
    if not found and noun.dep_ in ("compound", "nmod"):
        found = [c for c in noun.head.children if c.dep_ == "poss" and c.i < noun.i]
    return [t for c in found for t in (antecedents(c) if c.tag_ == "WP$" else [c])]


def _bearer(noun: Token) -> list[Token]:
    """Who has it: "a banker with a degree from …"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        return _holders(noun.head.head, 0)
    return []


def _steps() -> dict[str, Callable[[Token], list[Token]]]:
    return {
        "subj": subjects,
        "obj": objects,
        "iobj": lambda t: (
            [c for c in t.children if c.dep_ == "dative" and c.pos_ != "ADP"] or prepositional(t, "to")
        ),
        "comp": lambda t: [
            c for c in t.children if c.dep_ in ("acomp", "oprd", "xcomp", "ccomp", "pcomp", "attr")
        ],
        "attr": lambda t: [c for c in t.children if c.dep_ in ("attr", "oprd")],
        "holder": holders,
        "bearer": lambda t: [h for h in holders(t) if h != t],
        "self": lambda t: [t],
        "poss": possessors,
        "mod": modifiers,
        "appos": lambda t: [c for c in t.children if c.dep_ == "appos"],
        "of_subj": _event_subjects,
        "with_head": _bearer,
    }
