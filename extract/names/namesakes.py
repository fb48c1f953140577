"""Which persons of a document are one: the same name in full, a surname, a given name."""

from collections.abc import Container, Sequence

from extract.names.figures import Figure, name_words, place_of_spot
from extract.names.spots import Spot
from extract.syntax.parse import Doc
from extract.vocabulary.forenames import key
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words
from graph.resolve.names import given_matches


def same_name(candidates: Sequence[Figure], text: str) -> Figure | None:
    """The one person of the document whose name may be the same ("Donald J. Trump", "S. Lavrov")."""
    last = name_words(text)[-1]

    def alike(figure: Figure) -> bool:
        full = [n for n in figure.spellings if len(name_words(n)) > 1 and name_words(n)[-1] == last]
        return bool(full) and all(given_matches(name, text) for name in full)

    found = [f for f in candidates if f.type in (None, "Person") and alike(f)]
    return found[0] if len(found) == 1 else None


def whole_name(
    candidates: Sequence[Figure], spot: Spot, parts: list[str], kin: Container[str]
) -> Figure | None:
    """ "Guzman Lopez", called before by a longer name that ends in it.

    Of several the one named most, else no relative (their names are `kin`), else the one named last.
    """
    longer = [
        f
        for f in candidates
        if f.type in (None, "Person")
        and any(
            len(name_words(n)) > len(parts) and name_words(n)[-len(parts) :] == parts for n in f.spellings
        )
    ]
    return max(longer, key=lambda f: (len(f.spots), f.name not in kin, _last_place(f, spot)), default=None)


def particled(words: list[str]) -> bool:
    """A family name of two words: "bin Salman", "von der Leyen", "de Mistura"."""
    if words[0][:1].islower() or words[0] in ("Al", "Van", "Von", "De", "Bin", "Ben", "Abu"):
        return True
    return len(words) == 2 and words[0] in ("Da", "Del", "Della", "Di", "Dos", "El", "Ould")


def short_name(
    candidates: Sequence[Figure],
    spot: Spot,
    parts: list[str],
    gender: str | None,
    kin: Container[str] = (),
) -> Figure | None:
    """The one figure of the document that a surname (or a given name) points to.

    Whom a text brings in as somebody's relative (their names are `kin`) is not meant by the surname they share.
    """
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
            if len(words) == 2 and words[0] in read_nouns().titles:
                continue  # "General Sessions" of "Attorney General Sessions"
            tail = words[-len(parts) :]
            alike = tail[1:] == parts[1:] and tail[0].casefold() == parts[0].casefold()
            if len(parts) > 1 and not junior and len(words) > len(parts) and alike:
                by_surname.append(figure)
                break
            suffixed = words[-1] in read_words("generations")
            bare = words[:-1] if suffixed else words
            if len(bare) < 2 or suffixed != junior:
                continue
            if bare[-1] == surname or (bare[0] == surname and family_first(bare)):
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
        return max(chosen, key=lambda f: (len(f.spots), f.name not in kin, _last_place(f, spot)))
    return by_given[0] if len(by_given) == 1 else None


def family_first(words: Sequence[str]) -> bool:
    """ "Lee Jae-yong", "Kim Jong Un": the family name stands first, as in Korea and China."""
    if len(words) == 2 and "-" in words[1]:
        return words[1].split("-")[1][:1].islower()
    given = read_nouns().given
    return 1 < len(words) < 4 and key(words[0]) in given.families and not given.sure(words[-1])


def _opposed(figure: Figure, gender: str | None) -> bool:
    return gender is not None and figure.gender is not None and figure.gender != gender


def relatives(spots: Sequence[Spot], docs: Sequence[Doc]) -> frozenset[str]:
    """The names of persons whom a text brings in as somebody's relatives: "his nephews, Marcos and Fabián Benegas"."""
    return frozenset(s.text for s in spots if " " in s.text and _brought_in(s, docs[s.segment]))


def _brought_in(spot: Spot, doc: Doc) -> bool:
    root = doc[spot.start : spot.end].root
    near = []
    while root.dep_ in ("conj", "appos") and root.head.pos_ in ("PROPN", "NOUN"):
        near.append(root.head)
        root = root.head
    near += [c for c in root.children if c.dep_ in ("appos", "compound", "nmod")]
    near += doc.words[spot.start - 1 : spot.start] if spot.start else []
    return any({noun.lemma_, noun.lower_.removesuffix("s")} & read_words("relatives") for noun in near)


def _last_place(figure: Figure, spot: Spot) -> tuple[int, int]:
    """Where a figure was last named before a spot."""
    return max(
        (place_of_spot(s) for s in figure.spots if place_of_spot(s) < place_of_spot(spot)), default=(-1, -1)
    )
