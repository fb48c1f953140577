"""What somebody leads or speaks for where the sentence names the title alone: "President Macron", "a spokeswoman"."""

from extract.called import taken_up
from extract.clauses import subjects
from extract.figures import COLLECTIVE, Figure
from extract.frame import Frame
from extract.nominals import modifiers
from extract.parse import Span, Token
from extract.prepositions import prepositional
from extract.relatives import passive
from extract.scene import Bound, Scene, ahead, country_of, heads, led_state, registry_figure
from extract.standins import spoken_of
from extract.topics import departmental, of_leader, of_topic, of_vice, topic
from extract.words import read_words

BACK = 2
POSTS = frozenset({"HEADS", "REPRESENTS", "WORKS_FOR"})
TITLE = "title"
FEW = 4  # States that share a title so peculiar that one of them in the text is meant
NOMINAL = frozenset("appos attr compound conj dative dobj nmod nsubj nsubjpass oprd pobj poss prep".split())


def unsaid(frame: Frame, trigger: Token, segment: int, bearers: list[Bound], scene: Scene) -> list[Bound]:
    """The body that a title is of, for one bearer; [] where the text leaves it open."""
    if len(bearers) != 1 or trigger == bearers[0].token:
        return []
    bearer = bearers[0]
    if frame.predicate == "REPRESENTS":
        return _spoken_for(trigger, segment, scene) if trigger.lemma_ in read_words("spokespersons") else []
    if frame.predicate == "WORKS_FOR":
        return _deputy(trigger, segment, bearer, scene)
    found = _led(trigger, bearer, scene) if TITLE in frame.object else []
    return (
        found
        or (_titled(trigger, segment, bearer, scene) if TITLE in frame.object else [])
        or _appointed(trigger, segment, scene)
        or _own_office(trigger, segment, scene)
        or of_leader(trigger, segment, scene)
        or of_topic(trigger, bearer, scene, first=True)
        or _at_home(trigger, segment, bearer, scene)
    )


def _deputy(trigger: Token, segment: int, bearer: Bound, scene: Scene) -> list[Bound]:
    """ "Vice President Mary Miller", "the deputy foreign minister, Jan Berg", "finance director Ravi Menon"."""
    if trigger.lemma_.lower() in read_words("rulers"):
        return of_vice(trigger, bearer, scene) or _at_home(trigger, segment, bearer, scene)
    return _own_office(trigger, segment, scene, first=False) or of_topic(trigger, bearer, scene, first=False)


def _title(trigger: Token) -> Span:
    """The words of a title: "Defense Secretary" of "former Defense Secretary", "Secretary of State"."""
    before = [
        c.i
        for c in trigger.children
        if c.dep_ in ("compound", "amod") and c.lower_ not in read_words("times")
    ]
    last = max([trigger.i, *[g.i for c in trigger.children if c.lower_ == "of" for g in c.children]])
    return trigger.doc[min([trigger.i, *before]) : last + 1]


def _titled(trigger: Token, segment: int, holder: Bound, scene: Scene) -> list[Bound]:
    """ "Defense Secretary Robert Gates": a title that few States have, in a text that speaks of one of them."""
    words = _title(trigger)
    if trigger.lemma_.lower() != "secretary" or any((segment, t.i) in scene.cast.at for t in words):
        return []  # every State has a health minister, whatever the registry knows
    if any(_tied(holder.figure, scene)):
        return []
    named = {f.registry: f for f in scene.cast.figures if f.type == "State" and f.registry is not None}
    spoken = {scene.registry.entries[key].country: len(f.spots) for key, f in named.items()}
    offices = scene.registry.titles.get(words.text.casefold(), ())
    states = {office.country for office in offices if office.country is not None}
    most = max(spoken.values(), default=0)
    near = {state for state in states if most and spoken.get(state, 0) == most}
    bodies = {office.of for office in offices if office.country in near}
    if len(words) < 2 or len(states) > FEW or len(near) != 1 or len(bodies) != 1:
        return []
    entry = scene.registry.entries[bodies.pop()]
    body = registry_figure(scene, entry)
    if holder.figure.country is not None and holder.figure.country not in (body.country, body.registry):
        return []
    return [Bound(body, trigger, words.start, words.end)]


def _led(trigger: Token, holder: Bound, scene: Scene) -> list[Bound]:
    """ "Secretary of State Marco Rubio", "President Macron": what the holder's title leads on that date."""
    if holder.figure.registry is None:
        return []
    words = _title(trigger)
    title = words.text.casefold()
    found = []
    for office in scene.registry.in_office(holder.figure.registry, scene.date):
        entry = scene.registry.entries.get(office.of)
        if (
            entry is not None
            and (entry.type in ("PublicBody", "Place") or (entry.type == "State" and _rules(office.kind)))
            and title in {t.casefold() for t in office.titles}
        ):
            found.append(Bound(registry_figure(scene, entry), trigger, words.start, words.end))
    return found[:1]


def _rules(kind: str) -> bool:
    """Whether an office of a State is one that leads it, or a field of its government."""
    return kind.startswith(("head of state", "head of government")) or (
        kind.endswith("minister") and not kind.startswith("deputy")
    )


def _own_office(trigger: Token, segment: int, scene: Scene, first: bool = True) -> list[Bound]:
    """ "Lena Ortiz, chief executive": of the company whose own call or announcement it is."""
    own = scene.voices.own
    if own is None or own.type != "Company" or trigger.lemma_.lower() not in read_words("executives"):
        return []
    joined = min((c.i for c in trigger.children if c.dep_ == "conj"), default=len(trigger.doc))
    tied = any(c.dep_ in ("poss", "prep", "relcl") and c.i < joined for c in trigger.children)
    if tied or trigger.tag_ in ("NNS", "NNPS"):
        return []
    if any((segment, m.i) in scene.cast.at for m in modifiers(trigger)) or (first and departmental(trigger)):
        return []
    return [Bound(own, trigger, trigger.i, trigger.i + 1)]


def _appointed(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "President Mahama of Ghana named her finance minister": of the State, or firm, of whoever appoints."""
    verb = _naming(trigger)
    if verb is None or passive(verb) or any(c.dep_ in ("poss", "relcl") for c in trigger.children):
        return []
    if any((segment, t.i) in scene.cast.at for t in prepositional(trigger, "of")):
        return []
    for token in subjects(verb):
        at = scene.cast.at.get((segment, token.i))
        if at is not None and at.type == "Company" and trigger.lemma_.lower() in read_words("executives"):
            return [Bound(at, trigger, trigger.i, trigger.i + 1)]
        state = at if at is not None and at.type == "State" else country_of(token, segment, scene)
        if state is None and at is not None and at.type == "Person":
            state = led_state(at, scene)
        if state is not None and trigger.lemma_.lower() in read_words("rulers"):
            return [Bound(state, trigger, trigger.i, trigger.i + 1)]
    return []


def _naming(title: Token) -> Token | None:
    """The verb that gives somebody a title: "named her minister", "appointed as head", "became president"."""
    verb = title.head
    if title.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif title.dep_ not in ("oprd", "attr", "xcomp"):
        return None
    return verb if verb.pos_ == "VERB" and verb.lemma_ in read_words("naming") else None


def _at_home(trigger: Token, segment: int, bearer: Bound, scene: Scene) -> list[Bound]:
    """ "Prime Minister Inga Ruginiene" without a country: that of the dateline, else the one spoken of most.

    Not where the text ties the bearer to another State, nor in the announcement of a company.
    """
    own = scene.voices.own
    if trigger.lemma_.lower() not in read_words("rulers") or (own is not None and own.type == "Company"):
        return []
    named = _naming(trigger) is not None
    if not named and trigger.dep_ not in ("compound", "nmod", "appos"):
        return []
    if any(c.dep_ == "poss" or c.lower_ in ("a", "an", "former", "then") for c in trigger.children):
        return []
    portfolio = named and all(c.lower_ in ("of", "for") for c in trigger.children if c.dep_ == "prep")
    if any(c.dep_ == "prep" for c in trigger.children) and not portfolio:
        return []
    told = {at.type for m in modifiers(trigger) if (at := scene.cast.at.get((segment, m.i))) is not None}
    if told - ({"Company"} if trigger.lemma_.lower() == "minister" else set()):
        return []  # "Transport Minister": the small model takes the portfolio for a company
    state = _seat(trigger, segment, scene, named)
    if state is not None and scene.seat is None and _acted_on_by(state, bearer.token, segment, scene):
        return []  # "Canada stood by Prime Minister Jan Berg"
    if state is None or bearer.figure.country not in (None, state.registry):
        return []
    if any(other is not state for other in _tied(bearer.figure, scene)):
        return []
    return [Bound(state, trigger, trigger.i, trigger.i + 1)]


def _acted_on_by(state: Figure, bearer: Token, segment: int, scene: Scene) -> bool:
    """Whether a State does something to somebody, or to one of his: "Canada sanctioned President Jan Berg's son"."""
    word = bearer
    while word.dep_ in NOMINAL and word.pos_ not in ("VERB", "AUX") and word.head != word:
        below, word = word, word.head
        if word.pos_ in ("VERB", "AUX"):
            if below.dep_ == "nsubj":
                return False
            return any(scene.cast.at.get((segment, t.i)) is state for t in subjects(word))
    return False


def _of_body(body: Token, trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """Which ministry or army "ministry spokesman" means: the one called so before, or the State's at home."""
    if body.lemma_ in ("government", "presidency"):
        state = _seat(trigger, segment, scene, own=True)
        return [Bound(state, trigger, body.i, body.i + 1)] if state is not None else []
    called = taken_up(body, segment, scene.calls, scene.nouns.same)
    return [Bound(called[0], trigger, body.i, body.i + 1)] if len(called) == 1 else []


def _seat(trigger: Token, segment: int, scene: Scene, own: bool = False) -> Figure | None:
    """The State of the dateline if no other is spoken of twice as much, else the one spoken of most if it is alone.

    `own` where the words themselves tell that it is the government at home.
    """
    place = scene.place_of.get((segment, trigger.i))
    if place is None:
        return None
    near = [
        (figure.registry, token)
        for sentence in scene.sentences[max(0, place - BACK) : place + 1]
        if sentence.segment == segment
        for token in sentence.span
        if (figure := scene.cast.at.get((segment, token.i))) is not None and figure.type == "State"
    ]
    if scene.seat is not None:
        acting = {
            state
            for state, token in near
            if token.dep_ in ("nsubj", "nsubjpass") and token.i < trigger.i and token.head.dep_ != "relcl"
        }
        entry, spoken = scene.registry.entries[scene.seat], scene.cast.countries
        foremost = 2 * spoken[entry.country or ""] >= max(spoken.values(), default=0)
        return registry_figure(scene, entry) if foremost and acting <= {scene.seat} else None
    if not own and not _ruling(trigger):
        return None  # ministers travel: "Foreign Minister Penny Wong" in a text on Fiji
    home = scene.registry.state(scene.cast.home) if scene.cast.home is not None else None
    if home is None and (most := spoken_of(scene)) is not None:
        home = scene.registry.entries[most.registry or ""]
    if home is None or not {state for state, _ in near} <= {home.id}:
        return None
    most = spoken_of(scene)
    spelt = [token for _, token in near if not scene.cast.spot_at[segment, token.i].demonym]
    alone = most is not None and most.registry == home.id and trigger.dep_ == "appos"
    return registry_figure(scene, home) if spelt or alone else None


def _ruling(title: Token) -> bool:
    """Whether a title before a name, or "the" one behind it, is written as that of a head of state or government."""
    prime = any(c.lower_ == "prime" for c in title.children)
    the = title.dep_ == "appos" and any(c.lower_ == "the" for c in title.children)
    if prime or title.lower_ == "president":
        return title.text[:1].isupper() or the
    return title.text in ("Chancellor", "Premier")


def _tied(figure: Figure, scene: Scene) -> list[Figure]:
    """The States named right before or behind a person somewhere in the text."""
    near = [(segment, token.i) for segment, root in heads(figure, scene) for token in ahead(root)]
    at = [scene.cast.at.get(place) for place in near]
    return [state for state in at if state is not None and state.type == "State"]


def _spoken_for(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "NATO was not told, a spokeswoman, Mary Miller, said": the one body named before, in this sentence or the last.

    "Ministry spokesman Jan Berg": the ministry named before, "government spokesman": the State at home.
    """
    tied = any(c.dep_ in ("poss", "prep") for c in trigger.children) or any(
        (segment, m.i) in scene.cast.at for m in modifiers(trigger)
    )
    for body in () if tied else trigger.children:
        if (
            body.dep_ in ("compound", "nmod")
            and body.lemma_ in read_words("state_bodies")
            and body.i == trigger.i - 1
        ):
            return _of_body(body, trigger, segment, scene)
    if (
        any(c.dep_ in ("poss", "prep", "compound", "nmod") for c in trigger.children)
        or trigger.dep_ == "compound"
    ):
        return []
    place = scene.place_of.get((segment, trigger.i))
    if place is None:
        return []
    for sentence in scene.sentences[place : place - 2 if place > 1 else None : -1]:
        found: dict[str, Bound] = {}
        for token in sentence.span:
            if sentence.segment == segment and token.i >= trigger.i:
                break
            at = scene.cast.at.get((sentence.segment, token.i))
            if at is not None and at.type in COLLECTIVE:
                spot = scene.cast.spot_at[sentence.segment, token.i]
                found.setdefault(at.key, Bound(at, trigger, trigger.i, trigger.i + 1))
                if spot.demonym:
                    found.pop(at.key)
        if found:
            return [*found.values()] if len(found) == 1 else []
    firm = topic(scene)
    return [Bound(firm, trigger, trigger.i, trigger.i + 1)] if firm is not None else []
