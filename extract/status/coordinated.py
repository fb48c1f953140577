"""What the first of coordinated verbs or nouns shares with a later one."""

from extract.status.denial import VERBS, contrasted, denials, denied_noun
from extract.status.tally import Tally
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import read_lexicon


def coordinated(below: Token, token: Token, tally: Tally) -> None:
    """What the first of coordinated verbs or nouns shares with a later one."""
    if token.pos_ in VERBS and not _has_own_auxiliary(below):
        if not contrasted(below) and not denials(below) and _shares_denial(below, token):
            tally.negations += denials(token)
        tally.hear(token, negation=False)
    elif (
        token.pos_ == "NOUN" and denied_noun(token) and any(c.lower_ in ("or", "nor") for c in token.children)
    ):
        tally.negations += not (denied_noun(below) or denials(below))


def finite(verb: Token) -> bool:
    """Whether a verb is told in a tense of its own: "has bought", "buys"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBZ" or bool(helpers & {"has", "had", "was", "were", "is", "are", "did"})


def infinite(verb: Token) -> bool:
    """Whether a verb stands behind "to", or is a participle without an auxiliary."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (verb.tag_ == "VB" and any(c.lower_ == "to" for c in helpers)) or (
        verb.tag_ == "VBG" and not helpers
    )


def _shares_denial(below: Token, token: Token) -> bool:
    """ "did not meet or call" denies both; "is not a party and holds no shares" the first alone."""
    if any(c.lower_ in read_lexicon().denying and c.dep_ != "neg" for c in token.children):
        return True
    never = any(c.dep_ == "neg" and c.lower_ == "never" for c in token.children)
    had = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    finite = ("VBZ", "VBP") if never or had else ("VBZ", "VBP", "VBD")
    return below.tag_ not in finite or below.tag_ == token.tag_ == "VBD"


def _has_own_auxiliary(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "neg") for c in verb.children)
