"""What an answer or a rebuttal denies of what was asked or told: "Did you meet him?" "No.", "He denies this."."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extract.grammar.agents import ALLEGING
from extract.readings.drafts import Draft
from extract.reference.candidates import Sentence
from extract.reference.scene import Bound, Scene
from extract.status.denial import denials
from extract.status.remnants import elliptical
from extract.status.standing import untrue
from extract.syntax.climb import OWN_ASSERTION, chain
from extract.syntax.parse import Token
from extract.syntax.tenses import asked
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.words import read_words

# All that a sentence reads, also what it only asks or accuses somebody of.
Reread = Callable[[int], list[Draft]]
CHARGING = frozenset({"ACCUSES", "INVESTIGATED_BY"})
# What firms do rather than who speaks for them.
TRADE = frozenset(
    "ACQUIRES AGREES_WITH DIVESTS_FROM FINANCES INVESTS_IN NEGOTIATES_WITH OPERATES_IN OWNS PARTNERS_WITH SEEKS_STAKE_IN "
    "SUPPLIES".split()
)
CUES = frozenset({"answer", "call"})


def answered(sentences: Sequence[Sentence], reread: Reread, scene: Scene) -> Iterator[Draft]:
    """What sentences deny of the question or the claim before them, or within them."""
    cues = CUES | read_words("noes") | read_words("rebutting") | read_words("falsehoods")
    for place, sentence in enumerate(sentences):
        if cues.isdisjoint(sentence.words) or asked(sentence.span[-1]):
            continue
        inside = _said_no(sentence)
        if inside is not None:
            question, word = inside
            told = [d for d in reread(place) if _within(d.found.trigger, question)]
            yield from _denied(told, place, word)
        if not place:
            continue
        before = sentences[place - 1].span
        short = _short_no(sentence)
        if short is not None and asked(before[-1]):
            if _polar(before[0]):
                told = [_of_firm(d, scene) for d in reread(place - 1) if _main(d.found.trigger)]
                yield from _denied(told, place, short)
            continue
        said = short if short is not None and _false(sentence) else _rebuttal(sentence)
        if said is not None and not asked(before[-1]):
            told = [d for d in reread(place - 1) if _claimed(d)]
            yield from _denied(told, place, said)


def _denied(told: Sequence[Draft], place: int, word: Token) -> Iterator[Draft]:
    for one in told:
        if one.given or one.modality == "conditional" or one.predicate != one.found.frame.predicate:
            continue
        mood = "actual" if one.modality == "possible" else one.modality
        yield replace(one, polarity="negated", modality=mood, answer=(place, word))


def _of_firm(one: Draft, scene: Scene) -> Draft:
    """ "Are you buying from Shell?": "you" is the firm of who is asked."""
    if one.predicate not in TRADE:
        return one
    subject, obj = (_body(end, scene) for end in (one.found.subject, one.found.object))
    return replace(one, found=replace(one.found, subject=subject, object=obj))


def _body(end: Bound, scene: Scene) -> Bound:
    body = scene.voices.bodies.get(id(end.figure)) if end.token.lower_ == "you" else None
    return end if body is None else replace(end, figure=body)


def _words(sentence: Sentence) -> list[Token]:
    """The words of a sentence; of one with a quotation those within the marks."""
    marks = [t.i for t in sentence.span if t.text == '"']
    inner = [t for t in sentence.span if t.is_alpha or t.lower_ in ("n't", "'s")]
    if len(marks) > 1:
        return [t for t in inner if marks[-2] < t.i < marks[-1]]
    return [t for t in inner if not marks or t.i > marks[0]]


def _short_no(sentence: Sentence) -> Token | None:
    """The word by which a sentence says no more than no: "No, never", "I have not", "That is not true"."""
    words = _words(sentence)
    allowed = read_words("noes") | read_words("no_more") | read_words("falsehoods") | read_words("truths")
    said = [t for t in words if t.lower_ in read_words("noes") | read_words("falsehoods")]
    if not said or not all(t.lower_ in allowed for t in words):
        return None
    behind = words[1:] if words[0].lower_ == "no" else words
    denied = any(t.lower_ in read_words("noes") for t in behind)
    true = any(t.lower_ in read_words("truths") for t in behind)
    false = any(t.lower_ in read_words("falsehoods") for t in behind)
    if (true and not denied) or (false and denied):
        return None  # "No, it is not a lie"
    return said[0]


def _false(sentence: Sentence) -> bool:
    """Whether a short answer calls what was told false: "That is not true"."""
    words = {t.lower_ for t in _words(sentence)}
    return bool(
        words & (read_words("falsehoods") | read_words("truths")) and words & read_words("told_before")
    )


def _polar(first: Token) -> bool:
    """Whether a question asks for yes or no."""
    opening = first.doc[first.i : first.i + 4]
    return not any(t.tag_ in ("WP", "WRB", "WDT", "WP$") for t in opening)


def _main(trigger: Token) -> bool:
    """Whether a word is what its sentence asks or tells, not what is told of somebody in passing."""
    return not any(dep in OWN_ASSERTION or dep == "advcl" for _, dep in chain(trigger) if dep)


def _within(trigger: Token, clause: Token) -> bool:
    """Whether a word belongs to a clause itself, not to what is told in passing there."""
    for token in (trigger, *trigger.ancestors):
        if token == clause:
            return True
        if token.dep_ in OWN_ASSERTION or token.dep_ == "advcl":
            return False
    return False


def _claimed(one: Draft) -> bool:
    """Whether somebody is told to say or to allege it."""
    if one.polarity != "affirmed" or one.predicate in CHARGING:
        return False
    said = read_lexicon().report | read_words("reports") | ALLEGING
    for token, dep in chain(one.found.trigger):
        if dep in OWN_ASSERTION:
            return False
        if dep in ("ccomp", "acl", "pcomp", "pobj", "prep", "xcomp") and token.lemma_ in said:
            return True
    return False


def _rebuttal(sentence: Sentence) -> Token | None:
    """The verb of "Berg denies this", "the bank has rejected the claim", "the company calls this a lie"."""
    root = sentence.span.root
    if root.lemma_ in read_words("rebutting") and not denials(root):
        thing = [c for c in root.children if c.dep_ == "dobj"]
        return root if len(thing) == 1 and _claim(thing[0]) and _active(root) else None
    if root.lemma_ in read_lexicon().calling and untrue(root, read_lexicon()) and not denials(root):
        named = any(c.lower_ in read_words("told_before") and c.i > root.i for c in root.children)
        deep = any(
            g.lower_ in read_words("told_before") and g.dep_ == "nsubj"
            for c in root.children
            for g in c.children
        )
        return root if named or deep else None
    return None


def _active(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" for c in verb.children) and not any(
        c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children
    )


def _claim(thing: Token) -> bool:
    """ "this", "the claim", "those reports": what was told before, with nothing beside it that tells it again."""
    if thing.lower_ in read_words("told_before"):
        return thing.pos_ != "DET" or thing.dep_ == "dobj"
    if thing.lemma_ not in read_words("reports"):
        return False
    definite = any(c.lower_ in ("the", "that", "this", "those", "these") for c in thing.children)
    return definite and not any(c.dep_ in ("acl", "prep", "relcl", "ccomp") for c in thing.children)


def _said_no(sentence: Sentence) -> tuple[Token, Token] | None:
    """The question of "Asked whether he had met her, Berg said he had not", and the word that says no."""
    for ask in sentence.span:
        if ask.lemma_ not in read_words("questioning") or ask.tag_ not in ("VBN", "VBD"):
            continue
        question = next(
            (c for c in ask.children if c.dep_ in ("ccomp", "advcl") and _whether(c)),
            None,
        )
        if question is None:
            continue
        for word in sentence.span:
            if question.is_ancestor(word) or word == question or ask == word:
                continue
            if _says_no(word):
                return question, word
    return None


def _whether(clause: Token) -> bool:
    return any(c.lower_ in ("whether", "if") and c.dep_ == "mark" for c in clause.children)


def _says_no(word: Token) -> bool:
    """ "said: "No."", "said he had not", "denied it"."""
    if word.lower_ in ("no", "never"):
        after = word.nbor(1).text if word.i + 1 < len(word.doc) else "."
        return after in (".", '"', ",") and not any(True for _ in word.children if _.is_alpha)
    if word.lemma_ == "deny":
        return any(c.dep_ == "dobj" and c.lower_ in read_words("told_before") for c in word.children)
    return elliptical(word) and bool(denials(word))
