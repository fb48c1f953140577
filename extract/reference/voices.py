"""Whose voice is heard: who speaks a turn, who is quoted, and for whom a person speaks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.names.figures import Cast, Figure, name_words
from extract.nlp import Parsed
from extract.reference.introductions import introduced, introduces_himself
from extract.syntax.parse import Doc, Token
from extract.texts.abbreviations import words
from extract.texts.speakers import untitled
from extract.vocabulary.lexicon import Lexicon
from graph.resolve.names import fold

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
YOURS = frozenset({"you", "your", "yours", "yourself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
TALK = frozenset("ask call laugh shrug sigh smile grumble quip reply respond retort".split())
STOPS = frozenset({".", "!", "?"})
MARK = '"'
BEFORE = ("(", "[", "-", "—", "–", "/")
STRETCH = 28
SHORTEST = 3
TIES = ("HEADS", "WORKS_FOR", "REPRESENTS", "FOUNDED")
NOBODY = frozenset(
    (
        "operator moderator q a question answer host guest interviewer interviewee reporter reporters "
        "journalist speaker speakers voice narrator announcer all both audience unknown male female man woman "
        "participant clerk court translator interpreter caller analyst the press team staff editor chair chairman "
        "chairperson president minister ceo cfo witness counsel judge"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, from one mark to the other (tokens), and the word that names who says them."""

    start: int
    end: int
    source: Token | None


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks each segment, what is quoted there, and for whom each person (by identity) speaks.

    `own` is the body whose own text it all is; `askers` (by identity) are there to put questions.
    """

    turns: Mapping[int, Figure] = field(default_factory=dict)
    quotes: Mapping[int, Sequence[Quote]] = field(default_factory=dict)
    own: Figure | None = None
    askers: frozenset[int] = frozenset()
    bodies: Mapping[int, Figure] = field(default_factory=dict)


def quoted(token: Token, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that a word stands in, or None."""
    return next((q for q in quotes if q.start < token.i < q.end), None)


def read_quotes(doc: Doc, lexicon: Lexicon) -> tuple[Quote, ...]:
    """The direct quotations of a segment; one that names no source has that of its neighbour before it."""
    spans = [(a, b) for a, b in _paired(doc) if b - a > SHORTEST]
    if not spans:
        return ()
    sources = [_source(doc, start, end, lexicon) for start, end in spans]
    for place, source in enumerate(sources):
        if source is None and place:
            sources[place] = sources[place - 1]
    for place in reversed(range(len(sources) - 1)):
        if sources[place] is None:
            sources[place] = sources[place + 1]
    return tuple(Quote(*span, source) for span, source in zip(spans, sources, strict=True))


def _paired(doc: Doc) -> Iterator[tuple[int, int]]:
    """From mark to mark; one that is never closed ends where the next begins, as where it runs over paragraphs."""
    opened: int | None = None
    for mark in (t for t in doc if t.text == MARK):
        opens, closes = _opens(mark), _closes(mark)
        if opens == closes:
            opens = opened is None
        if opened is not None:
            yield opened, mark.i
        opened = mark.i if opens else None
    if opened is not None:
        yield opened, len(doc)


def _opens(mark: Token) -> bool:
    """Whether the space about a mark is that of one that opens: none behind it, but before it."""
    before = mark.doc[mark.i - 1] if mark.i else None
    return not mark.whitespace_ and (before is None or bool(before.whitespace_) or before.text in BEFORE)


def _closes(mark: Token) -> bool:
    before = mark.doc[mark.i - 1] if mark.i else None
    last = mark.i + 1 == len(mark.doc)
    return before is not None and not before.whitespace_ and (bool(mark.whitespace_) or last)


def _source(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Token | None:
    """Who is said to say it, right behind the quotation or right before it."""
    after: list[Token] = []
    before: list[Token] = []
    if end < len(doc) and doc[end - 1].text not in (".", MARK):
        for token in doc[end + 1 : end + 1 + STRETCH]:
            if token.text in STOPS or token.text == MARK:
                break
            after.append(token)
    if start and doc[start - 1].text in (",", ":"):
        for token in reversed(doc[max(0, start - STRETCH) : start]):
            if token.text in STOPS or token.text == MARK:
                break
            before.insert(0, token)
    for stretch in (after, before):
        for verb in stretch if stretch is after else reversed(stretch):
            if verb.pos_ == "VERB" and (verb.lemma_ in lexicon.report or verb.lemma_ in TALK):
                found = _teller(verb, stretch)
                if found is not None:
                    return found
    return None


def _teller(verb: Token, stretch: Sequence[Token]) -> Token | None:
    """The subject of a verb of saying, also where the parse loses it: "…, said Amina Yusuf"."""
    inside = {t.i for t in stretch}
    for child in verb.children:
        if child.dep_ == "nsubj" and child.i in inside and child.lower_ not in SINGULAR | PLURAL:
            return child
    place = verb.i + 1
    if place in inside and verb.doc[place].pos_ in ("PROPN", "NOUN", "DET", "PRON"):
        for token in verb.doc[place : place + 8]:
            if token.i not in inside or token.text == ",":
                break
            if token.pos_ in ("PROPN", "PRON") and token.dep_ != "compound":
                return token
    return None


def speakers(parsed: Sequence[Parsed], cast: Cast) -> dict[int, Figure]:
    """The person who speaks each segment: by its label, else the one who introduces himself."""
    labels = dict.fromkeys(p.segment.speaker for p in parsed if p.segment.speaker)
    known = {label: _labelled(label, cast) for label in labels if label}
    known |= introduced(parsed, cast, [label for label, figure in known.items() if figure is None])
    if labels:
        return {
            number: figure
            for number, piece in enumerate(parsed)
            if (figure := known.get(piece.segment.speaker or "")) is not None
        }
    hosts = {
        id(f): f for number, piece in enumerate(parsed) for f in introduces_himself(number, piece.doc, cast)
    }
    if len(hosts) != 1 or any(_others().search(piece.segment.text) for piece in parsed):
        return {}
    host = next(iter(hosts.values()))
    return dict.fromkeys(range(len(parsed)), host)


@cache
def _others() -> re.Pattern[str]:
    """What tells, where nobody is labelled, that others speak as well: a guest, thanks, an answer."""
    return re.compile(
        r"\b(?:for having me|(?:thanks|thank you) for (?:joining|being)|joins? (?:us|me)|joined (?:today )?by"
        r"|(?:my|our) guest|nice to (?:have|see) you|I have with me)\b|\. Yeah[.,]"
        r"|\?[\"'”’]? (?:Yes|Yeah|Yep|Sure|Absolutely|Exactly|Correct|No)[.,!]",
        re.IGNORECASE,
    )


def askers(parsed: Sequence[Parsed], turns: Mapping[int, Figure]) -> frozenset[int]:
    """The speakers (by identity) who mostly ask: a question in half of their turns or more."""
    said: dict[int, list[bool]] = {}
    for number, figure in turns.items():
        said.setdefault(id(figure), []).append("?" in parsed[number].segment.text)
    return frozenset(person for person, asks in said.items() if sum(asks) * 2 >= len(asks))


def _labelled(label: str, cast: Cast) -> Figure | None:
    """The one person of the cast that a label names; a new one where it is a name that nobody bears."""
    own_words = [w for w in fold(label).replace(".", " ").split() if w]
    titles = words("honorifics")
    nobody = bool(own_words) and own_words[0] in NOBODY and own_words[0] not in titles
    if not own_words or nobody or any(w.isdigit() for w in own_words):
        return None
    bare = [w for w in own_words if w not in titles]
    if not bare or all(w in NOBODY or len(w) < 2 for w in bare):
        return None
    full: dict[int, Figure] = {}
    short: dict[int, Figure] = {}
    for figure in cast.figures:
        if figure.type != "Person":
            continue
        for name in {figure.name, *figure.spellings}:
            own = [w.strip(".") for w in name_words(fold(name))]
            if own == bare:
                full[id(figure)] = figure
            elif len(own) > 1 and (own[-len(bare) :] == bare or own[: len(bare)] == bare):
                short[id(figure)] = figure
    found = full or short
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    if any(w in NOBODY for w in bare):
        return None
    name = " ".join(w.capitalize() if w.isupper() else w for w in untitled(label))
    figure = Figure(f"person:{fold(name)}", name, "Person")
    cast.figures.append(figure)
    return figure


def first_person(words: Iterable[Token]) -> bool:
    """Whether somebody says "we" or "our" there; "US" is no pronoun."""
    return any(token.lower_ in PLURAL and token.pos_ == "PRON" for token in words)


def says_there_is(words: Iterable[Token]) -> bool:
    """Whether somebody says that there is something with somebody: "there are no talks with …"."""
    return any(
        c.dep_ == "attr" and any(g.lower_ == "with" for g in c.children)
        for token in words
        if token.dep_ == "expl"
        for c in token.head.children
    )


def namesakes(turns: Mapping[int, Figure], cast: Cast) -> Iterator[tuple[str, Figure, Figure]]:
    """Speakers whose family name begins that of just one firm of the text: Lena Halberg speaks for Halberg Energy."""
    for speaker in {id(f): f for f in turns.values()}.values():
        words = name_words(speaker.name)
        if len(words) < 2:
            continue
        firms = [
            f
            for f in cast.figures
            if f.type == "Company"
            and any(name_words(n)[0] == words[-1] and " " in n for n in (f.name, *f.spellings))
        ]
        if len(firms) == 1:
            yield "FOUNDED", speaker, firms[0]


def bodies(ties: Iterable[tuple[str, Figure, Figure]]) -> dict[int, Figure]:
    """For whom each person speaks: what he leads, else what he works for; nobody where there are two.

    `ties` are affirmed statements as (predicate, person, body), those that no longer hold left out.
    """
    found: dict[int, dict[str, dict[int, Figure]]] = {}
    for predicate, person, body in ties:
        if predicate in TIES:
            found.setdefault(id(person), {}).setdefault(predicate, {})[id(body)] = body
    chosen: dict[int, Figure] = {}
    for speaker, by in found.items():
        best = next((by[predicate] for predicate in TIES if predicate in by), {})
        if len(best) == 1:
            chosen[speaker] = next(iter(best.values()))
    return chosen
