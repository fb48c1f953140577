"""From a token that fills a role to the figure it stands for."""

from collections.abc import Sequence
from dataclasses import replace

from extract.arguments import Filler, coordinated
from extract.candidates import PLURAL, PRONOUNS, REACH
from extract.clauses import ownerless, subjects
from extract.coreference import antecedent
from extract.definites import read_definite
from extract.denial import NOTHING, denied_noun
from extract.descriptions import read_described, read_office
from extract.figures import ACTING, BODIES, COLLECTIVE, Figure
from extract.groups import PARTITIVES, read_departments, read_group, read_included
from extract.kin import is_kin, owners, relative_of, same_name
from extract.lexicon import read_lexicon
from extract.nearest import described
from extract.nominals import modifiers
from extract.officials import read_official
from extract.parse import Token
from extract.picked import named_behind, namings, one_of
from extract.prepositions import prepositional
from extract.scene import Bound, Scene, led_state, registry_figure, state_of
from extract.standins import read_bloc, read_board, read_initial, read_standin
from extract.them import read_them
from extract.tied import read_tied
from extract.units import read_unit
from extract.unmeant import taken_back
from extract.unnamed import read_body, read_unnamed
from extract.voices import PLURAL as OURS
from extract.voices import SINGULAR as MINE
from extract.voices import YOURS, Quote, quoted
from extract.words import read_words

KINDS_BEHIND = frozenset(
    "group movement militia party organisation organization company firm network faction insurgency cartel bloc alliance "
    "union coalition".split()
)
COPULAS = frozenset({"be", "become", "remain"})
GOVERNMENT = frozenset({"ministry", "department", "office", "treasury", "cabinet"})


def bind(filler: Filler, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """The figures that a filler stands for, among those of the allowed types; [] where it names none."""
    token, key = filler.token, (segment, filler.token.i, types)
    if key not in scene.read:
        scene.read[key] = _bind(token, segment, scene, types, 0)
    found = scene.read[key]
    if not found:
        return []
    found = [b for b in found if not taken_back(b.token.doc, b.end)]
    denied = filler.negated or token.lower_ in NOTHING or denied_noun(token)
    if "Place" in types and "Organization" not in types:
        found = [_seat(b, scene) for b in found]
    return [Bound(b.figure, b.token, b.start, b.end, denied) for b in found if b.figure.type in types]


def _seat(bound: Bound, scene: Scene) -> Bound:
    """ "travelled to Brussels": where a city alone can be meant, it is no longer the body that sits there."""
    if bound.figure.type != "Organization" or bound.figure.registry is None:
        return bound
    surface = bound.token.doc[bound.start : bound.end].text
    for sense in scene.registry.senses.get(surface, ()):
        entry = scene.registry.entries[sense.id]
        if sense.kind != "name" and entry.type == "State":
            return Bound(registry_figure(scene, entry), bound.token, bound.start, bound.end, bound.negated)
    return bound


def _bind(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    if depth > 3:
        return []
    at = scene.cast.at.get((segment, token.i))
    if at is not None and at.type == "State" and "Person" in types and _people(token, segment, scene):
        return _apposition(token, segment, scene, types, depth)  # "Sarac, an Albanian", who is no State
    one = any(c.lower_ in ("a", "an") for c in token.children)
    if one and at is not None and at.type == "Organization" and "Person" in types and token.pos_ != "ADJ":
        return _apposition(token, segment, scene, types - {"Organization"}, depth)  # "A, a Republican, who …"
    if at is not None and at.type == "Organization" and "Person" in types and token.tag_ == "NNPS":
        named = _apposition(token, segment, scene, frozenset({"Person"}), depth)
        if named:
            return named  # "two Democrats, A and B, …"
    if at is not None:
        return [_named(at, token, segment, scene)]
    if token.lower_ in MINE and token.pos_ == "PRON":
        return _speaker(token, segment, scene, types, depth)
    if token.lower_ in YOURS and token.pos_ == "PRON":
        return _addressed(token, segment, scene, types)
    if token.lower_ in OURS and token.pos_ == "PRON":
        return _spoken_for(token, segment, scene, types, depth)
    if token.lower_ in PRONOUNS:
        several = read_them(token, segment, scene, types) if token.lower_ in PLURAL else []
        if several:
            return several
        figure = same_name(token, segment, scene) if "Person" in types else None
        figure = figure or antecedent(token, scene.place_of[segment, token.i], scene.sentences, types)
        return [Bound(figure, token, token.i, token.i + 1)] if figure is not None else []
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"):
        return []
    for read in (
        _apposition,
        read_departments,
        _kind_behind,
        read_unit,
        _predicate,
        read_board,
        read_office,
        read_official,
        read_described,
        read_body,
        read_standin,
        _partitive,
        read_group,
        read_definite,
        read_initial,
        read_bloc,
        read_included,
        _kin,
        read_unnamed,
        read_tied,
    ):
        found = read(token, segment, scene, types, depth)
        if found:
            return found
    return []


def _people(token: Token, segment: int, scene: Scene) -> bool:
    """ "an Albanian", "two wealthy Russians", "hundreds of Russians": some of its people, not the State."""
    if any(c.lower_ in ("a", "an") for c in token.children):
        return True
    behind = scene.cast.at.get((segment, token.i + 1)) if token.tag_ == "NNPS" else None
    if behind is not None and behind.type == "Person":
        return True  # "the Australians John Loney and Steven Reid"
    if not scene.cast.spot_at[segment, token.i].demonym or not token.text.endswith("s"):
        return False
    some = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in PARTITIVES
    return some or any(c.dep_ in ("amod", "nummod") for c in token.children)


def _named(figure: Figure, token: Token, segment: int, scene: Scene) -> Bound:
    spot = scene.cast.spot_at[segment, token.i]
    return Bound(figure, token, spot.start, spot.end)


def _apposition(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company, Rosneft", "a company called Novatek", and a noun in apposition to a name."""
    plural = token.tag_ in ("NNS", "NNPS")
    several = [c for c in token.children if c.dep_ == "appos"] if plural else []
    for child in token.children:
        if len(several) > 1 and child is several[0]:
            found = [
                _named(at, f.token, segment, scene)
                for appos in several
                for f in coordinated(appos)
                if (at := scene.cast.at.get((segment, f.token.i))) is not None and at.type in types
            ]
            if found:
                return found
        if child.dep_ == "appos":
            named = [filler.token for filler in coordinated(child)] if plural else [child]
            found = [
                _named(at, t, segment, scene)
                for t in named
                if (at := scene.cast.at.get((segment, t.i))) and not _people(t, segment, scene)
            ]
            if found and found[0].figure.type in types:
                return found
    for naming in namings(token):
        for name in naming.subtree:
            at = scene.cast.at.get((segment, name.i))
            if at is not None and at.type in types:
                return [_named(at, name, segment, scene)]
    behind = _called_before(token, segment, scene)
    if behind is not None and behind.figure.type in types:
        return [behind]
    if token.dep_ == "appos" and token.head.pos_ in ("PROPN", "NOUN"):
        at = scene.cast.at.get((segment, token.head.i))
        if at is not None and at.type in types:
            return [_named(at, token.head, segment, scene)]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        return _apposition(token.head, segment, scene, types, depth + 1) if depth < 3 else []
    return []


def _called_before(token: Token, segment: int, scene: Scene) -> Bound | None:
    """ "the lawyer Lena Ortiz", "oil giant Shell": the name right behind a noun that says what it is."""
    kind = scene.nouns.kinds.get(token.lemma_.lower())
    behind = (segment, token.i + 1)
    if kind is None or token.tag_ != "NN" or behind not in scene.cast.at:
        return None
    spot, figure = scene.cast.spot_at[behind], scene.cast.at[behind]
    if (
        spot.start != token.i + 1
        or spot.demonym
        or not (figure.type == kind or {figure.type, kind} <= BODIES)
    ):
        return None
    return Bound(figure, token.doc[spot.start : spot.end].root, spot.start, spot.end)


def _kind_behind(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the M23 rebel group", "the Hamas movement": the name before a noun that only says what it is."""
    if token.lemma_ not in KINDS_BEHIND or token.tag_ != "NN":
        return []
    for child in token.children:
        at = scene.cast.at.get((segment, child.i)) if child.dep_ in ("compound", "nmod") else None
        if at is not None and at.type in ("Organization", "Company") and at.type in types:
            return [_named(at, child, segment, scene)]
    return []


def _predicate(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Novatek is a company which …": what a name is said to be stands for the name."""
    while token.dep_ == "conj" and token.head.pos_ == "NOUN":
        token = token.head
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ == "be" and any(c.dep_ == "relcl" for c in token.children):
        return _turned(token, verb, segment, scene, types)
    if token.dep_ == "pobj" and token.tag_ == "NNS":
        behind = [(t, scene.cast.at.get((segment, t.i))) for t in named_behind(token)]
        named = [_named(at, t, segment, scene) for t, at in behind if at is not None and at.type in types]
        if named:
            return named
        if any(c.dep_ == "relcl" for c in token.children):
            token, verb = one_of(token)
    if token.dep_ not in ("attr", "pobj") or verb.lemma_ not in COPULAS:
        return []
    if any(c.dep_ == "neg" for c in verb.children):
        return []
    found = [scene.cast.at.get((segment, t.i)) for t in subjects(verb)]
    figures = [figure for figure in found if figure is not None]
    if len(figures) != 1 or figures[0].type not in types:
        return []
    return [_named(figures[0], t, segment, scene) for t in subjects(verb)[:1]]


def _turned(token: Token, verb: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """ "The company that owns it is Novatek": who is told of first and named behind."""
    definite = any(c.lower_ == "the" for c in token.children) and token.tag_ == "NN"
    if not definite or any(c.dep_ == "neg" for c in verb.children):
        return []
    for name in (c for c in verb.children if c.dep_ == "attr"):
        at = scene.cast.at.get((segment, name.i))
        if at is not None and at.type in types:
            return [_named(at, name, segment, scene)]
    return []


def _speaker(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "I" is whoever is quoted, else whoever speaks this turn."""
    if "Person" not in types:
        return []
    figure = _teller(token, segment, scene, depth)
    if figure is None or figure.type != "Person":
        return []
    return [Bound(figure, token, token.i, token.i + 1)]


def _addressed(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """ "You" of one who asks is who speaks next, or has just spoken."""
    turns = scene.voices.turns
    asker = turns.get(segment)
    if asker is None or "Person" not in types or id(asker) not in scene.voices.askers:
        return []
    if quoted(token, _quotes(segment, scene)) is not None:
        return []
    others = [turns[n] for n in (*range(segment + 1, segment + 4), segment - 1) if n in turns]
    guest = next((f for f in others if f is not asker), None)
    if guest is None or id(guest) in scene.voices.askers:
        return []
    return [Bound(guest, token, token.i, token.i + 1)]


def _spoken_for(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "we" is the company or body that the one who says it leads, works for or speaks for."""
    teller = _teller(token, segment, scene, depth)
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
        body = (state_of(body, scene) if GOVERNMENT & {*words} else None) or body
    return [Bound(body, token, token.i, token.i + 1)] if body is not None else []


def _in_turn(token: Token, segment: int, scene: Scene) -> bool:
    """Whether somebody says "us" of himself in an interview as what is done to them."""
    given = token.dep_ in ("dobj", "dative", "pobj")
    return given and segment in scene.voices.turns and quoted(token, _quotes(segment, scene)) is None


def told_by(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """For whom the speaker speaks who leaves out whose it is: "There are no talks with X," a spokesman said."""
    if not ownerless(token):
        return []
    quote = quoted(token, _quotes(segment, scene))
    source = quote.source if quote is not None else next(iter(_reporters(token)), None)
    source = source or token.head
    return [
        replace(b, token=source, start=source.i, end=source.i + 1)
        for b in _spoken_for(token, segment, scene, types, 0)
        if b.figure.type in types
    ]


def _quotes(segment: int, scene: Scene) -> Sequence[Quote]:
    return scene.voices.quotes.get(segment, ())


def _teller(token: Token, segment: int, scene: Scene, depth: int) -> Figure | None:
    """Who says a word of the first person: the source of the quotation, the speaker of the turn."""
    quote = quoted(token, _quotes(segment, scene))
    if quote is not None and quote.source is not None:
        said = _bind(quote.source, segment, scene, ACTING, depth + 1)
        said = said or _represented(quote.source, segment, scene, depth)
        return said[0].figure if len(said) == 1 else None
    spoken = [t for t in token.doc[token.sent.start : token.i] if t.lower_ == "quote"]
    if quote is None and scene.voices.turns and not spoken:
        return scene.voices.turns.get(segment)
    said = [
        b for t in _reporters((spoken or [token])[-1]) for b in _bind(t, segment, scene, ACTING, depth + 1)
    ]
    return said[0].figure if len(said) == 1 else None


def _reporters(token: Token) -> list[Token]:
    """Who is told to say the clause that a word stands in."""
    head = token.head
    if token.dep_ in ("nsubj", "dep") and denied_noun(token) and head.lemma_ in read_lexicon().report:
        return [c for c in head.children if c.dep_ == "nsubj" and c != token]  # "No talks with X, says Y"
    for verb in (token, *token.ancestors):
        if verb.dep_ in ("ccomp", "parataxis") and verb.head.lemma_ in read_lexicon().report:
            return [t for t in subjects(verb.head) if t != token and t.lower_ not in MINE | OURS]
    return []


def _represented(token: Token, segment: int, scene: Scene, depth: int) -> list[Bound]:
    """For whom a spokesman without a name speaks: "a Shell spokesman", "a company spokesman"."""
    if token.lemma_ not in read_words("spokespersons") or depth > 3:
        return []
    for near in (*modifiers(token), *prepositional(token, "for"), *prepositional(token, "of")):
        found = _bind(near, segment, scene, COLLECTIVE, depth + 1)
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


def _kin(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Her brother", "a niece of X", whom the sentence does not name."""
    if (
        "Person" not in types
        or depth > 2
        or not is_kin(token)
        or any(c.dep_ == "appos" for c in token.children)
    ):
        return []
    people = frozenset({"Person"})
    person = [b for t in owners(token) for b in _bind(t, segment, scene, people, depth + 1)]
    if len(person) != 1:
        return []
    found = relative_of(token, person[0].figure, scene, lambda t, n: _bind(t, n, scene, people, depth + 1))
    return [found] if found is not None else []


def _partitive(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    if token.lemma_.lower() not in PARTITIVES:
        return []
    members = [t for t in prepositional(token, "of") if t.lower_ not in PLURAL]
    if not members or not any((segment, t.i) in scene.cast.at for t in members):  # "a consortium led by X"
        leading = [c for t in (token, *members) for c in t.children if c.dep_ in ("acl", "amod")]
        led = [c for c in leading if c.lower_ in ("led", "headed")]
        members = [t for c in led for t in subjects(c)] or members
    return [b for t in members for b in _bind(t, segment, scene, types, depth + 1)]
