"""Which names of a document are persons, and which of them are one: full names, surnames, given names."""

from collections import Counter
from collections.abc import Mapping, Sequence

from extract.ballot import Ballot, hold_vote
from extract.figures import BODIES, Figure, NameIndex, name_words, place_of_spot, take_sense
from extract.forenames import key
from extract.forms import by_form
from extract.nlp import Parsed
from extract.nouns import Nouns, read_nouns
from extract.parse import Doc
from extract.persons import person_of
from extract.spots import Spot
from extract.words import read_words
from graph.registry import Registry, Sense
from graph.resolve.names import fold, given_matches

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
    people |= {text for text in places if _particled(name_words(text)) and _folded(text) in tails}
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


def group_persons(
    figures: dict[str, Figure],
    spots: Sequence[Spot],
    parsed: Sequence[Parsed],
    registry: Registry,
    nouns: Nouns,
    date: str | None,
    countries: Counter[str],
) -> None:
    """Full names first, then surnames and given names that point to one of them, then the registry."""
    people = spots
    index = NameIndex(figures.values())
    words = {id(s): name_words(s.text) for s in people}
    for spot in people:
        if len(words[id(spot)]) > 1 and not _only_suffix(words[id(spot)]) and not _particled(words[id(spot)]):
            doc = parsed[spot.segment].doc
            candidates = index.having(words[id(spot)][-1])
            twin = _same_name(candidates, spot.text) or _whole_name(candidates, spot, words[id(spot)])
            if twin is not None:
                twin.add(spot)
                continue
            known = person_of(spot, doc, registry, date, countries)
            key = known if known is not None else f"person:{fold(spot.text)}"
            if known is not None:
                take_sense(figures, (Sense(known, "name"), False), spot, registry)
            else:
                gender = title_gender(spot, doc, nouns) or nouns.given.gender(words[id(spot)][0])
                figures.setdefault(key, Figure(key, spot.text, gender=gender)).add(spot)
            index.note(figures[key], spot.text)
    for spot in people:
        parts = words[id(spot)]
        if len(parts) > 1 and not _only_suffix(parts) and not _particled(parts):
            continue
        doc = parsed[spot.segment].doc
        gender = title_gender(spot, doc, nouns)
        figure = _short_name(index.having(parts[-1] if _particled(parts) else parts[0]), spot, parts, gender)
        if figure is not None:
            figure.add(spot)
            continue
        alone = nouns.given.sure(spot.text) and not _titled(spot, doc, nouns)
        known = person_of(spot, doc, registry, date, countries, least=3 if alone else 1)
        if known is not None:
            take_sense(figures, (Sense(known, "name"), False), spot, registry)
        else:
            key = f"person:{fold(spot.text)}{'' if gender is None else ':' + gender}"
            own = gender or (nouns.given.gender(spot.text) if alone else None)
            figures.setdefault(key, Figure(key, spot.text, gender=own)).add(spot)


def title_gender(spot: Spot, doc: Doc, nouns: Nouns) -> str | None:
    """What the title before a name tells: "Mr", "Ms", "Queen"."""
    return nouns.title_genders.get(doc[spot.start - 1].text) if spot.start > 0 else None


def _titled(spot: Spot, doc: Doc, nouns: Nouns) -> bool:
    """Whether a title stands right before a name."""
    return spot.start > 0 and doc[spot.start - 1].text in nouns.titles


def _initialled(text: str) -> bool:
    """ "S. Lavrov", "D. J. Trump"."""
    words = name_words(text)
    return len(words) > 1 and all(len(w) == 2 and w[1] == "." for w in words[:-1])


def _same_name(candidates: Sequence[Figure], text: str) -> Figure | None:
    """The one person of the document whose name may be the same ("Donald J. Trump", "S. Lavrov")."""
    last = name_words(text)[-1]

    def alike(figure: Figure) -> bool:
        full = [n for n in figure.spellings if len(name_words(n)) > 1 and name_words(n)[-1] == last]
        return bool(full) and all(given_matches(name, text) for name in full)

    found = [f for f in candidates if f.type in (None, "Person") and alike(f)]
    return found[0] if len(found) == 1 else None


def _whole_name(candidates: Sequence[Figure], spot: Spot, parts: list[str]) -> Figure | None:
    """ "Guzman Lopez", called before by a longer name that ends in it: of several the one named last."""
    longer = [
        f
        for f in candidates
        if f.type in (None, "Person")
        and any(
            len(name_words(n)) > len(parts) and name_words(n)[-len(parts) :] == parts for n in f.spellings
        )
    ]
    return max(longer, key=lambda f: _last_place(f, spot), default=None)


def _only_suffix(words: list[str]) -> bool:
    return len(words) == 2 and words[1] in read_words("generations")


def _particled(words: list[str]) -> bool:
    """A family name of two words: "bin Salman", "von der Leyen", "de Mistura"."""
    if words[0][:1].islower() or words[0] in ("Al", "Van", "Von", "De", "Bin", "Ben", "Abu"):
        return True
    return len(words) == 2 and words[0] in ("Da", "Del", "Della", "Di", "Dos", "El", "Ould")


def _short_name(
    candidates: Sequence[Figure], spot: Spot, parts: list[str], gender: str | None
) -> Figure | None:
    """The one figure of the document that a surname (or a given name) points to."""
    junior = parts[-1] in read_words("generations")
    surname = parts[0]
    by_surname: list[Figure] = []
    by_first: list[Figure] = []
    by_given: list[Figure] = []
    for figure in candidates:
        if figure.type not in (None, "Person"):
            continue
        for name in {figure.name, *figure.spellings}:
            words = name_words(name)
            tail = words[-len(parts) :]
            alike = tail[1:] == parts[1:] and tail[0].casefold() == parts[0].casefold()
            if len(parts) > 1 and not junior and len(words) > len(parts) and alike:
                by_surname.append(figure)
                break
            suffixed = words[-1] in read_words("generations")
            bare = words[:-1] if suffixed else words
            if len(bare) < 2 or suffixed != junior:
                continue
            if bare[-1] == surname or (bare[0] == surname and _family_first(bare)):
                by_surname.append(figure)
                break
            if len(bare) > 2 and bare[-2] == surname and not junior:
                by_first.append(figure)  # "Salinas" of "Ricardo Salinas Pliego"
                break
            if bare[0] == surname and not junior:
                by_given.append(figure)
                break
    by_surname = [f for f in by_surname or by_first if not _opposed(f, gender)]
    by_given = [f for f in by_given if not _opposed(f, gender)]
    before = [f for f in by_surname if f.spots and place_of_spot(f.spots[0]) < place_of_spot(spot)]
    chosen = before or by_surname
    known = [f for f in chosen if f.registry is not None]
    if len(known) == 1 and not any(f.name.split()[-1] == surname for f in chosen):
        return known[0]  # of two Kims the one that is known
    if chosen:
        return max(chosen, key=lambda f: (len(f.spots), _last_place(f, spot)))
    return by_given[0] if len(by_given) == 1 else None


def _family_first(words: Sequence[str]) -> bool:
    """ "Lee Jae-yong", "Kim Jong Un": the family name stands first, as in Korea and China."""
    if len(words) == 2 and "-" in words[1]:
        return words[1].split("-")[1][:1].islower()
    given = read_nouns().given
    return 1 < len(words) < 4 and key(words[0]) in given.families and not given.sure(words[-1])


def _opposed(figure: Figure, gender: str | None) -> bool:
    return gender is not None and figure.gender is not None and figure.gender != gender


def _last_place(figure: Figure, spot: Spot) -> tuple[int, int]:
    """Where a figure was last named before a spot."""
    return max(
        (place_of_spot(s) for s in figure.spots if place_of_spot(s) < place_of_spot(spot)), default=(-1, -1)
    )
