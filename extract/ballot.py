"""The per-document vote on an actor's type: what stands beside its names, spaCy's labels by their share."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.climb import clause_of
from extract.figures import BODIES
from extract.nouns import Nouns
from extract.parse import Doc, Token
from extract.selection import selected
from extract.spots import Spot
from extract.words import read_words

LABELLED = {"PERSON": "Person", "ORG": "Company", "GPE": "Place", "LOC": "Place", "FAC": "Place"}
LABELS_WEIGH = 2.0
UNLIKE_WEIGHS = 1.4
COINED = 1.5
FAIR = 1.0
FIRST_NAME = 1.2
FORM, LAST_WORD, BEFORE, BESIDE, TITLE, ACTS, TAKEN_UP = 6.0, 3.0, 3.5, 2.0, 2.0, 1.5, 2.5
NOTHING = "Nothing"
SETTLED = 99.0
PROFESSIONS = ("ist", "ician", "grapher", "player", "wright", "writer")
CITY, MAYBE_CITY = 2.2, 1.0
INITIALS = 6
PRONOUNS = dict.fromkeys("it its itself".split(), "Company") | dict.fromkeys(
    "he his him himself she her hers herself".split(), "Person"
)


@dataclass(slots=True)
class Ballot:
    """Votes of all places where one name stands, and the gender that a title or a noun told."""

    evidence: dict[str, float] = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    unlike: bool = False
    city: float = 0.0
    longer: bool = False

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
    if spot.text.casefold() in nouns.never:
        _vote(ballot, NOTHING, SETTLED)
    last = by_form(spot.text, spot.label, nouns) or _kind_of(doc, spot, nouns)
    if last is not None:
        _vote(ballot, last, FORM if nouns.legal_form(spot.text.split()[-1]) else LAST_WORD)
    elif (label := spot.label or _neighbour(root)) in LABELLED:
        read = LABELLED[label]
        short = len(spot.text) <= INITIALS and spot.text.isupper() and before not in nouns.titles
        bare = read == "Person" and _traded_with(root, spot, nouns) and before not in nouns.titles
        ballot.labels["Company" if (read == "Person" and short and root.i) or bare else read] += 1
        if label in ("GPE", "LOC") and _acts(root) and not nouns.city(spot.text):
            _vote(ballot, "Company", ACTS)
    if last is None and nouns.city(spot.text) and before not in nouns.titles:
        ballot.city = max(ballot.city, MAYBE_CITY if spot.text in nouns.given else CITY)
    else:
        ballot.longer = True
    if last is None and before not in nouns.titles and _coined(spot.text, nouns):
        _vote(ballot, "Company", COINED)
    if before in read_words("honorifics") or (
        before in nouns.titles and spot.label in ("PERSON", "ORG", "", "GPE", "NORP")
    ):
        _vote(ballot, "Person", TITLE)
        ballot.gender = ballot.gender or nouns.title_genders.get(before)
    words = spot.text.split()
    looks = nouns.given.person(words) if last is None else 0.0
    ballot.unlike |= len(words) > 1 and not looks and before not in nouns.titles
    if looks:
        _vote(ballot, "Person", looks)
        ballot.gender = ballot.gender or nouns.given.gender(words[0])
    if len(words) == 1 and nouns.given.sure(words[0]):
        _vote(ballot, "Person", BEFORE if _firstborn(root) else FIRST_NAME)
    whose = _who(root)
    if whose == "who":
        _vote(ballot, "Person", BESIDE)
    elif whose == "which" and spot.label in ("PERSON", "ORG", ""):
        _vote(ballot, "Company", BESIDE)
    near = doc[spot.start - 1] if spot.start else None
    if (
        near is not None
        and near.dep_ in ("compound", "pobj", "dobj", "nmod")
        and near.pos_ in ("NOUN", "PROPN")
    ):
        told = _kind_told(near, nouns)
        if told == "Company" and near.head in (root, root.head, near.head) and near not in beside(root, spot):
            _vote(ballot, told, BEFORE)  # "an executive of engineering firm Engevix", "Builder OAS"
    if near is not None and root.dep_ == "nsubjpass" and root.head.dep_ == "relcl" and root.head.head == near:
        told = nouns.kinds.get(near.lower_)
        if told in ("Asset", "Company"):
            _vote(ballot, told, BEFORE)  # "the yacht Aurora is flagged", no contact clause
    for chosen, weight in selected(root, spot.end, doc, nouns.selection):
        _vote(ballot, chosen, weight)
    neuter = last is None and not looks and spot.label != "ORG"
    for taken, weight in pronouns(root, neuter):
        _vote(ballot, taken, weight)
    if _aged(doc, spot.end):
        _vote(ballot, "Person", BEFORE)
    for noun in beside(root, spot):
        kind = _kind_told(noun, nouns)
        if noun.tag_ == "NNS" and noun.lemma_ in read_words("practices") and not _joined(root):
            _vote(ballot, "Company", FORM)
            continue
        if noun.lemma_ in read_words("kinless"):
            continue
        if noun.i == spot.start - 1 and noun.lemma_ in nouns.things:
            _vote(ballot, NOTHING, BEFORE)
        elif noun.lemma_ in nouns.works and noun.dep_ == "attr":
            _vote(ballot, NOTHING, BESIDE)
        if (
            noun.lemma_.lower() in read_words("traders")
            and noun.i == spot.start - 1
            and spot.label in ("GPE", "LOC", "ORG")
        ):
            _vote(ballot, "Company", BEFORE)
        if (
            kind is not None
            and kind != "Deal"
            and not (kind == "Person" and noun.lemma_.lower() in nouns.either and spot.label != "PERSON")
        ):
            named = len(words) > 1 and words[-1].casefold() == noun.lemma_.lower()
            _vote(ballot, kind, FORM if named else BEFORE if noun.i == spot.start - 1 else BESIDE)
        ballot.gender = ballot.gender or nouns.genders.get(noun.lemma_.lower())


def _traded_with(root: Token, spot: Spot, nouns: Nouns) -> bool:
    """ "in a venture with Mowi", "shipped to Skretting": one word that is no given name, where firms stand."""
    if (
        " " in spot.text
        or len(spot.text) < 3
        or spot.text in nouns.given
        or root.dep_ not in ("pobj", "pcomp")
    ):
        return False
    governor = root.head.head
    return root.head.lower_ in ("with", "to", "from") and governor.lemma_ in read_words("trading")


def _firstborn(root: Token) -> bool:
    """ "his eldest, Akosua", "their late Karl"."""
    told = {c.lower_ for c in root.children if c.i < root.i and c.dep_ == "amod"}
    noun = root
    if root.dep_ == "appos" and root.head.lower_ in read_words("ages"):
        noun, told = root.head, {root.head.lower_}
    return bool(told & read_words("ages")) and any(
        c.tag_ == "PRP$" or c.dep_ == "poss" for c in noun.children
    )


def _joined(root: Token) -> bool:
    """Whether "and" joins a name to others."""
    return root.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in root.children)


def _aged(doc: Doc, end: int) -> bool:
    """ "Batbayar, 46, is …": an age between commas."""
    behind = [t.text for t in doc[end : end + 3]]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and len(behind[1]) == 2


def pronouns(root: Token, neuter: bool) -> Iterator[tuple[str, float]]:
    """What the pronouns that take a name up tell: "Marlow said it stopped", "Marlow sold its mill", "Akosua and her"."""
    top = root.head if root.dep_ == "appos" and root.head.pos_ == "NOUN" else root
    if top.dep_ not in ("nsubj", "nsubjpass") or top.head.pos_ not in ("VERB", "AUX"):
        return
    verb = top.head
    for word in root.doc[root.i + 1 : root.sent.end]:
        if word.pos_ != "PRON" and word.tag_ != "PRP$":
            continue
        kind = PRONOUNS.get(word.lower_)
        if kind is None or (kind == "Company" and not neuter):
            return
        if any(t.ent_type_ == "PERSON" for t in root.doc[root.i + 1 : word.i]):
            return
        own = word.dep_ == "poss" and clause_of(word) == verb and word.head.dep_ in ("dobj", "pobj", "attr")
        said = word.dep_ == "nsubj" and word.head.dep_ == "ccomp" and word.head.head == verb
        said = said and (kind == "Person" or _doing(word.head))
        if own or said:
            yield kind, ACTS if kind == "Person" else TAKEN_UP
        return


def _doing(verb: Token) -> bool:
    """Whether "it" as the subject of a verb means somebody: "it sold", not "it rained", "it is true"."""
    if verb.pos_ != "VERB" or verb.lemma_ in read_words("impersonal"):
        return False
    return any(c.dep_ in ("dobj", "xcomp", "prep") for c in verb.children)


def _coined(name: str, nouns: Nouns) -> bool:
    """ "Zenbank", "Uralchem": a word made as firms make their names."""
    return (
        name.casefold().endswith(nouns.endings)
        and name.isalpha()
        and len(name) > 6
        and name not in nouns.given
    )


def _kind_told(noun: Token, nouns: Nouns) -> str | None:
    """What a noun beside a name says of it; "a rebel group" is no firm."""
    kind = nouns.kinds.get(noun.lemma_.lower()) or _by_ending(noun)
    if (
        kind == "Company"
        and noun.lemma_ in read_words("group_heads")
        and any(c.lower_ in read_words("causes") for c in noun.children)
    ):
        return "Organization"
    return kind


def _by_ending(noun: Token) -> str | None:
    """ "a Danish malacologist": what people do."""
    return "Person" if len(noun.lemma_) > 6 and noun.lemma_.endswith(PROFESSIONS) else None


def _vote(ballot: Ballot, kind: str, weight: float) -> None:
    ballot.evidence[kind] = ballot.evidence.get(kind, 0.0) + weight


def by_form(text: str, label: str, nouns: Nouns) -> str | None:
    """The type that the words of a name tell alone: a legal form, its head, its first word."""
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return "PublicBody" if words and nouns.last.get(words[0].casefold()) == "PublicBody" else None
    if text.casefold() in read_words("blocs") or words[-1] in nouns.clans:
        return "Organization"
    if nouns.legal_form(words[-1]):
        return "Company"
    if words[0] == "Office" and words[1] == "of":
        return "PublicBody"
    first = nouns.first.get(words[0].casefold())
    if first is not None:
        ends = nouns.last.get(words[-1].casefold())
        return ends if first == "Place" and ends in BODIES else first  # "Lake Resources"
    cut = next(
        (place for place, word in enumerate(words) if place and word in read_words("head_joints")), len(words)
    )
    if (
        cut == len(words)
        and words[-1] in read_words("regions")
        and words[0].casefold().split("-")[0] not in read_words("directions")
    ):
        return "Company"
    last = words[cut - 1].casefold()
    kind = nouns.last.get(last)
    if last == "bank" and cut > 1 and words[cut - 2] in ("Central", "Reserve"):
        return "PublicBody"
    if kind == "Organization" and words[cut - 1].islower() and nouns.kinds.get(last) == kind:
        return kind  # "the Kulanu party"
    if kind is None or not words[cut - 1][:1].isupper():
        return None
    doubtful = label == "PERSON" or kind == "Place"
    if last in nouns.surnames and (doubtful or nouns.given.person(words) > FAIR):
        return None
    return kind


def _kind_of(doc: Doc, spot: Spot, nouns: Nouns) -> str | None:
    """ "the Battle of Ulm", "the Duchy of Milan", cut before "of": what kind of thing, no name."""
    if spot.end - spot.start > 1 or spot.end >= len(doc) or doc[spot.end].lower_ != "of":
        return None
    kind = nouns.last.get(spot.text.casefold())
    return kind if kind in ("Place", NOTHING) else None


def _acts(root: Token) -> bool:
    """A name that does something is no place: places that act are states, and those the registry knows."""
    verb = root.head
    if verb.pos_ == "AUX" and any(
        c.dep_ == "acomp" and c.lower_ in read_words("likely") for c in verb.children
    ):
        return root.dep_ == "nsubj"
    return root.dep_ in ("nsubj", "agent") and verb.pos_ == "VERB" and verb.lemma_ not in read_words("static")


def _who(root: Token) -> str:
    """ "Gentry Beach, who has …": persons alone are "who", and never "which"."""
    for clause in root.children:
        if clause.dep_ == "relcl":
            for child in clause.children:
                if child.lower_ in ("who", "which") and child.dep_ in ("nsubj", "nsubjpass"):
                    return child.lower_
    return ""


def _neighbour(root: Token) -> str:
    """The label of a name that "and" joins to one that has none itself."""
    if root.dep_ == "conj" and root.head.pos_ == "PROPN":
        return root.head.ent_type_
    return next((c.ent_type_ for c in root.children if c.dep_ == "conj" and c.pos_ == "PROPN"), "")


def beside(root: Token, spot: Spot) -> list[Token]:
    """Common nouns that say what the name is: appositions, what stands before it, what it "is"."""
    found = [c for c in root.children if not spot.start <= c.i < spot.end and _describes(c, root)]
    head = root.head
    if root.dep_ == "appos" and head.pos_ == "NOUN":
        found.append(head)
    elif root.dep_ == "appos" and head.dep_ == "pobj" and head.head.lower_ in ("in", "from", "at"):
        found += [head.head.head] if head.head.head.pos_ == "NOUN" else []
    elif root.dep_ == "conj" and head.pos_ == "PROPN":
        found += [c for c in head.children if c.tag_ == "NNS" and _describes(c, head)]
        found += [head.head] if head.dep_ == "appos" and head.head.tag_ == "NNS" else []
    elif root.dep_ == "oprd" and head.lower_ in ("called", "named") and head.dep_ == "acl":
        found.append(head.head)
    elif root.dep_ == "nsubj" and head.lemma_ == "be":
        said = [c for c in head.children if c.dep_ == "attr"]
        found += [c for attribute in said for c in (attribute, *_one_of(attribute)) if c.pos_ == "NOUN"]
    elif root.dep_ == "pobj" and head.lower_ == "like" and head.head.pos_ == "NOUN":
        found.append(head.head)
    return found + [c for noun in found for c in noun.children if c.i < noun.i and _and_also(c)]


def _and_also(noun: Token) -> bool:
    """ "his daughter and business partner, Lorena": the first of what a name is said to be."""
    return noun.pos_ == "NOUN" and noun.dep_ == "nmod" and any(c.dep_ == "cc" for c in noun.children)


def _one_of(token: Token) -> list[Token]:
    """ "is one of the biggest lakes": a lake."""
    if token.lower_ != "one":
        return []
    return [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]


def _describes(child: Token, root: Token) -> bool:
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.ent_type_ == "":
        return True
    if child.pos_ != "NOUN":
        return False
    return child.dep_ == "appos" or (child.dep_ in ("compound", "nmod", "amod") and child.i < root.i)


def hold_vote(spots: Iterable[tuple[Spot, Doc]], nouns: Nouns) -> Ballot:
    """The vote of all places together."""
    ballot = Ballot()
    for spot, doc in spots:
        take_votes(ballot, spot, doc, nouns)
    return ballot
