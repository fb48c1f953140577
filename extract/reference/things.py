"""Things without a name that "it" may mean: where one is spoken of nearer, nobody named is meant."""

from extract.reference.candidates import Sentence
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns


def thing_between(token: Token, last: int, sentence: Sentence) -> bool:
    """ "told Shell of the finding and will challenge it": a thing spoken of nearer as an object may be meant by "it"."""
    if token.lower_ != "it" or token.dep_ not in ("dobj", "pobj"):
        return False
    named = {c.token.i for c in sentence.candidates if c.figure is not None}
    return any(
        t.tag_ == "NN" and t.dep_ in ("dobj", "nsubjpass") and t.i not in named and t.ent_type_ == ""
        for t in token.doc[last + 1 : token.i]
    )


def brought_in(token: Token, sentence: Sentence) -> bool:
    """ "readies an offer, with Shell to underwrite it", "if there is a gap": a thing that the sentence itself brings in."""
    named = {c.token.i for c in sentence.candidates if c.figure is not None}
    return any(
        t.tag_ == "NN"
        and (t.dep_ == "dobj" or (t.dep_ == "attr" and any(c.dep_ == "expl" for c in t.head.children)))
        and t.i not in named
        and any(c.lower_ in ("a", "an") for c in t.children)
        and not token.is_ancestor(t)
        for t in token.doc[sentence.span.start : token.i]
    )


def spoken_thing(noun: Token, sentence: Sentence) -> bool:
    """ "I vote for the party": what "it" behind it means, though no name tells which."""
    if noun.tag_ != "NN" or noun.dep_ not in ("dobj", "pobj") or noun.ent_type_:
        return False
    if read_nouns().kinds.get(noun.lemma_) not in ("Organization", "Deal", "Asset", "Company"):
        return False
    article = any(c.lower_ in ("a", "an", "the", "this", "that") for c in noun.children)
    return article and all(c.token is not noun for c in sentence.candidates if c.figure is not None)
