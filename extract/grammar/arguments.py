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
from functools import cache

from extract.grammar.addressees import recipients
from extract.grammar.clauses import event_subjects, objects, subjects
from extract.grammar.conjuncts import Filler, coordinated
from extract.grammar.heads import bracketed, fronted, full_name, listed, modified, named_next, set_off
from extract.grammar.nominals import bearers, holders, modifiers, nameless, possessors
from extract.grammar.possessives import namesake, of_others, own_firm, own_name, owned, owned_thing, owner
from extract.grammar.prepositions import prepositional
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns

WITHIN = frozenset({"acl", "relcl", "amod", "appos"})  # what is said within a phrase, of its head alone
PLURAL = ("NNS", "NNPS")
# Paths that lead to one alone, whatever is named beside it.
ALONE = frozenset("bracketed firm just_before namesake own_name possessed set_off single".split())


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
        found = _fillers(trigger, path)
        if found:
            return found
    return []


def _fillers(trigger: Token, path: str) -> list[Filler]:
    """The fillers at the end of one path; of some no coordination is opened, or not all."""
    tokens = follow(trigger, path)
    told = path in ("holder", "bearer", "named") and trigger.dep_ not in ("attr", "oprd")
    if path in ALONE or (told and trigger.tag_ not in PLURAL):
        return [Filler(token) for token in tokens]
    if path == "holder" and list(tokens) == [trigger] and trigger.dep_ != "conj":
        beside = coordinated(trigger, beside=True)  # "Merkel's supporters and the police": of the first alone
        return [f for f in beside if f.token == trigger or f.token.pos_ != "NOUN"]
    found = [
        filler
        for token in tokens
        for filler in coordinated(token, beside=trigger.dep_ not in WITHIN)
        if not _apart(token, filler.token, trigger)
    ]
    if path == "owned":
        return [f for f in found if f.token in tokens or not of_others(f.token)]
    if path == "self":
        return [f for f in found if f.token in tokens or not any(c.lower_ == "the" for c in f.token.children)]
    if path in ("holder", "bearer") and (trigger.tag_ not in PLURAL or trigger.dep_ == "compound"):
        return [f for f in found if f.token in tokens or not _someones(f.token)]
    return found


def _someones(noun: Token) -> bool:
    """ "is Berg's grandson, Ali Holm, and his wife, Aida": who is told of by whose she is has no part in the first role."""
    return noun.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in noun.children)


def _apart(first: Token, other: Token, trigger: Token) -> bool:
    """Whether what a trigger says of the first of several does not hold for another."""
    if other.i > trigger.i and _told_of(first, other, trigger):
        return True
    return trigger.dep_ == "amod" and trigger.i < first.i < other.i and _own_words(other)


def _own_words(name: Token) -> bool:
    """ "Ambani-controlled RCom and South African telecom major MTN": the second has words of its own before it."""
    before = [c for c in name.children if c.dep_ in ("amod", "nmod", "compound") and c.i < name.i]
    return any(t.ent_type_ == "NORP" for c in before for t in (c, *c.children))


def _told_of(first: Token, other: Token, trigger: Token) -> bool:
    """ "Shell, a firm based in London, and BP": what is told of the first before the other comes is its own."""
    return other != first and first.i < trigger.i and first.is_ancestor(trigger)


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
        "single": lambda t: [t] if t.tag_ in ("NN", "NNP") and t.dep_ != "conj" else [],
        "head": modified,
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
        "fronted": fronted,
        "full_name": full_name,
        "owner": owner,
        "owned": owned,
        "firm": own_firm,
        "namesake": namesake,
        "named": named_next,
        "own_name": own_name,
        "possessed": owned_thing,
        "set_off": set_off,
        "next": lambda t: t.doc.words[t.i + 1 : t.i + 2],
        "npadvmod": lambda t: [c for c in t.children if c.dep_ == "npadvmod"],
        "bracketed": bracketed,
        "listed": listed,
        "just_before": lambda t: [w for w in t.doc[t.i - 1 : t.i] if w.pos_ == "PROPN"],
    }
