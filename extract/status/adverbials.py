"""Clauses beside a verb that tell its purpose, time or likeness: "flew in to sign", "when he meets", "as though"."""

from collections.abc import Callable, Sequence

from extract.status.crossing import listed
from extract.status.denial import VERBS, denials, denied_noun
from extract.status.governors import asks
from extract.status.infinitives import came_about, placed
from extract.status.moods import (
    ACTUAL,
    CONDITIONAL,
    INTENDED,
    POSSIBLE,
)
from extract.status.phrases import INSTEAD
from extract.status.protases import conditional
from extract.status.relclauses import one_among
from extract.status.tally import Tally
from extract.syntax.parse import Token
from extract.syntax.tenses import completed
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.words import read_words


def adverbial(below: Token, token: Token, tally: Tally, ahead: Callable[[Token], bool]) -> bool:
    """Count what a clause beside a verb tells of itself; False where nothing above matters to it.

    `ahead` tells whether what a verb says is planned or expected.
    """
    if asks(token) and any(c.lower_ == "if" for c in below.children):
        tally.unsaid = True
        return False
    marks = [c for c in below.children if c.dep_ in ("mark", "advmod") and c.i < below.i]
    if any(c.lower_ == "lest" or (c.lower_ in tally.lexicon.likened and _after_as(c)) for c in marks):
        tally.unsaid = True  # "behaved as though it owned it", "lest it be sanctioned"
        return False
    how = _judged(below, token, marks)
    if how is not None:  # "it is difficult for Shell to buy it" tells of no plan
        tally.unsaid = how not in read_words("open_how")
        tally.weigh(POSSIBLE)
        return False
    if conditional(below, tally.lexicon):
        tally.weigh(CONDITIONAL)
        return False
    when = any(c.lower_ in tally.lexicon.whenever for c in marks) and not _happened(below, marks)
    if when and _told_now(below) and ahead(token):
        tally.weigh(INTENDED)  # "will sign when he meets Xi"
        return False
    if any(c.lower_ == "until" for c in marks) and _told_now(below):
        tally.weigh(INTENDED)  # "suspends the deal until Shell sells its stake"
        return False
    purpose = any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)
    bare = below.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("mark", "advmod") for c in below.children)
    if purpose and one_among(token):
        return True
    if purpose or (bare and below.i > token.i):
        own = tally.weight
        tally.hear(token, negation=False)
        if not purpose and token.dep_ in ("xcomp", "ccomp", "acl") and ahead(token):
            tally.weigh(INTENDED)  # "is set to meet him, becoming the first to do so"
        if not purpose and below.lemma_ in tally.lexicon.making and _undertakes(token, below):
            tally.weigh(INTENDED)
        if purpose and denials(token):
            tally.unsaid = True
        untaken = any(c.dep_ == "dobj" and denied_noun(c) and c.i < below.i for c in token.children)
        if purpose and (token.lemma_ in ("lack", "miss") or (untaken and token.lemma_ in ("take", "make"))):
            tally.negations += 1  # "lacked the means to buy it", "took no steps to buy it"
        if purpose and (came_about(token) or placed(below, token) or _brought_about(below, token)):
            return False
        if purpose and own == tally.weight == ACTUAL and token.lemma_ not in tally.lexicon.arriving:
            tally.weigh(INTENDED)
        if purpose and token.dep_ == "xcomp":
            return True
        listed = {c.lower_ for c in token.children if c.dep_ == "acomp"} | {
            token.lemma_.lower(),
            token.lower_,
        }
        if purpose and not _went(token) and listed & tally.lexicon.intended:
            tally.weigh(INTENDED)
    return False


def _judged(infinitive: Token, verb: Token, marks: Sequence[Token]) -> str | None:
    """What "it is" for somebody to do something: "difficult", "important"; None where none is told."""
    its = verb.lemma_ == "be" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children)
    if not its or infinitive.tag_ != "VB" or not any(c.lower_ == "for" for c in marks):
        return None
    return next((c.lower_ for c in verb.children if c.dep_ == "acomp" and c.pos_ == "ADJ"), None)


def _brought_about(purpose: Token, verb: Token) -> bool:
    """ "joined forces to found it", "expanded his empire to form it": told of the past, it is there."""
    made = purpose.lemma_ in read_lexicon().making and verb.lemma_ in read_words("uniting")
    return made and completed(verb)


def _went(verb: Token) -> bool:
    """ "went to Oslo to study there": who went did so."""
    return verb.lemma_ in read_lexicon().arriving and verb.tag_ in ("VBD", "VBN")


def _undertakes(verb: Token, behind: Token) -> bool:
    """ "agreed to buy it, creating a giant": what comes of what is only agreed, planned or offered."""
    if not listed(verb, read_lexicon()).weight:
        return False
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" and verb.i < c.i < behind.i for c in verb.children)


def _told_now(verb: Token) -> bool:
    """Whether a clause is told in the present: "when he meets", "once he has met"."""
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
    return bool(tags & {"VBZ", "VBP"}) and not tags & {"VBD", "MD"}


def _happened(clause: Token, marks: list[Token]) -> bool:
    """ "Chad vows to retaliate after Mali bans imports", in a headline, which tells in the present what is past."""
    headline = clause.doc[-1].text not in read_words("full_stops")
    return headline and any(c.lower_ in ("after", "as") for c in marks)


def _after_as(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ == "as"


def instead(verb: Token) -> bool:
    """ "resigned rather than meet", "without paying", "instead of buying", wherever the parse hangs it."""
    if verb.pos_ not in VERBS:
        return False
    first = verb.left_edge.i
    opening = verb.doc[first]
    if opening.lower_ in INSTEAD:  # "instead chose to buy" is no "instead of buying"
        return first < verb.i and (opening.lower_ == "without" or opening.nbor(1).lower_ in ("of", "than"))
    if verb.doc[first].lower_ == "than" and any(c.lower_ in ("rather", "sooner") for c in verb.head.children):
        return True  # "would rather sell it than meet him"
    return first > 1 and verb.doc[first - 2 : first].text.lower() in ("rather than", "instead of")
