"""Listing notices: whose list it is, where a sentence leaves that out, and numbered entries on one actor each.

"The two men were designated today" leaves out by whom, "3. Marlow Tin Ltd. Registered in Valletta." who is
registered. The form is that of the published lists (the UN's, OFAC's, the UK's and the EU's alike): a number, the
name, then particulars without a subject.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.frame import Frame
from extract.grammar.arguments import fill
from extract.grammar.clauses import subjects
from extract.grammar.conjuncts import coordinated
from extract.grammar.nominals import modifiers, possessors
from extract.names.figures import Figure, only_figure
from extract.reference.candidates import Sentence
from extract.reference.ends import bind
from extract.reference.scene import Bound, Scene, country_of, state_of
from extract.reference.unmeant import taken_back
from extract.syntax.parse import Doc, Token
from extract.vocabulary.words import read_words

ENTRY = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+(?=[\"“(]?[A-Z])|\s*[•*–-]\s+(?=[A-Z])")
LISTING = frozenset(
    "sanction sanctions designate designation delist blacklist blacklisting restrictive freeze freezing listing list".split()
)
RULE = frozenset({"SANCTIONED_BY", "SANCTIONS_LIFTED_BY"})
ADDED = frozenset(
    "add addition designate designation freeze follow following below name list impose subject target".split()
)
REMOVED = frozenset("remove removal delete deletion delist delisting revoke".split())
MEASURES = frozenset({"measure", "package", "list"})
PLACED = frozenset({"among", "on"})
FROZEN = frozenset({"freeze", "frozen", "block", "blocked", "prohibit"})
DEPUTIES = frozenset({"PublicBody", "Person"})
OFFICES = frozenset({"Minister", "Secretary", "Chancellor", "Treasurer", "President", "Premier"})
SANCTIONED = frozenset({"sanctioned", "designated", "blacklisted", "listed"})
PARTICULARS = frozenset(
    "add base bear designate found head incorporate know list locate name own register reside sanction serve".split()
)
OPENING = 5
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def find_authority(sentences: Sequence[Sentence], scene: Scene, told: Iterable[Figure]) -> Figure | None:
    """The State or bloc that lists, if the opening of the text names just one, or all statements (`told`) do."""
    opening = [
        figure
        for sentence in sentences[:OPENING]
        if any(token.lemma_.lower() in LISTING | FROZEN for token in sentence.span)
        for figure in _acting(sentence, scene)
    ]
    return only_figure(opening or told)


def _acting(sentence: Sentence, scene: Scene) -> Iterator[Figure]:
    """Who acts in a sentence, or whose list it speaks of, as the State or bloc behind it."""
    frozen = any(token.lemma_ in FROZEN for token in sentence.span)
    for token in sentence.span:
        figure = scene.cast.at.get((sentence.segment, token.i))
        if frozen and figure is not None and figure.type == "State" and token.head.lower_ == "in":
            yield figure  # "assets in Canada are frozen"
        lists = token.lemma_.lower() in LISTING and token.pos_ in ("NOUN", "PROPN")
        acts = token.pos_ == "VERB" and token.dep_ in ("ROOT", "conj", "ccomp")
        acts = acts and not any(token.lemma_ in read_words(name) for name in ("asking_of", "judging"))
        near = [*modifiers(token), *possessors(token)] if lists else subjects(token) if acts else []
        for end in (filler.token for near_one in near for filler in coordinated(near_one)):
            figure = scene.cast.at.get((sentence.segment, end.i))
            if figure is None and acts and end.lemma_.lower() in scene.nouns.states:
                figure = country_of(end, sentence.segment, scene)
            state = figure if figure is None or governs(figure) else state_of(figure, scene)
            spot = scene.cast.spot_at.get((sentence.segment, end.i))
            if state is not None and governs(state) and not (spot and taken_back(end.doc, spot.end)):
                yield state


def governs(figure: Figure) -> bool:
    """Whether an actor keeps lists: a State, or a bloc of them."""
    return figure.type == "State" or (figure.type == "Organization" and figure.registry is not None)


def assumed(frame: Frame, trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """The authority of the text, where "was designated", "the listings include", "is subject to" name none."""
    if frame.predicate not in RULE or not _untold(frame, trigger):
        return []
    authority = scene.authority
    if authority is None and trigger.pos_ == "VERB" and trigger.tag_ != "VBN":
        authority = _told_before(trigger, segment, scene)
    return [Bound(authority, trigger, trigger.i, trigger.i + 1)] if authority is not None else []


def _told_before(trigger: Token, segment: int, scene: Scene) -> Figure | None:
    """ "Canada imposed sanctions. The measures target …": those of the sentence before, or the one before that."""
    here = scene.place_of.get((segment, trigger.i), 0)
    for sentence in reversed(scene.sentences[max(0, here - 2) : here]):
        if any(token.lemma_.lower() in LISTING | MEASURES for token in sentence.span):
            return only_figure(_acting(sentence, scene))
    return None


def _untold(frame: Frame, trigger: Token) -> bool:
    """Whether a passive, a list or a measure is spoken of without whose it is."""
    if any(child.dep_ == "agent" for child in trigger.children):
        return False
    if trigger.pos_ == "ADJ":
        return True
    if trigger.lemma_ == "be":
        return not frame.when.keys().isdisjoint(PLACED) or "subj.mod" in frame.when
    if trigger.pos_ != "VERB" or trigger.tag_ == "VBN":
        return trigger.pos_ == "VERB"
    doing = subjects(trigger)
    return bool(doing) and all(t.pos_ == "NOUN" and _listed(t) for t in doing)


def _listed(noun: Token) -> bool:
    """ "the listings", "the sanctioned firms"."""
    telling = (noun, *(c for c in noun.children if c.dep_ == "amod"))
    return any(t.lemma_.lower() in LISTING | MEASURES or t.lower_ in SANCTIONED for t in telling)


def deputies(frame: Frame, trigger: Token, segment: int, scene: Scene) -> list[tuple[Bound, str | None]]:
    """ "the Foreign Secretary announced sanctions": of which State only the text as a whole tells."""
    if scene.authority is None or frame.predicate not in RULE:
        return []
    acting = [b for f in fill(trigger, frame.object) for b in bind(f, segment, scene, DEPUTIES)]
    return [
        (Bound(scene.authority, b.token, b.start, b.end, b.negated), b.figure.name)
        for b in acting
        if b.figure.registry is None and _in_office(b, segment, scene)
    ]


def _in_office(bound: Bound, segment: int, scene: Scene) -> bool:
    """Whether it is a ministry, or a person with a title of office before the name."""
    if bound.figure.type == "PublicBody":
        return country_of(bound.token, segment, scene) is None
    before = bound.token.doc[bound.start - 1] if bound.start else None
    return before is not None and before.text in OFFICES


def entry_of(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """The actor that a numbered entry is about, for particulars that name nobody else."""
    bound = scene.entries.get(segment)
    if bound is None or trigger.doc != bound.token.doc or trigger.i <= bound.token.i:
        return []
    root: Token = trigger
    while root.dep_ in ("appos", "attr", "conj", "acl", "amod", "prep", "pobj", "dep") and root.head != root:
        if any(child.dep_ in SUBJECTS for child in root.children):
            return []
        root = root.head
    own = root.dep_ == "ROOT" and not any(child.dep_ in SUBJECTS for child in root.children)
    return [bound] if own and root.i > bound.token.i else []


def find_entries(docs: Sequence[Doc], scene: Scene) -> dict[int, Bound]:
    """The actor that each numbered segment opens with, by segment; only where two or more are alike.

    Numbered paragraphs of prose, which tell what somebody does, are no entries.
    """
    found: dict[int, Bound] = {}
    prose = 0
    for segment, doc in enumerate(docs):
        opened = ENTRY.match(doc.text)
        if opened is None:
            continue
        prose += _tells(doc, opened.end())
        for token in doc:
            figure = scene.cast.at.get((segment, token.i))
            if figure is not None and figure.type != "State" and token.idx >= opened.end():
                spot = scene.cast.spot_at[segment, token.i]
                if doc[spot.start].idx <= opened.end() + 12:
                    found[segment] = Bound(figure, doc[spot.start : spot.end].root, spot.start, spot.end)
                break
    return found if len(found) > max(1, 2 * prose) else {}


def _tells(doc: Doc, start: int) -> bool:
    """Whether the sentence at `start` of a numbered segment is prose: its subject does or denies something."""
    verb = next((s.root for s in doc.sents if s[-1].idx >= start), doc[0])
    negated = any(c.dep_ == "neg" for c in verb.children)
    doing = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return negated or (doing and verb.pos_ == "VERB" and verb.lemma_ not in PARTICULARS)


def listings(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Frame, Bound, Bound]]:
    """Each entry as put on the list of the text's authority, or as struck off it: sentence, rule, both ends.

    Which of the two is told by what stands before the entries; where nothing there speaks of a list, nothing is said.
    """
    if scene.authority is None:
        return
    frame: Frame | None = None
    for place, sentence in enumerate(sentences):
        bound = scene.entries.get(sentence.segment)
        if bound is None:
            frame = _introduced({token.lemma_.lower() for token in sentence.span}) or frame
        elif frame is not None and sentence.span.start <= bound.token.i < sentence.span.end:
            first = sentence.span[0]
            yield place, frame, bound, Bound(scene.authority, first, first.i, first.i + 1)


def _introduced(lemmas: set[str]) -> Frame | None:
    """What the entries after a sentence are: additions to a list, removals from it, or nothing new."""
    if lemmas & REMOVED and (lemmas & LISTING or len(lemmas) < 4):
        return Frame("SANCTIONS_LIFTED_BY", (), (), set={"scope": "delisted"}, name="notices.lifted")
    if lemmas & ADDED and lemmas & LISTING:
        return Frame("SANCTIONED_BY", (), (), name="notices.listed")
    return None
