"""What a relative clause, or one behind "it was … that", tells of its noun: that it did it, that it is a lie."""

from extract.status.denial import denials
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon


def picked(noun: Token) -> bool:
    """ "the first to buy it", "the latest bank to leave", "one of those to sign": they did."""
    return any(c.lower_ in read_lexicon().picking or c.tag_ in ("JJS", "CD") for c in noun.children)


def one_among(word: Token) -> bool:
    """ "was among the banks to leave": it left; the verb, or the many themselves."""
    if word.lemma_ in ("be", "rank", "number"):
        return any(
            c.dep_ == "prep" and c.lower_ == "among" and any(g.tag_ == "NNS" for g in c.children)
            for c in word.children
        )
    return word.tag_ == "NNS" and word.dep_ == "pobj" and word.head.lower_ == "among"


def whole(clause: Token) -> bool:
    """Whether a clause behind "that" lacks nothing: "a story that Shell bought it" tells the story."""
    that = [c for c in clause.children if c.lower_ == "that" and c.i < clause.i]
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c not in that for c in clause.children)
    return bool(that) and subject and any(c.dep_ == "dobj" and c.i > clause.i for c in clause.children)


def cleft_denied(noun: Token) -> bool:
    """ "It was not Shell that bought it"."""
    verb = noun.head
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
    return noun.dep_ == "attr" and verb.lemma_ == "be" and it and bool(denials(verb))


def lie(clause: Token, noun: Token, lexicon: Lexicon) -> bool:
    """ "it was a lie that Shell met Eni"; "it was not a lie" says that it did."""
    verb = noun.head
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
    return it and noun.dep_ == "attr" and noun.lemma_ in lexicon.untrue and not denials(verb)
