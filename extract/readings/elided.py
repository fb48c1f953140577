"""Which firm is meant where a text leaves it out: "BlackRock holds 5 percent", "Cargill never made a bid"."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from extract.frame import ANYTHING, Frame
from extract.grammar.arguments import follow
from extract.names.figures import FIRMS, Figure
from extract.reference.candidates import REACH, Sentence
from extract.reference.scene import Bound, Scene
from extract.reference.told import (
    BOUGHT,
    STAKES,
    Told,
    before,
    buyer,
    foremost_target,
    here,
    last_target,
    own_target,
)
from extract.reference.topics import foremost
from extract.syntax.climb import first_joined
from extract.syntax.parse import Token

TIMES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT"})
SHARES = frozenset(
    "% bid cent half majority minority offer pct percent quarter rest share shareholding stake third".split()
)
# Where these are spoken of, a bid is for them, and a share is of them.
OTHERS = frozenset(
    "tender contract concession licence license vote seat election poll market workforce spectrum turnout emission "
    "output production revenue sale profit population debt".split()
)
PARTS = frozenset({"interest", "stake", "shareholding", "holding"})
HELD = frozenset({"DIVESTS_FROM", "OWNS"})
PURCHASES = frozenset(
    "acquisition bid buyout buy-out deal merger offer price purchase takeover transaction".split()
)
HOLDING = frozenset("control have hold keep own retain".split())
WORKS = frozenset(
    "build construct construction reactor nuclear host games olympics supply".split()
)  # so are bids


def left_out(
    frame: Frame, trigger: Token, bearers: Collection[Figure], segment: int, scene: Scene
) -> list[Bound]:
    """The firm that the text is about there, for a frame that allows it and says nothing else; [] where two may be.

    `bearers` are the figures at the other end, which are not meant.
    """
    told = [(t, path) for path in frame.object for t in follow(trigger, path)]
    if any(t.ent_type_ not in TIMES and (t.pos_ == "PROPN" or path[-3:] != "mod") for t, path in told):
        return []
    if any((segment, t.i) in scene.cast.at for t, _ in told):
        return []
    pays = frame.predicate == "FINANCES" and _pays(trigger)
    asked = pays or "in" in frame.when  # "no interest in merging"
    part = trigger.dep_ in ("compound", "nmod")  # "its 51 percent interest"
    if (part and trigger.head.lemma_ not in PARTS) or (
        not asked
        and any(map(_followed, (trigger, *follow(trigger, "obj"), *((trigger.head,) if part else ()))))
    ):
        return []
    place = scene.place_of[segment, trigger.i]
    types = frame.object_types or FIRMS
    bearers = [*bearers, *_parties(trigger, segment, scene)]
    rows: list[Told] = []
    if frame.predicate in STAKES or frame.predicate == "INVESTS_IN":
        rows = before(scene.told, place, trigger.i, STAKES)
        again = rows if frame.predicate in HELD else [t for t in rows if t.predicate in BOUGHT]
        same = own_target(again, bearers) or here(rows, place, bearers, types)
        if same is not None and same.type in types:
            return [Bound(same, trigger, trigger.i, trigger.i + 1)]
        if frame.predicate == "DIVESTS_FROM" and ANYTHING in frame.unless.get("obj", ()):
            return []  # "sold out": only what somebody was told to hold
    elif pays:
        figure = buyer(before(scene.told, place, trigger.i, BOUGHT), bearers)
        if figure is not None and figure.type in types:
            return [Bound(figure, trigger, trigger.i, trigger.i + 1)]
        return []
    others = OTHERS | WORKS if frame.predicate == "SEEKS_STAKE_IN" else OTHERS
    if any(not others.isdisjoint(s.words) for s in scene.sentences[max(0, place - 1) : place + 1]):
        return []
    beside = _beside(trigger, segment, bearers, scene) if frame.predicate == "OWNS" else None
    figure = beside or _dealt(rows, trigger, place, bearers, types, frame.predicate not in HELD, scene)
    return [Bound(figure, trigger, trigger.i, trigger.i + 1)] if figure is not None else []


def _pays(trigger: Token) -> bool:
    """ "will finance the purchase", "was funded by a loan", "two thirds of the price": who buys is who gets the money."""
    near = (*trigger.subtree, *trigger.head.subtree) if trigger.dep_ in ("pobj", "dobj") else trigger.subtree
    return any(t.lemma_ in PURCHASES for t in near)


def _dealt(
    rows: Sequence[Told],
    trigger: Token,
    place: int,
    bearers: Collection[Figure],
    types: Collection[str],
    bought: bool,
    scene: Scene,
) -> Figure | None:
    """The firm that the text is about there; one that most deals told before are about goes first.

    Who is `bought` without a word of it before must be named more often than any other firm.
    """
    about = foremost_target(rows, bearers, types)
    if about is not None:
        return about
    about = _topic(trigger, place, bearers, scene)
    if about is not None:
        return about if not bought or _foremost(about, bearers, scene) else None
    last = last_target(rows, place, bearers, types)
    if last is None:
        return None
    known = [last.object, last.subject, *bearers]
    between = [
        f
        for back in range(place - last.place + 1)
        for f in _firms(scene.sentences[place - back], trigger.i if back == 0 else None)
    ]
    return last.object if all(any(f is k for k in known) for f in between) else None


def _parties(trigger: Token, segment: int, scene: Scene) -> list[Figure]:
    """Who buys, sells or has the share: "Shell will buy Eni's stake", which is a share of neither."""
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    told = [*follow(trigger, "obj.poss"), *follow(trigger, "poss")]
    told += follow(verb, "subj") if verb.pos_ == "VERB" else ()
    if verb.dep_ == "prep":  # "works with Shell for its bid"
        told += follow(verb.head, "with")
    figures = [scene.cast.at.get((segment, t.i)) for t in told]
    return [figure for figure in figures if figure is not None]


def _beside(trigger: Token, segment: int, bearers: Collection[Figure], scene: Scene) -> Figure | None:
    """ "Shell owns half of it, while Eni holds 20 percent": of what the clause before has a share."""
    clauses = (t for t in trigger.sent if t.i < trigger.i and t.lemma_ in HOLDING and t.pos_ == "VERB")
    found = None
    for verb in clauses:
        named = [
            figure
            for part in follow(verb, "obj")
            if part.lemma_ in SHARES
            for path in ("in", "of")
            for t in follow(part, path)
            for figure in (
                scene.cast.at.get((segment, t.i)),
                *(scene.cast.at.get((segment, a.i)) for a in follow(t, "appos")),
            )
            if figure is not None and figure.type in FIRMS and not any(figure is b for b in bearers)
        ]
        found = named[0] if named else found
    return found


def _followed(noun: Token) -> bool:
    """Whether "in" or "of" stands right behind a noun, whatever the parse hangs it on; no time counts."""
    behind = noun.doc.words[noun.i + 1 : noun.i + 2]
    return any(
        t.lower_ in ("in", "of") and t.dep_ != "prt" and not any(_time(c) for c in t.children) for t in behind
    )


def _time(token: Token) -> bool:
    """Whether a word tells a time or a number; a name that the NER takes for one does not: "in DataCard"."""
    return token.ent_type_ in TIMES and (token.pos_ != "PROPN" or token.ent_type_ in ("DATE", "TIME"))


def _topic(trigger: Token, place: int, bearers: Collection[Figure], scene: Scene) -> Figure | None:
    """The one firm of the nearest sentence that names any which the text names in its title or twice."""
    if not scene.times:
        scene.times.update(Counter(id(f) for sentence in scene.sentences for f in _firms(sentence)))
    times = scene.times
    title = {id(f) for f in _firms(scene.sentences[0])}
    for back in range(min(REACH, place + 1)):
        sentence = scene.sentences[place - back]
        before = trigger.i if back == 0 else None
        firms = {
            id(f): f
            for f in _firms(sentence, before, trigger.lemma_)
            if not any(f is b for b in bearers) and (times.get(id(f), 0) > 1 or id(f) in title)
        }
        if len(firms) > 1:
            firms = {key: f for key, f in firms.items() if key in title}
        if firms:
            return next(iter(firms.values())) if len(firms) == 1 else None
    own = scene.voices.own
    if own is not None and own.type in FIRMS:
        return None if any(own is b for b in bearers) else own
    return _main(bearers, scene)


def _foremost(about: Figure, bearers: Collection[Figure], scene: Scene) -> bool:
    """Whether a text names a firm more often than any other but those that do something to it."""
    known = {id(about), *map(id, bearers)}
    others = (times for key, times in scene.times.items() if key not in known)
    return scene.times[id(about)] > max(others, default=0)


def _main(bearers: Collection[Figure], scene: Scene) -> Figure | None:
    """The firm that the whole text is about: named three times, and twice as often as any other."""
    others = {id(f): f for s in scene.sentences for f in _firms(s) if not any(f is b for b in bearers)}
    return foremost([(figure, scene.times[key]) for key, figure in others.items()])


def _firms(sentence: Sentence, before: int | None = None, doing: str = "") -> Iterable[Figure]:
    return (
        c.figure
        for c in sentence.candidates
        if c.figure is not None and c.figure.type in FIRMS and (before is None or c.token.i < before)
        if (before is None or not _holding(c.token)) and not _does(c.token, doing)
    )


def _does(name: Token, doing: str) -> bool:
    """ "A and others bid for C. B is bidding too": who does so himself is not whom it is done to."""
    name = first_joined(name)
    return bool(doing) and name.dep_ == "nsubj" and name.head.lemma_ == doing


def _holding(name: Token) -> bool:
    """ "A took 21 percent, while B holds 7": who has a share of it is not it."""
    told = name.dep_ == "nsubj" and name.head.pos_ == "VERB"
    return told and any(c.dep_ == "dobj" and c.lemma_.lower() in SHARES for c in name.head.children)
