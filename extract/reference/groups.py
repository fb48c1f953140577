"""Groups: "the two", "both men", "the neighbours", "the three countries" mean all members that the text named."""

from collections.abc import Sequence

from extract.names.figures import Figure
from extract.names.lists import SEVERAL, departments
from extract.reference.candidates import Sentence
from extract.reference.scene import Bound, Scene
from extract.reference.told import before
from extract.syntax.climb import first_joined
from extract.syntax.parse import Token

COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
PAIR = frozenset({"pair", "duo"})
TRIO = frozenset({"trio"})
STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "capital", "republic"}
)
FIRMS = frozenset({"company", "firm", "bank", "group", "airline", "rival", "carmaker", "miner", "producer"})
PEOPLE = frozenset(
    (
        "man woman brother sister leader president minister premier chancellor founder partner friend executive "
        "official senator envoy diplomat businessman billionaire lawyer broker rival spouse cousin sibling"
    ).split()
)
ANY = frozenset({"side", "party", "partner", "ally", "rival"})
# Plurals that mean a pair where no number stands beside them.
PAIRED = frozenset({"side", "neighbour", "neighbor", "brother", "sister"})
# Plurals that with "the" alone mean those just named together.
JOINED = frozenset(
    "company firm bank airline carmaker country nation government man woman leader president minister".split()
)
DEALINGS = frozenset("AGREES_WITH ALLIED_WITH ATTACKS MEETS_WITH NEGOTIATES_WITH PARTNERS_WITH".split())
WHERE = frozenset({"in", "at", "near", "outside", "across", "inside", "throughout"})
REACH = 2
TYPES = ("Person", "State", "Company", "Organization", "PublicBody")
BODIES = ("State", "Company", "Organization", "PublicBody", "Person")


def read_group(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """All members of a group, each with a token of its own; [] where the text does not tell just so many."""
    count = _count(token)
    if count is None:
        return []
    kinds = [kind for kind in _kinds(token) if kind in types]
    place = scene.place_of[segment, token.i]
    dealing = _dealing(token, place, count, kinds, scene)
    if any(c.lower_ == "neither" and c.dep_ == "det" for c in token.children):
        return _bounds(dealing, token)
    if dealing and token.lemma_ in ANY:
        return _bounds(dealing, token)
    for kind in kinds:
        members = (
            _members(token, place, count, kind, scene) if count else _just_named(token, place, kind, scene)
        )
        if members:
            return _bounds(members, token)
    return _bounds(dealing, token)


def _bounds(members: Sequence[Figure], token: Token) -> list[Bound]:
    start = min([token.i, *[c.i for c in token.children if c.dep_ in ("det", "nummod", "predet")]])
    last = len(token.doc) - 1
    return [
        Bound(figure, token.doc[min(start + number, last)], start, token.i + 1)
        for number, figure in enumerate(members)
    ]


def read_departments(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "the Justice and Treasury departments": each of them."""
    if token.lower_ not in SEVERAL:
        return []
    spots = {n: scene.cast.at.get((segment, n)) for n, _ in departments(token.doc) if n < token.i}
    return [
        Bound(figure, token.doc[n], n, n + 1)
        for n, figure in sorted(spots.items())
        if figure is not None and figure.type in types
    ]


def _dealing(token: Token, place: int, count: int, kinds: Sequence[str], scene: Scene) -> list[Figure]:
    """The two who were told to deal with each other last, in this sentence or up to two before."""
    if (
        count not in (0, 2) or token.lemma_.lower() in PEOPLE - ANY
    ):  # "the two leaders": ministers met before them
        return []
    rows = [t for t in before(scene.told, place, token.i, DEALINGS) if place - t.place <= REACH]
    last = {frozenset((id(t.subject), id(t.object))): t for t in rows if t.place == rows[0].place}
    fitting = [t for t in last.values() if t.subject.type in kinds and t.object.type in kinds]
    if len(last) != 1 or not fitting or fitting[0].subject.type != fitting[0].object.type:
        return []
    return [fitting[0].subject, fitting[0].object]


def _count(token: Token) -> int | None:
    """How many a group has; None for what is no group that the text has named before."""
    lemma = token.lemma_.lower()
    beside = [c for c in token.children if c.i < token.i]
    before = token.nbor(-1).lower_ if token.i else ""
    if any(c.dep_ in ("prep", "relcl", "acl", "poss", "appos") for c in token.children):
        return None
    if lemma in PAIR | TRIO:
        return (3 if lemma in TRIO else 2) if before == "the" else None
    if token.lower_ in COUNTS and token.dep_ not in ("nummod", "det", "predet", "preconj", "cc", "advmod"):
        return COUNTS[token.lower_] if token.lower_ == "both" or before in ("the", "these") else None
    if (
        token.tag_ == "NN"
        and lemma in STATES | FIRMS | ANY
        and len(beside) == 1
        and beside[0].lower_ == "neither"
    ):
        return 2
    if token.tag_ != "NNS" or any(c.dep_ in ("amod", "compound", "nmod") for c in beside):
        return None
    told = [COUNTS[c.lower_] for c in beside if c.lower_ in COUNTS]
    definite = any(c.lower_ in ("the", "these", "both", "those") for c in beside)
    if not definite:
        return None
    plain = beside and all(c.lower_ in ("the", "both", "these", "those") for c in beside)
    return told[0] if told else 2 if lemma in PAIRED else 0 if plain and lemma in JOINED else None


def _kinds(token: Token) -> Sequence[str]:
    lemma = token.lemma_.lower()
    if lemma == "side":
        return BODIES
    if lemma in COUNTS or token.lower_ in COUNTS or lemma in PAIR | TRIO | ANY:
        return TYPES
    if lemma in STATES:
        return ("State",)
    if lemma in FIRMS:
        return ("Company", "Organization")
    return ("Person",) if lemma in PEOPLE else ()


def _members(token: Token, place: int, count: int, kind: str, scene: Scene) -> list[Figure]:
    """Just so many actors of a type in the sentence before (or this one, before a group that is its subject)."""
    found: dict[int, Figure] = {}
    for back in range(min(REACH, place) + 1):
        if back == 0 and token.dep_ not in ("nsubj", "nsubjpass"):
            joined = _coordinated(scene.sentences[place], kind, token)
            if len(joined) == count:
                return joined
            continue
        sentence = scene.sentences[place - back]
        if back and sentence.segment < scene.sentences[place].segment - 1:
            break
        for figure in _of_kind(sentence, kind, token if back == 0 else None, scene):
            found[id(figure)] = figure
        if len(found) == count:
            return list(found.values())
        if len(found) > count:
            joined = _coordinated(sentence, kind, token if back == 0 else None)
            return joined if len(joined) == count else []
    return []


def _just_named(token: Token, place: int, kind: str, scene: Scene) -> list[Figure]:
    """All actors of a type in the sentence before, if they are two, or joined by "and"; none of this one."""
    here = {id(f) for f in _of_kind(scene.sentences[place], kind, token, scene)}
    if place == 0 or here or scene.sentences[place - 1].segment < scene.sentences[place].segment - 1:
        return []
    before = scene.sentences[place - 1]
    found = {id(f): f for f in _of_kind(before, kind, None, scene)}
    joined = _coordinated(before, kind, None)
    if len(found) == 2 or (len(joined) > 1 and {id(f) for f in joined} == found.keys()):
        return list(found.values())
    return []


def _of_kind(sentence: Sentence, kind: str, until: Token | None, scene: Scene) -> list[Figure]:
    if kind != "State":
        return [
            c.figure
            for c in sentence.candidates
            if c.figure is not None
            and c.figure.type == kind
            and not c.quoted
            and (until is None or c.token.i < until.i)
        ]
    found = []
    for token in sentence.span:
        if until is not None and token.i >= until.i:
            break
        figure = scene.cast.at.get((sentence.segment, token.i))
        there = token.dep_ == "pobj" and token.head.lower_ in WHERE  # "at a forum in Norway"
        if figure is not None and figure.type == "State" and not there:
            found.append(figure)
    return found


def _coordinated(sentence: Sentence, kind: str, until: Token | None) -> list[Figure]:
    """The last actors of a type that "and" joins: "Lena Ortiz and Ravi Menon"."""
    groups: dict[int, list[Figure]] = {}
    for candidate in sentence.candidates:
        if candidate.figure is None or candidate.figure.type != kind:
            continue
        if until is not None and candidate.token.i >= until.i:
            continue
        first = first_joined(candidate.token)
        group = groups.setdefault(first.i, [])
        if candidate.figure not in group:
            group.append(candidate.figure)
    joined = [group for group in groups.values() if len(group) > 1]
    return joined[0] if len(joined) == 1 else []
