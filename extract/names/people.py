"""Which names of a document are persons, by what the document as a whole says of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from extract.names.ballot import Ballot, hold_vote
from extract.names.figures import BODIES, name_words
from extract.names.forms import by_form
from extract.names.individuals import title_gender
from extract.names.namesakes import particled
from extract.names.persons import person_of
from extract.names.spots import Spot
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.vocabulary.forenames import key
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry

SURE = 2.0


def people_among(
    spots: Sequence[Spot],
    known: set[str],
    parsed: Sequence[Parsed],
    registry: Registry,
    nouns: Nouns,
    date: str | None,
    countries: Counter[str],
) -> frozenset[str]:
    """The spellings that the document as a whole uses for persons: labels, titles and appositions vote."""
    places: dict[str, list[tuple[Spot, Doc]]] = {}
    for spot in spots:
        places.setdefault(spot.text, []).append((spot, parsed[spot.segment].doc))
    ballots = {text: hold_vote(found, nouns) for text, found in places.items()}
    winners = {text: ballot.winner() for text, ballot in ballots.items()}
    people = {text for text, winner in winners.items() if winner == "Person"}
    firms = _firms(places, nouns)
    people -= {text for text in people if _of_firm(text, firms, nouns)}
    people -= {text for text in people if _recalled(text, places, ballots[text])}
    titled = {s.text for s in spots if title_gender(s, parsed[s.segment].doc, nouns) and " " not in s.text}
    people |= {text for text in places if _called_so(name_words(text), titled, places[text], nouns)}
    full = [name_words(text) for text in people | known if len(name_words(text)) > 1]
    surnames = {words[-1] for words in full}
    surnames |= {words[-2] for words in full if _two_surnames(words, nouns)}
    firsts = {words[0] for words in full if words[0] in nouns.given}
    firsts |= {words[0] for words in full if len(words) < 4 and key(words[0]) in nouns.given.families}
    tails = {tuple(w.casefold() for w in words[n:]) for words in full for n in range(1, len(words) - 1)}
    named_after = {
        name_words(s.text)[0]
        for s in spots
        if len(name_words(s.text)) > 1
        and name_words(s.text)[-1] not in nouns.clans | read_words("generations")
        and s.text not in people
        and (s.label == "ORG" or winners[s.text] in BODIES)
    }
    people -= {s.text for s in spots if s.text in named_after and s.text not in surnames | firsts}
    people |= {text for text in places if _initialled(text) and name_words(text)[-1] in surnames}
    people |= {text for text in places if winners[text] is None and _of_family(name_words(text), surnames)}
    people |= {text for text in places if particled(name_words(text)) and _folded(text) in tails}
    people |= {text for text in places if text in firsts and text not in named_after | {"", text.upper()}}
    for spot in spots:
        if spot.text in people or len(name_words(spot.text)) > 1 or spot.text in named_after:
            continue
        if max(ballots[spot.text].evidence.values(), default=0.0) >= SURE and spot.text not in surnames:
            continue
        if spot.text in surnames or (
            spot.label in ("ORG", "GPE", "")
            and person_of(spot, parsed[spot.segment].doc, registry, date, countries, least=3)
        ):
            people.add(spot.text)
    return frozenset(people)


def _of_family(words: Sequence[str], surnames: set[str]) -> bool:
    """ "Ural Rakhimov", of whom nothing tells what he is, but the text has a Murtaza Rakhimov."""
    plain = words[0].lower() not in STOP_WORDS  # "Though Trump said"
    return 1 < len(words) < 4 and plain and words[-1] in surnames and all(word.istitle() for word in words)


def _called_so(
    words: Sequence[str], titled: set[str], places: Sequence[tuple[Spot, Doc]], nouns: Nouns
) -> bool:
    """Whether "Mr. Paz" tells that "Rigoberto Paz Urbina", a person for the NER, is one."""
    if not 1 < len(words) < 6 or not titled & {words[-1], *words[-2:-1]}:
        return False
    label = places[0][0].label
    return label == "PERSON" and by_form(" ".join(words), label, nouns) is None and "'" not in words[0]


def _two_surnames(words: list[str], nouns: Nouns) -> bool:
    """ "Ricardo Salinas Pliego": the first of two family names is what he is called by."""
    if not 2 < len(words) < 6 or words[-1] in read_words("generations"):
        return False
    first = words[-2]
    return first[:1].isupper() and len(first) > 3 and "." not in first and first not in nouns.given


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in name_words(text))


def _recalled(text: str, places: Mapping[str, object], ballot: Ballot) -> bool:
    """Whether a name that only the NER calls a person's is taken up by its first word, as firms are."""
    words = name_words(text)
    told = ballot.evidence.get("Person", 0.0)
    if len(words) < 2 or words[-1] in read_words("generations"):
        return False
    return ballot.unlike and not told and words[0] in places and words[-1] not in places


def _firms(places: Mapping[str, Sequence[tuple[Spot, Doc]]], nouns: Nouns) -> list[list[str]]:
    """The words of all names that their own words make a firm's or a body's, without legal forms."""
    found = []
    for text, seen in places.items():
        if by_form(text, seen[0][0].label, nouns) in BODIES:
            found.append(_bare(text, nouns))
    return found


def _bare(text: str, nouns: Nouns) -> list[str]:
    words = name_words(text)
    while len(words) > 1 and nouns.legal_form(words[-1]):
        words.pop()
    return words


def _of_firm(text: str, firms: Sequence[Sequence[str]], nouns: Nouns) -> bool:
    """Whether a name of two words or more is a firm's name cut short: "Cerro Quilla" of "Minera Cerro Quilla"."""
    words = _bare(text, nouns)
    if len(words) < 2 or (len(words) == 2 and nouns.given.person(words) > 2):
        return False
    return any(
        firm[: len(words)] == words or firm[-len(words) :] == words
        for firm in firms
        if len(firm) >= len(words)
    )


def _initialled(text: str) -> bool:
    """ "S. Lavrov", "D. J. Trump"."""
    words = name_words(text)
    return len(words) > 1 and all(len(w) == 2 and w[1] == "." for w in words[:-1])
