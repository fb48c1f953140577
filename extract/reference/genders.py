"""Whether a person is a man or a woman, where the name does not tell it: by the pronoun that goes on about him alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.names.figures import Figure
from extract.reference.candidates import SUBJECT, Candidate, Sentence
from extract.vocabulary.lexicon import read_lexicon

NEAR = 2


def learn_genders(sentences: list[Sentence]) -> None:
    """Give persons and their candidates the gender of the pronouns that can mean nobody else, if these agree."""
    told: dict[int, set[str]] = {}
    figures: dict[int, Figure] = {}
    for place, sentence in enumerate(sentences):
        for pronoun in sentence.candidates:
            if (
                not pronoun.pronoun
                or pronoun.quoted
                or pronoun.gender is None
                or pronoun.token.dep_ != "nsubj"
            ):
                continue
            for figure in _meant(pronoun, place, sentences):
                figures[id(figure)] = figure
                told.setdefault(id(figure), set()).add(pronoun.gender)
    learned = {key: genders.pop() for key, genders in told.items() if len(genders) == 1}
    for key, gender in learned.items():
        figures[key].gender = gender
    if learned:
        for place, sentence in enumerate(sentences):
            known = tuple(
                replace(c, gender=learned[id(c.figure)]) if id(c.figure) in learned else c
                for c in sentence.candidates
            )
            sentences[place] = replace(sentence, candidates=known)


def _meant(pronoun: Candidate, place: int, sentences: Sequence[Sentence]) -> Iterator[Figure]:
    """The one of unknown gender who says that "he" or "she" …, or of whom alone the sentence before tells."""
    own = [c for c in _people(sentences[place]) if c.token.i < pronoun.token.i]
    if not own:
        near = [s for s in sentences[max(0, place - NEAR) : place] if s.segment == sentences[place].segment]
        own = next((people for s in reversed(near) if (people := _people(s))), [])
    elif not _told_by(pronoun, own):
        return
    figures = {id(c.figure): c.figure for c in own if not c.pronoun}
    figure = next(iter(figures.values()), None)
    subject = any(c.rank == SUBJECT and c.figure is figure for c in own)
    if figure is not None and len(figures) == 1 and figure.gender is None and subject:
        yield figure


def _people(sentence: Sentence) -> list[Candidate]:
    return [c for c in sentence.candidates if c.type == "Person" and not c.quoted]


def _told_by(pronoun: Candidate, own: Sequence[Candidate]) -> bool:
    """ "Berg said that she …"."""
    verb = pronoun.token.head
    says = verb.head
    return (
        verb.dep_ == "ccomp"
        and says.lemma_ in read_lexicon().report
        and any(c.token.dep_ == "nsubj" and c.token.head == says for c in own)
    )
