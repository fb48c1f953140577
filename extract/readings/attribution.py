"""Who says so: the speaker, the subjects of verbs of saying, "according to", whoever is quoted."""

from collections.abc import Mapping

from extract.grammar.clauses import event_subjects, subjects
from extract.grammar.conjuncts import Filler
from extract.names.figures import ACTING
from extract.reference.ends import bind
from extract.reference.scene import Bound, Scene
from extract.reference.voices import quoted
from extract.status.phrases import ADJUNCTS
from extract.syntax.climb import chain
from extract.syntax.parse import Token
from extract.syntax.relatives import passive
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words
from graph.model import Attribution, Segment

ALLEGING = frozenset("accuse allege claim suspect".split())
MEDIA = frozenset(
    "agency broadcaster channel daily journal magazine network newspaper outlet paper website".split()
)
LONGEST = 14


def attribute(
    trigger: Token,
    given: bool,
    segment: int,
    part: Segment,
    scene: Scene,
    lexicon: Lexicon,
    mention_of: Mapping[int, str],
) -> tuple[Attribution, ...]:
    """Who says what a trigger says, outermost first: the speaker of the turn, then those in its sentence.

    `mention_of` gives the mention id of a figure by its identity. What is `given` has no source of its own.
    """
    told: list[Attribution] = []
    if part.speaker:
        figure = scene.voices.turns.get(segment)
        known = figure is not None and figure.named and id(figure) in mention_of
        told.append(Attribution(part.speaker, mention_of[id(figure)] if known else None))
    for token in sources(trigger, lexicon, given) or _quoting(trigger, segment, scene, given):
        one = _named(token, segment, scene, mention_of)
        if one is not None and one.mention not in {t.mention for t in told if t.mention is not None}:
            told.append(one)
    return tuple(dict.fromkeys(a for a in told if a.text))


def sources(trigger: Token, lexicon: Lexicon, given: bool = False) -> list[Token]:
    """The tokens that name who says what a trigger says, outermost first.

    What stands in a relative clause or in apposition is the text's own word, and so is what is `given`,
    unless all of it is alleged.
    """
    verbs = ALLEGING if given else lexicon.report
    found: list[Token] = []
    below = trigger
    for token, dep in chain(trigger):
        if dep in ("relcl", "appos", "poss") or (dep == "acl" and below.tag_ == "VBN"):
            break
        if dep == "pobj" and token.lower_ in ADJUNCTS:
            break
        if dep in ("ccomp", "xcomp", "parataxis", "advcl") and token.lemma_ in verbs and not passive(token):
            for subject in (*_cited(token), *_tellers(token)):
                if subject not in found and subject.i != trigger.i:
                    found.append(subject)
        if token.lemma_ == "deny" and dep in ("dobj", "pobj", "acl") and not given:
            found += [s for s in subjects(token) if s not in found]
        if dep == "acl" and token.lemma_ in read_words("reports") and not given:
            found += [s for s in event_subjects(token) if s not in found]
        for child in token.children if not given else ():
            if child == below:
                continue
            if child.lower_ == "according" and child.dep_ in ("prep", "advmod"):
                found += [t for source in _according(child) for t in (*_cited(source), source)]
            elif child.dep_ == "parataxis" and child.lemma_ in lexicon.report:
                found += [s for s in (*_cited(child), *subjects(child)) if s not in found]
        below = token
    return list(reversed(found))


def _tellers(verb: Token) -> list[Token]:
    """Who says it; "Reuters quoted an official as saying" has two, the inner first."""
    outer = verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and outer.lemma_ in ("cite", "quote"):
        inner = [c for c in outer.children if c.dep_ in ("dobj", "nsubjpass")]
        return inner + ([] if passive(outer) else subjects(outer))
    return subjects(verb)


def _cited(word: Token) -> list[Token]:
    """ "Reuters reported, citing two bankers", "Reuters, which cited two bankers"."""
    return [
        source
        for child in word.children
        if child.lemma_ in ("cite", "quote") and child.dep_ in ("advcl", "relcl", "acl")
        for source in child.children
        if source.dep_ == "dobj"
    ]


def _according(preposition: Token) -> list[Token]:
    for child in preposition.children:
        if child.lower_ == "to":
            return [t for t in child.children if t.dep_ == "pobj"]
    return []


def _quoting(trigger: Token, segment: int, scene: Scene, given: bool) -> list[Token]:
    """Whoever a quotation is of, where its sentence does not tell."""
    quote = None if given else quoted(trigger, scene.voices.quotes.get(segment, ()))
    return [quote.source] if quote is not None and quote.source is not None else []


def _named(token: Token, segment: int, scene: Scene, mention_of: Mapping[int, str]) -> Attribution | None:
    bound: list[Bound] = []
    if token.lemma_ not in MEDIA:
        found = bind(Filler(token), segment, scene, ACTING)
        bound = [b for b in found if id(b.figure) in mention_of]
    if bound:
        return Attribution(bound[0].figure.name, mention_of[id(bound[0].figure)])
    return Attribution(phrase_of(token)) if token.pos_ != "PRON" else None


def phrase_of(token: Token) -> str:
    """The words of a source that is no actor: "two people familiar with the talks"."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.children:
        after = child.dep_ in ("prep", "acl", "relcl", "amod") and child.i >= end
        if (
            after
            and not any(t.text == "," for t in token.doc[end : child.i])
            and child.right_edge.i < start + LONGEST
        ):
            end = child.right_edge.i + 1
    words = token.doc[start:end] if end - start <= LONGEST else token.doc[token.i : token.i + 1]
    return words.text.rstrip(" ,;:")


def speaker(segment: Segment) -> str | None:
    """The speaker of a transcript's segment, where it is known."""
    return segment.speaker or None
