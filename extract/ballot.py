"""The per-document vote on an actor's type: what stands beside its names, spaCy's labels by their share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extract.nouns import Nouns
from extract.selection import selected
from extract.spots import Spot

LABELLED = {"PERSON": "Person", "ORG": "Company", "GPE": "Place", "LOC": "Place", "FAC": "Place"}
LABELS_WEIGH = 2.0
UNLIKE_WEIGHS = 1.4
HEADED = frozenset({"of", "for", "on", "against", "to", "in"})
FAIR = 1.0
FORM, LAST_WORD, BEFORE, BESIDE, TITLE, ACTS = 6.0, 3.0, 3.5, 2.0, 2.0, 1.5
STATIC = frozenset("lie sit stand stretch border see become remain face host grow suffer fall".split(" "))


@dataclass(slots=True)
class Ballot:
    """Votes of all places where one name stands, and the gender that a title or a noun told."""

    evidence: dict[str, float] = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    unlike: bool = False

    def winner(self) -> str | None:
        """The type with most votes; None where nothing was told."""
        votes = self.totals()
        return max(votes, key=lambda kind: votes[kind]) if votes else None

    def totals(self) -> dict[str, float]:
        """Votes by type: evidence in full, all labels together two."""
        votes = dict(self.evidence)
        for kind, count in self.labels.items():
            weight = UNLIKE_WEIGHS if self.unlike and kind == "Person" else LABELS_WEIGH
            votes[kind] = votes.get(kind, 0.0) + weight * count / self.labels.total()
        return votes


def take_votes(ballot: Ballot, spot: Spot, doc: Doc, nouns: Nouns) -> None:
    """Add what one place tells of a name."""
    root = doc[spot.start : spot.end].root
    before = doc[spot.start - 1].text if spot.start > 0 else ""
    last = by_form(spot.text, spot.label, nouns)
    if last is not None:
        _vote(ballot, last, FORM if nouns.legal_form(spot.text.split()[-1]) else LAST_WORD)
    elif spot.label in LABELLED:
        ballot.labels[LABELLED[spot.label]] += 1
        if spot.label in ("GPE", "LOC") and _acts(root):
            _vote(ballot, "Company", ACTS)
    if before in nouns.titles and spot.label in ("PERSON", "ORG", "", "GPE"):
        _vote(ballot, "Person", TITLE)
        ballot.gender = ballot.gender or nouns.title_genders.get(before)
    words = spot.text.split()
    looks = nouns.given.person(words) if last is None else 0.0
    ballot.unlike |= len(words) > 1 and not looks and before not in nouns.titles
    if looks:
        _vote(ballot, "Person", looks)
        ballot.gender = ballot.gender or nouns.given.gender(words[0])
    if _who(root):
        _vote(ballot, "Person", BESIDE)
    for chosen, weight in selected(root, spot.end, doc, nouns.selection):
        _vote(ballot, chosen, weight)
    for noun in beside(root, spot):
        kind = nouns.kinds.get(noun.lemma_.lower())
        if kind is not None and kind != "Deal":
            _vote(ballot, kind, BEFORE if noun.i == spot.start - 1 else BESIDE)
        ballot.gender = ballot.gender or nouns.genders.get(noun.lemma_.lower())


def _vote(ballot: Ballot, kind: str, weight: float) -> None:
    ballot.evidence[kind] = ballot.evidence.get(kind, 0.0) + weight


def by_form(text: str, label: str, nouns: Nouns) -> str | None:
    """The type that the words of a name tell alone: a legal form, its head, its first word."""
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return None
    if nouns.legal_form(words[-1]):
        return "Company"
    first = nouns.first.get(words[0].casefold())
    if first is not None:
        return first
    cut = next((place for place, word in enumerate(words) if place and word in HEADED), len(words))
    last = words[cut - 1].casefold()
    kind = nouns.last.get(last)
    if kind is None or not words[cut - 1][:1].isupper():
        return None
    doubtful = label == "PERSON" or kind == "Place"
    if last in nouns.surnames and (doubtful or nouns.given.person(words) > FAIR):
        return None
    return kind


def _acts(root: Token) -> bool:
    """A name that does something is no place: places that act are states, and those the registry knows."""
    return root.dep_ in ("nsubj", "agent") and root.head.pos_ == "VERB" and root.head.lemma_ not in STATIC


def _who(root: Token) -> bool:
    """ "Gentry Beach, who has …": persons alone are "who"."""
    return any(
        clause.dep_ == "relcl" and any(c.lower_ == "who" and c.dep_ == "nsubj" for c in clause.children)
        for clause in root.children
    )


def beside(root: Token, spot: Spot) -> list[Token]:
    """Common nouns that say what the name is: appositions, what stands before it, what it "is"."""
    found = [c for c in root.children if not spot.start <= c.i < spot.end and _describes(c, root)]
    head = root.head
    if root.dep_ == "appos" and head.pos_ == "NOUN":
        found.append(head)
    elif root.dep_ == "oprd" and head.lower_ in ("called", "named") and head.dep_ == "acl":
        found.append(head.head)
    elif root.dep_ == "nsubj" and head.lemma_ == "be":
        found += [c for c in head.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    elif root.dep_ == "pobj" and head.lower_ == "like" and head.head.pos_ == "NOUN":
        found.append(head.head)
    return found


def _describes(child: Token, root: Token) -> bool:
    if child.pos_ != "NOUN":
        return False
    return child.dep_ == "appos" or (child.dep_ in ("compound", "nmod", "amod") and child.i < root.i)


def hold_vote(spots: Iterable[tuple[Spot, Doc]], nouns: Nouns) -> Ballot:
    """The vote of all places together."""
    ballot = Ballot()
    for spot, doc in spots:
        take_votes(ballot, spot, doc, nouns)
    return ballot
