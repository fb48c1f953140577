"""Whose own text a document is: the company of an announcement, the body that holds a call or a briefing."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from extract.names.figures import BODIES, Cast, Figure, only_figure
from extract.nlp import Parsed
from extract.vocabulary.nouns import Nouns

LINKING = frozenset({"OF", "THE", "AND", "FOR", "ON", "IN", "AT"})
LISTING = 8
TITLE = 200  # characters; what is longer tells of other meetings
ANNOUNCING = frozenset("advise announce complete confirm enter inform note provide report say sign".split())
COMMON = frozenset(
    {"company", "group", "bank", "fund", "corporation", "issuer", "firm", "trust", "partnership"}
)


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:call|results|earnings|briefing|conference|meeting|presentation)\b", re.IGNORECASE
    )


def convener(
    parsed: Sequence[Parsed], cast: Cast, look: Callable[[str], Iterable[Figure]] = lambda _: ()
) -> Figure | None:
    """The body whose own text this is, or None where the text is nobody's own or does not tell.

    `look` gives the bodies of the registry in a text; it is asked where a title is set in capitals.
    """
    labelled = next((n for n, piece in enumerate(parsed) if piece.segment.speaker), None)
    if labelled is not None:
        texts = [piece.segment.text for piece in parsed[:labelled]]
        before = [n for n, text in enumerate(texts) if len(text) < TITLE and _occasion().search(text)]
        named = [f for n in before for f in _named(n, parsed, cast)]
        if before and not named:  # the body's name stands on a line of its own
            named = [f for n in range(labelled) for f in _named(n, parsed, cast)]
        if not named:
            titles = [parsed[n].segment.text for n in before]
            named = [f for text in titles if text.isupper() for f in look(_lowered(text)) if f.type in BODIES]
        return only_figure(named)
    return _defined(parsed, cast) or _announcing(parsed, cast) or _pleased(parsed, cast)


def _named(number: int, parsed: Sequence[Parsed], cast: Cast) -> Iterator[Figure]:
    for token in parsed[number].doc:
        figure = cast.at.get((number, token.i))
        if figure is not None and figure.type in BODIES and not _common(figure):
            yield figure


def _lowered(text: str) -> str:
    """ "OFFICE OF THE TREASURY" as it is written elsewhere."""
    words = [w if "." in w else w.lower() if w in LINKING else w.capitalize() for w in text.split()]
    return " ".join(words)


def _common(figure: Figure) -> bool:
    return fold_case(figure.name) in COMMON


def fold_case(name: str) -> str:
    """A name in lower case without its article."""
    return name.casefold().removeprefix("the ")


def _defined(parsed: Sequence[Parsed], cast: Cast) -> Figure | None:
    """ "Halvorsen Oil ASA (the "Company")": the name that stands right before."""
    for number, piece in enumerate(parsed[:6]):
        for token in piece.doc:
            if token.text != "Company" or token.i < 3:
                continue
            before = piece.doc[max(0, token.i - 14) : token.i]
            opened = next((t.i for t in reversed(list(before)) if t.text == "("), None)
            if opened is None or opened == 0 or any(t.text == ")" for t in piece.doc[opened : token.i]):
                continue
            if piece.doc[token.i - 1].text not in ('"', "the"):
                continue
            if piece.doc[opened - 1].text == ")":  # "Halvorsen Oil ASA (OSE: HOA) (the "Company")"
                before = piece.doc[max(0, opened - LISTING) : opened]
                opened = next((t.i for t in reversed(list(before)) if t.text == "("), opened)
            figure = cast.at.get((number, opened - 1)) or cast.at.get((number, opened - 2))
            if figure is not None and figure.type in BODIES:
                return figure
    return None


def _announcing(parsed: Sequence[Parsed], cast: Cast) -> Figure | None:
    """Where a text says "the Company" with a capital, it is the company that it names first, as a subject."""
    said = sum(
        t.text == "Company" and t.i > 0 and t.nbor(-1).lower_ == "the" and t.nbor(-1).text != "THE"
        for piece in parsed
        for t in piece.doc
    )
    if said < 2:
        return None
    for number, piece in enumerate(parsed):
        if piece.segment.kind == "headline":
            continue
        for token in piece.doc:
            figure = cast.at.get((number, token.i))
            if figure is not None and figure.type == "Company" and not _common(figure):
                subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in (token, token.head))
                return figure if subject else None
    return None


def _pleased(parsed: Sequence[Parsed], cast: Cast) -> Figure | None:
    """The company that opens a text and "announced today", "is pleased to announce" or gives its ticker."""
    opening = [n for n, piece in enumerate(parsed) if piece.segment.kind != "headline"][:2]
    for number in opening:
        for sentence in parsed[number].doc.sents:
            root = sentence.root
            for subject in root.children:
                figure = cast.at.get((number, subject.i))
                if subject.dep_ != "nsubj" or figure is None:
                    continue
                tells = any(w.lower_ in ("today", "pleased", "delighted", "proud") for w in root.subtree)
                listed = "(" in sentence.text and ":" in sentence.text
                announces = root.lemma_ in ANNOUNCING and tells
                pleased = root.lemma_ == "be" and any(c.lower_ == "pleased" for c in root.children)
                if figure.type == "Company" and (
                    announces or pleased or (root.lemma_ in ANNOUNCING and listed)
                ):
                    return figure
                return None
    return None


def join_common(cast: Cast, parsed: Sequence[Parsed], own: Figure | None, nouns: Nouns) -> None:
    """Give "the Company", "the Bank", "the Commission" to the one figure that bears the word as its head.

    "the Company" of an announcement is the company that makes it (`own`).
    """
    for figure in list(cast.figures):
        word = fold_case(figure.name)
        if figure.registry is not None or " " in word or not figure.spots or figure is own:
            continue
        kind = nouns.kinds.get(word)
        if kind is None or kind == "Person":
            continue
        spots = [s for s in figure.spots if s.start and parsed[s.segment].doc[s.start - 1].lower_ == "the"]
        if len(spots) != len(figure.spots) and word not in COMMON:
            continue
        meant = own if word == "company" and own is not None else _headed(word, figure, cast)
        if meant is None:
            continue
        meant.spots += figure.spots
        for spot in figure.spots:
            for token in range(spot.start, spot.end):
                cast.at[spot.segment, token] = meant
        cast.figures.remove(figure)


def _headed(word: str, figure: Figure, cast: Cast) -> Figure | None:
    """The one figure named before whose name has this head: "Bank" of "Amber Bank", "Bank of Ruritania"."""
    first = min((s.segment, s.start) for s in figure.spots)
    found = [
        f
        for f in cast.figures
        if f is not figure
        and f.spots
        and (f.spots[0].segment, f.spots[0].start) < first
        and any(head_of(name) == word and " " in fold_case(name) for name in {f.name, *f.spellings})
    ]
    return found[0] if len(found) == 1 else None


def head_of(name: str) -> str:
    """The head of a name in lower case: "bank" of "the Bank of Ruritania", "front" of "Three Hills Front"."""
    words = fold_case(name).split()
    cut = next(
        (place for place, w in enumerate(words) if w in ("of", "for", "on", "in") and place), len(words)
    )
    return words[cut - 1] if words else ""
