"""The per-document vote on an actor's type: what stands beside its names, spaCy's labels by their share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.names.doings import acts, traded_with
from extract.names.forms import by_form, coined, kind_of
from extract.names.neighbours import aged, beside, firstborn, joined, kind_told, neighbour, seated, who
from extract.names.pronouns import told_by_pronouns
from extract.names.spots import Spot
from extract.names.weights import (
    ACTS,
    BEFORE,
    BESIDE,
    CITY,
    COINED,
    FIRST_NAME,
    FORM,
    LABELS_WEIGH,
    LAST_WORD,
    MAYBE_CITY,
    NOTHING,
    SETTLED,
    TITLE,
    UNLIKE_WEIGHS,
)
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.selection import selected
from extract.vocabulary.words import read_words

LABELLED = {"PERSON": "Person", "ORG": "Company", "GPE": "Place", "LOC": "Place", "FAC": "Place"}
INITIALS = 6


@dataclass(slots=True)
class Ballot:
    """Votes of all places where one name stands, and the gender that a title or a noun told."""

    evidence: dict[str, float] = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    unlike: bool = False
    city: float = 0.0
    longer: bool = False

    def vote(self, kind: str, weight: float) -> None:
        """Add evidence for a type."""
        self.evidence[kind] = self.evidence.get(kind, 0.0) + weight

    def winner(self) -> str | None:
        """The type with most votes; None where nothing was told, or that it is no actor."""
        votes = self.totals()
        best = max(votes, key=lambda kind: votes[kind]) if votes else NOTHING
        return best if best != NOTHING else None

    def winner_but(self, kind: str) -> str | None:
        """The type with most votes besides one."""
        votes = {other: weight for other, weight in self.totals().items() if other not in (kind, NOTHING)}
        return max(votes, key=lambda other: votes[other]) if votes else None

    def totals(self) -> dict[str, float]:
        """Votes by type: evidence in full, all labels together two."""
        votes = dict(self.evidence)
        for kind, count in self.labels.items():
            weight = UNLIKE_WEIGHS if self.unlike and kind == "Person" else LABELS_WEIGH
            votes[kind] = votes.get(kind, 0.0) + weight * count / self.labels.total()
        if self.city and not self.longer:
            votes["Place"] = votes.get("Place", 0.0) + self.city
        return votes


def take_votes(ballot: Ballot, spot: Spot, doc: Doc, nouns: Nouns) -> None:
    """Add what one place tells of a name."""
    root = doc[spot.start : spot.end].root
    before = doc[spot.start - 1].text if spot.start > 0 else ""
    titled = before in nouns.titles
    if spot.text.casefold() in nouns.never:
        ballot.vote(NOTHING, SETTLED)
    if spot.text in read_words("party_plurals") and not root.is_sent_start:
        ballot.vote("Organization", LAST_WORD)
    last = by_form(spot.text, spot.label, nouns) or kind_of(doc, spot, nouns)
    _by_words(ballot, spot, root, last, titled, nouns)
    if before in read_words("honorifics") or (titled and spot.label in ("PERSON", "ORG", "", "GPE", "NORP")):
        ballot.vote("Person", TITLE)
        ballot.gender = ballot.gender or nouns.title_genders.get(before)
    looks = _by_given_name(ballot, spot, root, last, titled, nouns)
    if last is None and not looks:
        _by_company(ballot, spot, root, nouns)
    _by_clause(ballot, spot, root, doc, nouns)
    for chosen, weight in selected(root, spot.end, doc, nouns.selection):
        ballot.vote(chosen, weight)
    neuter = last is None and not looks and spot.label != "ORG"
    for taken, weight in told_by_pronouns(root, neuter):
        ballot.vote(taken, weight)
    if seated(doc, spot.end):
        ballot.vote("Place", LAST_WORD)
    if aged(doc, spot.end):
        ballot.vote("Person", BEFORE)
    for noun in beside(root, spot):
        _by_noun(ballot, spot, root, noun, nouns)


def _by_words(ballot: Ballot, spot: Spot, root: Token, last: str | None, titled: bool, nouns: Nouns) -> None:
    """The votes of the words of a name; where they tell nothing (`last`), of spaCy's label, its city, its making."""
    if last is not None:
        ballot.vote(last, FORM if nouns.legal_form(spot.text.split()[-1]) else LAST_WORD)
    elif (label := spot.label or neighbour(root)) in LABELLED:
        read = LABELLED[label]
        short = len(spot.text) <= INITIALS and spot.text.isupper() and not titled
        bare = read == "Person" and traded_with(root, spot, nouns) and not titled
        ballot.labels["Company" if (read == "Person" and short and root.i) or bare else read] += 1
        if label in ("GPE", "LOC") and acts(root) and not nouns.city(spot.text):
            ballot.vote("Company", ACTS)
    if last is None and nouns.city(spot.text) and not titled:
        ballot.city = max(ballot.city, MAYBE_CITY if spot.text in nouns.given else CITY)
    else:
        ballot.longer = True
    if last is None and not titled and coined(spot.text, nouns):
        ballot.vote("Company", COINED)


def _by_given_name(
    ballot: Ballot, spot: Spot, root: Token, last: str | None, titled: bool, nouns: Nouns
) -> float:
    """The votes of given names; gives how much a name looks like a person's."""
    words = spot.text.split()
    looks = nouns.given.person(words) if last is None else 0.0
    ballot.unlike |= len(words) > 1 and not looks and not titled
    if looks:
        ballot.vote("Person", looks)
        ballot.gender = ballot.gender or nouns.given.gender(words[0])
    if len(words) == 1 and nouns.given.sure(words[0]):
        ballot.vote("Person", BEFORE if firstborn(root) else FIRST_NAME)
    return looks


def _by_company(ballot: Ballot, spot: Spot, root: Token, nouns: Nouns) -> None:
    """The vote of the name that "and" joins to one that nothing else tells of: "Galva Steels Ltd and KSS Petron"."""
    if (
        spot.label != "PERSON"
        or root.dep_ != "conj"
        or " " not in spot.text
        or spot.text.split()[0].istitle()
    ):
        return
    first = root.head
    named = first.doc[first.left_edge.i : first.i + 1].text
    if first.pos_ == "PROPN" and nouns.firm(named.split()[-1]):
        ballot.vote("Company", BESIDE)


def _by_clause(ballot: Ballot, spot: Spot, root: Token, doc: Doc, nouns: Nouns) -> None:
    """The votes of a relative clause behind a name, and of what stands right before it."""
    whose = who(root)
    if whose == "who":
        ballot.vote("Person", BESIDE)
    elif whose == "which" and spot.label in ("PERSON", "ORG", ""):
        ballot.vote("Company", BESIDE)
    if not spot.start:
        return
    near = doc[spot.start - 1]
    if _says_person(near, root, spot, nouns):
        ballot.vote("Person", BEFORE)
    sort = root.head
    group = sort.i == spot.end and sort.tag_ == "NN" and sort.text.islower()
    if group and near.ent_type_ == "NORP" and kind_told(sort, nouns) == "Company":
        ballot.vote("Company", BEFORE)  # "the French Orange group"
    if near.dep_ in ("compound", "pobj", "dobj", "nmod") and near.pos_ in ("NOUN", "PROPN"):
        told = kind_told(near, nouns)
        if told == "Company" and near.head in (root, root.head, near.head) and near not in beside(root, spot):
            ballot.vote(told, BEFORE)  # "an executive of engineering firm Engevix", "Builder OAS"
    if root.dep_ == "nsubjpass" and root.head.dep_ == "relcl" and root.head.head == near:
        told = nouns.kinds.get(near.lower_)
        if told in ("Asset", "Company"):
            ballot.vote(told, BEFORE)  # "the yacht Aurora is flagged", no contact clause
    cut = (near.dep_, near.tag_, root.dep_) == ("ROOT", "NN", "nsubj") and root.head.head == near
    if cut and nouns.kinds.get(near.lower_) in ("Asset", "Company"):
        ballot.vote("Company", BEFORE)  # "The airline Aurora Wings passed to Eni", read as no clause


def _says_person(near: Token, root: Token, spot: Spot, nouns: Nouns) -> bool:
    """Whether the noun right before an owner's name tells that it is a person: "billionaire Aldo Berg's Vale"."""
    if near.tag_ != "NN" or not near.text.islower() or near in beside(root, spot):
        return False
    if near.lemma_ in nouns.either or near.lemma_ in read_words("kinless"):
        return False
    hangs = (
        root.dep_ == "poss" and near.head in (root, root.head) and near.dep_ in ("compound", "nmod", "amod")
    )
    return hangs and kind_told(near, nouns) == "Person"


def _by_noun(ballot: Ballot, spot: Spot, root: Token, noun: Token, nouns: Nouns) -> None:
    """The votes of a common noun that says what a name is."""
    practice = noun.tag_ == "NNS" and noun.lemma_ in read_words("practices") and noun.dep_ != "pobj"
    if practice and not joined(root):
        ballot.vote("Company", FORM)
        return
    if noun.lemma_ in read_words("kinless"):
        return
    lemma, right_before = noun.lemma_.lower(), noun.i == spot.start - 1
    if right_before and noun.lemma_ in nouns.things:
        ballot.vote(NOTHING, BEFORE)
    elif noun.lemma_ in nouns.works and noun.dep_ == "attr":
        ballot.vote(NOTHING, BESIDE)
    if right_before and lemma in read_words("traders") and spot.label in ("GPE", "LOC", "ORG"):
        ballot.vote("Company", BEFORE)
    kind = kind_told(noun, nouns)
    unlike = ballot.unlike and " " in spot.text
    either = kind == "Person" and lemma in nouns.either and (spot.label != "PERSON" or unlike)
    if kind is not None and kind != "Deal" and not either:
        words = spot.text.split()
        named = len(words) > 1 and words[-1].casefold() == lemma
        ballot.vote(kind, FORM if named else BEFORE if right_before else BESIDE)
    ballot.gender = ballot.gender or nouns.genders.get(lemma)


def hold_vote(spots: Iterable[tuple[Spot, Doc]], nouns: Nouns) -> Ballot:
    """The vote of all places together."""
    ballot = Ballot()
    for spot, doc in spots:
        take_votes(ballot, spot, doc, nouns)
    return ballot
