"""Of several persons who stand alike, whom "he" or "she" rather means: who said it, whose the main clause is."""

from collections.abc import Sequence

from extract.names.figures import BODIES
from extract.reference.candidates import OTHER, REACH, SUBJECT, Candidate, Sentence
from extract.reference.voices import quoted
from extract.syntax.climb import first_joined
from extract.syntax.parse import Token
from extract.syntax.relatives import SUBJECTS
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.nouns import read_nouns

BESIDE = ("conj", "appos")
CONTENT = ("ccomp", "parataxis")
EMBEDDED = frozenset({"relcl", "advcl", "acl", "csubj", "pcomp"})
BRIEF = frozenset({"quip", "reply", "retort", "shrug", "sigh", "laugh", "continue", "go"})


def prominent(candidates: Sequence[Candidate], pronoun: Token, back: int) -> list[Candidate]:
    """Those of the candidates of a sentence, so many before, that a pronoun rather means.

    "He added" means who said something before; any other "he" rather not who is only named as the source behind
    it ("…, a spokesman said"). The subject of the main clause goes before that of a clause within it, who is
    known to be a man or a woman before whose name does not tell.
    """
    found = list(candidates)
    if says(pronoun):
        found = [c for c in found if source(c.token)] or found
    elif back:
        rest = [c for c in found if not _source_behind(c.token)]
        found = rest if any(c.rank < OTHER for c in rest) else found
    top = min(c.rank for c in found)
    found = [c for c in found if c.rank == top]
    if back and top == SUBJECT:
        found = [c for c in found if not _embedded(c.token)] or found
    return [c for c in found if c.gender is not None and c.figure is not None] or found


def says(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of a verb of saying."""
    return pronoun.dep_ in SUBJECTS and _reports(pronoun.head)


def within_saying(candidate: Token, pronoun: Token) -> bool:
    """ "Berg will resign, he said": whom what is said names is not who says it."""
    if not says(pronoun):
        return False
    if any(t.text in (":", ";") for t in pronoun.doc[candidate.i : pronoun.i]):
        return False
    told = [c for c in pronoun.head.children if c.dep_ in CONTENT and c.i < pronoun.i]
    return any(candidate == verb or verb.is_ancestor(candidate) for verb in told)


def missed(sentences: Sequence[Sentence], pronoun: Token) -> bool:
    """Whether the first of the sentences up to a pronoun may tell of somebody who is not among its candidates.

    Before the search goes further than usual, also whether any of them does something that may be no firm.
    """
    if _unread_subject(sentences[0], pronoun if len(sentences) == 1 else None):
        return True
    return len(sentences) == REACH and any(_maybe_person(c) for s in sentences for c in s.candidates)


def _maybe_person(candidate: Candidate) -> bool:
    """Whether a subject taken for a firm has a name of two words that says nothing of it: "Ganzorig Tumur"."""
    figure = candidate.figure
    if (
        figure is None
        or figure.registry is not None
        or candidate.rank != SUBJECT
        or figure.type not in BODIES
    ):
        return False
    words, nouns = figure.name.split(), read_nouns()
    last = words[-1].lower()
    return len(words) == 2 and last not in nouns.last and last not in nouns.kinds


def _unread_subject(sentence: Sentence, until: Token | None) -> bool:
    """Whether a name of two words is a subject, before a word, that is nobody known: somebody may be missed there."""
    known = {c.token.i for c in sentence.candidates if not _doubtful(c)}
    return any(
        t.dep_ in SUBJECTS
        and t.tag_ == "NNP"
        and t.text[:1].isupper()
        and not t.text.isupper()
        and t.i not in known
        and any(c.dep_ == "compound" and c.tag_ == "NNP" and c.i == t.i - 1 for c in t.children)
        and not any(c.lower_ == "the" or c.dep_ == "appos" for c in t.children)
        and quoted(t, sentence.quotes) is None
        for t in sentence.span
        if until is None or t.i < until.i
    )


def _doubtful(candidate: Candidate) -> bool:
    """Whether what a name was taken for may be wrong: a place that does something, a firm with a given name."""
    figure = candidate.figure
    if figure is None or figure.registry is not None:
        return candidate.type == ""
    given = figure.type in BODIES and read_nouns().given.sure(figure.name.split()[0])
    return given or figure.type in (None, "Place")


def one_of_several(candidate: Token) -> bool:
    """ "His colleagues, A and B, …": who is named in apposition to a plural is no single "he"."""
    candidate = first_joined(candidate)
    return candidate.dep_ == "appos" and candidate.head.tag_ in ("NNS", "NNPS")


def _reports(verb: Token) -> bool:
    return verb.lemma_ in read_lexicon().report or verb.lemma_ in BRIEF


def source(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or stands beside one that is."""
    token = first_joined(token, BESIDE)
    return token.dep_ == "nsubj" and _reports(token.head)


def _source_behind(token: Token) -> bool:
    """ "…, a court spokesman said": named behind what is said."""
    token = first_joined(token, BESIDE)
    if not source(token):
        return False
    return any(c.dep_ in CONTENT and c.i < token.i for c in token.head.children)


def _embedded(token: Token) -> bool:
    """Whether a subject is that of a clause within another one; what is said ("that …") is none."""
    token = first_joined(token, BESIDE)
    return any(t.dep_ in EMBEDDED for t in (token, *token.ancestors))
