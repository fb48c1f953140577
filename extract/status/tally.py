"""What is counted on the way up from a trigger, and the status that comes of it."""

from dataclasses import dataclass, field

from extract.status.denial import VERBS, by_none, denials, no_longer
from extract.status.moods import (
    ACTUAL,
    INTENDED,
    POSSIBLE,
    mood,
    would,
)
from extract.status.protases import protases
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon
from graph.model import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a reading; `conditions` are the heads of its "if" clauses, `former` is "no longer".

    `unsaid` marks what the text does not assert at all: "asked whether", "accused of".
    """

    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    conditions: tuple[Token, ...] = ()
    former: bool = False
    unsaid: bool = False


@dataclass(slots=True)
class Tally:
    lexicon: Lexicon
    negations: int = 0
    weight: int = ACTUAL
    conditions: list[Token] = field(default_factory=list)
    former: bool = False
    unsaid: bool = False
    would: bool = False
    rumour: bool = False

    def hear(self, token: Token, negation: bool = True) -> None:
        """Count what stands right at a token."""
        if negation:
            self.negations += denials(token)
            if no_longer(token):
                self.former = True
                self.negations += not denials(token)
        weight = mood(token, self.lexicon)
        denied = denials(token) or no_longer(token) or by_none(token)
        if weight == POSSIBLE and would(token) and (denied or token.lemma_ in read_lexicon().likes):
            weight = INTENDED
        self.would = self.would or (weight == POSSIBLE and self.weight < POSSIBLE and would(token))
        self.weight = max(self.weight, weight)
        if token.pos_ in VERBS or token.dep_ in ("acl", "xcomp", "ccomp", "advcl"):
            self.conditions += [c for c in protases(token, self.lexicon) if c not in self.conditions]

    def weigh(self, weight: int) -> None:
        """Raise the weight to that of a governor."""
        self.would = self.would and weight < POSSIBLE
        self.weight = max(self.weight, weight)
