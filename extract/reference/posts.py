"""What somebody leads or speaks for where the sentence names the title alone: "President Macron", "a spokeswoman"."""

from extract.frame import Frame
from extract.grammar.nominals import modifiers
from extract.reference.appointments import appointed
from extract.reference.homeland import at_home, tied_states
from extract.reference.reported import of_report
from extract.reference.scene import Bound, Scene, registry_figure
from extract.reference.spokespersons import spoken_for
from extract.reference.topics import bare_office, departmental, of_leader, of_topic, of_vice
from extract.syntax.parse import Span, Token
from extract.vocabulary.words import read_words

POSTS = frozenset({"HEADS", "REPRESENTS", "WORKS_FOR"})
TITLE = "title"
FEW = 4  # States that share a title so peculiar that one of them in the text is meant


def unsaid(frame: Frame, trigger: Token, segment: int, bearers: list[Bound], scene: Scene) -> list[Bound]:
    """The body that a title is of, for one bearer; [] where the text leaves it open."""
    if len(bearers) != 1 or trigger == bearers[0].token:
        return []
    bearer = bearers[0]
    if frame.predicate == "REPRESENTS":
        return spoken_for(trigger, segment, scene) if trigger.lemma_ in read_words("spokespersons") else []
    if frame.predicate == "WORKS_FOR":
        return _deputy(trigger, segment, bearer, scene)
    found = _led(trigger, bearer, scene) if TITLE in frame.object else []
    return (
        found
        or (_titled(trigger, segment, bearer, scene) if TITLE in frame.object else [])
        or appointed(trigger, segment, scene)
        or _own_office(trigger, segment, scene)
        or of_leader(trigger, segment, scene)
        or of_topic(trigger, segment, bearer, scene, first=True)
        or at_home(trigger, segment, bearer, scene)
        or _told_of(trigger, segment, bearer, scene, first=True)
    )


def _deputy(trigger: Token, segment: int, bearer: Bound, scene: Scene) -> list[Bound]:
    """ "Vice President Mary Miller", "the deputy foreign minister, Jan Berg", "finance director Ravi Menon"."""
    if trigger.lemma_.lower() in read_words("rulers"):
        return of_vice(trigger, bearer, scene) or at_home(trigger, segment, bearer, scene)
    return (
        appointed(trigger, segment, scene)
        or _own_office(trigger, segment, scene, first=False)
        or of_topic(trigger, segment, bearer, scene, first=False)
        or _told_of(trigger, segment, bearer, scene, first=False)
    )


def _told_of(trigger: Token, segment: int, bearer: Bound, scene: Scene, first: bool) -> list[Bound]:
    """ "Fiji will not sign, Foreign Minister Jone Ratu said", "…, finance chief Tom Hale said"."""
    if bare_office(trigger, bearer, first):
        return of_report(trigger, segment, bearer, scene, "Company")
    if not first or trigger.lemma_.lower() not in read_words("rulers"):
        return []
    if any(c.dep_ in ("poss", "prep", "relcl", "det") for c in trigger.children):
        return []
    if any((segment, m.i) in scene.cast.at for m in modifiers(trigger)):
        return []
    return of_report(trigger, segment, bearer, scene, "State")


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
    tied = tied_states(holder.figure, scene)
    named = {f.registry: f for f in scene.cast.figures if f.type == "State" and f.registry is not None}
    spoken = {scene.registry.entries[key].country: len(f.spots) for key, f in named.items()}
    offices = scene.registry.titles.get(words.text.casefold(), ())
    states = {office.country for office in offices if office.country is not None}
    most = max(spoken.values(), default=0)
    near = {state for state in states if most and spoken.get(state, 0) == most}
    bodies = {office.of for office in offices if office.country in near}
    if len(words) < 2 or len(states) > FEW or len(near) != 1 or len(bodies) != 1:
        return []
    if any(
        state.registry is None or scene.registry.entries[state.registry].country not in near for state in tied
    ):
        return []  # "Canadian Defence Secretary": an office that his State has not
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
