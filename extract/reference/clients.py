"""Whom a lawyer speaks of: "his lawyer, Lena Ortiz, said her client …" is the one whose lawyer she is."""

from collections.abc import Iterator, Sequence

from extract.grammar.conjuncts import coordinated
from extract.grammar.nominals import possessors
from extract.grammar.prepositions import prepositional
from extract.names.figures import only_figure
from extract.reference.kin import Read, told
from extract.reference.scene import Bound, Scene, heads
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.words import read_words

ACTING_FOR = {"represent": None, "defend": None, "act": "for", "appear": "for", "speak": "for"}


def read_client(token: Token, segment: int, scene: Scene, read: Read) -> list[Bound]:
    """The client of the lawyer who speaks or whose client he is told to be; [] where that may be several."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if token.lemma_ != "client" or owner is None or token.tag_ != "NN":
        return []
    for found in (_of_speaker(token, segment, read), _of_lawyer(owner, segment, scene, read)):
        if found:
            figure = only_figure(bound.figure for bound in found)
            return [Bound(figure, token, token.left_edge.i, token.i + 1)] if figure is not None else []
    return []


def _of_speaker(token: Token, segment: int, read: Read) -> Sequence[Bound]:
    """ "Petr Havel's lawyer said his client …"."""
    for verb in token.ancestors:
        if verb.lemma_ in read_lexicon().report:
            lawyers = [c for c in verb.children if c.dep_ == "nsubj" and _is_lawyer(c)]
            return [b for lawyer in lawyers for t in _served(lawyer) for b in read(t, segment)]
    return []


def _of_lawyer(owner: Token, segment: int, scene: Scene, read: Read) -> Sequence[Bound]:
    """ "Lena Ortiz, a lawyer for Petr Havel, … Her client …"."""
    found: list[Bound] = []
    lawyers = read(owner, segment)
    for lawyer in lawyers:
        for noun, place in told(lawyer.figure, scene):
            if _is_lawyer(noun):
                found += [b for t in _served(noun) for b in read(t, place)]
        for place, root in heads(lawyer.figure, scene):
            found += [b for t in _acted_for(root) for b in read(t, place)]
    return [b for b in found if all(b.figure is not lawyer.figure for lawyer in lawyers)]


def _is_lawyer(noun: Token) -> bool:
    return noun.lemma_.lower() in read_words("lawyers")


def _served(lawyer: Token) -> list[Token]:
    near = [*possessors(lawyer), *prepositional(lawyer, "for"), *prepositional(lawyer, "of")]
    return [filler.token for token in near for filler in coordinated(token)]


def _acted_for(name: Token) -> Iterator[Token]:
    """ "Lena Ortiz, who represents Petr Havel", "Lena Ortiz acts for Petr Havel"."""
    clauses = [c for c in name.children if c.dep_ in ("relcl", "acl")]
    for clause in (*clauses, name.head) if name.dep_ == "nsubj" else clauses:
        if clause.lemma_ in ACTING_FOR:
            behind = ACTING_FOR[clause.lemma_]
            objects = [c for c in clause.children if c.dep_ == "dobj"]
            for token in prepositional(clause, behind) if behind else objects:
                yield from (filler.token for filler in coordinated(token))
