"""Whom the words of those who speak mean: "I", "you", "we", and what a speaker leaves out."""

from collections.abc import Callable, Sequence

from extract.grammar.clauses import subjects
from extract.grammar.nominals import modifiers
from extract.grammar.prepositions import prepositional
from extract.names.figures import ACTING, COLLECTIVE, Figure
from extract.reference.candidates import REACH
from extract.reference.nearest import described
from extract.reference.scene import Bound, Scene, led_state, state_of
from extract.reference.voices import PLURAL, SINGULAR, Quote, quoted
from extract.status.denial import denied_noun
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.words import read_words

# Whom a word of a segment means, one of some types: what ends.py reads.
Read = Callable[[Token, int, Scene, frozenset[str], int], list[Bound]]


def read_speaker(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int, read: Read
) -> list[Bound]:
    """ "I" is whoever is quoted, else whoever speaks this turn."""
    if "Person" not in types:
        return []
    figure = _teller(token, segment, scene, depth, read)
    if figure is None or figure.type != "Person":
        return []
    return [Bound(figure, token, token.i, token.i + 1)]


def read_addressed(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """ "You" of one who asks is who speaks next, or has just spoken."""
    turns = scene.voices.turns
    asker = turns.get(segment)
    if asker is None and "Person" in types:
        return _answering(token, segment, scene)
    if asker is None or "Person" not in types or id(asker) not in scene.voices.askers:
        return []
    if quoted(token, _quotes(segment, scene)) is not None:
        return []
    others = [turns[n] for n in (*range(segment + 1, segment + 4), segment - 1) if n in turns]
    guest = next((f for f in others if f is not asker), None)
    if guest is None or id(guest) in scene.voices.askers:
        return []
    return [Bound(guest, token, token.i, token.i + 1)]


def _answering(token: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "You" in a question of one whom the label does not name ("HOST", "Q"): who speaks next."""
    guest = scene.voices.turns.get(segment + 1)
    asks = token.doc[token.sent.end - 1].text == "?" and segment - 1 in scene.voices.turns
    if guest is None or not asks or id(guest) in scene.voices.askers:
        return []
    return [Bound(guest, token, token.i, token.i + 1)]


def read_spoken_for(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int, read: Read
) -> list[Bound]:
    """ "we" is the company or body that the one who says it leads, works for or speaks for."""
    teller = _teller(token, segment, scene, depth, read)
    own = scene.voices.own
    if teller is None:
        alone = own is not None and not scene.voices.turns and quoted(token, _quotes(segment, scene)) is None
        return [Bound(own, token, token.i, token.i + 1)] if own is not None and alone else []
    body = scene.voices.bodies.get(id(teller)) if teller.type == "Person" else teller
    if body is None:
        body = led_state(teller, scene)
    if (
        body is not None
        and body is not own
        and body.type == "Organization"
        and _in_turn(token, segment, scene)
    ):
        return []  # "Venezuela used to ship us oil," says the head of a forum: us at home
    if body is None and scene.voices.turns.get(segment) is teller and id(teller) not in scene.voices.askers:
        body = own
    if body is not None and body.type == "PublicBody" and "State" in types:
        words = body.name.casefold().replace(",", " ").split()
        body = (state_of(body, scene) if read_words("government") & {*words} else None) or body
    return [Bound(body, token, token.i, token.i + 1)] if body is not None else []


def _in_turn(token: Token, segment: int, scene: Scene) -> bool:
    """Whether somebody says "us" of himself in an interview as what is done to them."""
    given = token.dep_ in ("dobj", "dative", "pobj")
    return given and segment in scene.voices.turns and quoted(token, _quotes(segment, scene)) is None


def source_of(token: Token, segment: int, scene: Scene) -> Token | None:
    """Who is told to say what a word stands in, in quotation marks or without."""
    quote = quoted(token, _quotes(segment, scene))
    return quote.source if quote is not None else next(iter(_reporters(token)), None)


def _quotes(segment: int, scene: Scene) -> Sequence[Quote]:
    return scene.voices.quotes.get(segment, ())


def _teller(token: Token, segment: int, scene: Scene, depth: int, read: Read) -> Figure | None:
    """Who says a word of the first person: the source of the quotation, the speaker of the turn."""
    quote = quoted(token, _quotes(segment, scene))
    if quote is not None and quote.source is not None:
        said = read(quote.source, segment, scene, ACTING, depth + 1)
        said = said or _represented(quote.source, segment, scene, depth, read)
        return said[0].figure if len(said) == 1 else None
    spoken = [t for t in token.doc[token.sent.start : token.i] if t.lower_ == "quote"]
    if quote is None and scene.voices.turns and not spoken:
        return scene.voices.turns.get(segment)
    said = [
        b for t in _reporters((spoken or [token])[-1]) for b in read(t, segment, scene, ACTING, depth + 1)
    ]
    return said[0].figure if len(said) == 1 else None


def _reporters(token: Token) -> list[Token]:
    """Who is told to say the clause that a word stands in."""
    head = token.head
    if token.dep_ in ("nsubj", "dep") and denied_noun(token) and head.lemma_ in read_lexicon().report:
        return [c for c in head.children if c.dep_ == "nsubj" and c != token]  # "No talks with X, says Y"
    for verb in (token, *token.ancestors):
        if verb.dep_ in ("ccomp", "parataxis") and verb.head.lemma_ in read_lexicon().report:
            return [t for t in subjects(verb.head) if t != token and t.lower_ not in SINGULAR | PLURAL]
    return []


def _represented(token: Token, segment: int, scene: Scene, depth: int, read: Read) -> list[Bound]:
    """For whom a spokesman without a name speaks: "a Shell spokesman", "a company spokesman"."""
    if token.lemma_ not in read_words("spokespersons") or depth > 3:
        return []
    for near in (*modifiers(token), *prepositional(token, "for"), *prepositional(token, "of")):
        found = read(near, segment, scene, COLLECTIVE, depth + 1)
        if not found and near.dep_ == "compound" and scene.nouns.kinds.get(near.lemma_) in COLLECTIVE:
            figure = _meant_before(
                token, scene.nouns.kinds[near.lemma_], scene.place_of[segment, token.i], scene
            )
            found = [Bound(figure, near, near.i, near.i + 1)] if figure is not None else []
        if found:
            return [b for b in found if b.figure.type in COLLECTIVE]
    return []


def _meant_before(noun: Token, kind: str, place: int, scene: Scene) -> Figure | None:
    """The one body of a kind that the sentences before speak of, and that the speaker does not name himself."""
    here = [c.figure for c in scene.sentences[place].candidates]
    before = [
        c.figure
        for sentence in scene.sentences[max(0, place - REACH + 1) : place]
        for c in sentence.candidates
        if c.figure is not None and c.figure.type == kind and all(c.figure is not f for f in here)
    ]
    return described(noun, place, scene.sentences, "", before)
