"""Who says so: the speaker, the subjects of verbs of saying, "according to"."""

from spacy.tokens import Token

from extract.clauses import subjects
from extract.climb import chain
from extract.lexicon import Lexicon
from extract.relatives import passive
from graph.model import Segment


def sources(trigger: Token, lexicon: Lexicon) -> list[Token]:
    """The tokens that name who says what a trigger says, outermost first."""
    found: list[Token] = []
    below = trigger
    for token, dep in chain(trigger):
        if (
            dep in ("ccomp", "xcomp", "parataxis", "advcl")
            and token.lemma_ in lexicon.report
            and not passive(token)
        ):
            for subject in subjects(token):
                if subject not in found and subject.i != trigger.i:
                    found.append(subject)
        if token.lemma_ == "deny" and dep in ("dobj", "pobj", "acl"):
            found += [s for s in subjects(token) if s not in found]
        for child in token.children:
            if child == below:
                continue
            if child.lower_ == "according" and child.dep_ in ("prep", "advmod"):
                found += _according(child)
            elif child.dep_ == "parataxis" and child.lemma_ in lexicon.report:
                found += [s for s in subjects(child) if s not in found]
        below = token
    return list(reversed(found))


def _according(preposition: Token) -> list[Token]:
    for child in preposition.children:
        if child.lower_ == "to":
            return [t for t in child.children if t.dep_ == "pobj"]
    return []


def speaker(segment: Segment) -> str | None:
    """The speaker of a transcript's segment, where it is known."""
    return segment.speaker or None
