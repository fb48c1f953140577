"""What a governing word does to a clause: denies it, makes it a plan or a possibility."""

from extract.status.contents import cross_content, cross_described
from extract.status.crossing import Crossing, listed
from extract.status.denial import denials
from extract.status.infinitives import cross_infinitive, too
from extract.status.moods import POSSIBLE
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon


def cross_clause(below: Token, dep: str, token: Token, lexicon: Lexicon) -> Crossing:
    """Up from the verb of a dependent clause to the word that governs the clause."""
    lemma = token.lemma_.lower()
    whether = any(c.lower_ in ("whether", "if") and c.dep_ == "mark" for c in below.children)
    if dep in ("ccomp", "pcomp", "acl", "xcomp", "csubj", "csubjpass") and whether:
        undecided = lemma in ("decide", "determine", "settle") and bool(denials(token))
        unsaid = asks(token) or undecided
        return Crossing(weight=POSSIBLE, unsaid=unsaid, stop=unsaid or lemma in lexicon.report)
    if dep == "acl" or (dep == "ccomp" and token.pos_ == "NOUN"):
        return cross_described(below, token, lexicon)
    if dep == "ccomp":
        return cross_content(below, token, lexicon)
    if dep == "xcomp":
        return cross_infinitive(below, token, lexicon)
    if dep in ("csubj", "acomp", "dep"):
        if token.pos_ == "ADJ" and (lemma in lexicon.negated or too(token)):
            return Crossing(denies=True)
        return (
            Crossing()
            if lemma in ("help", "be", "go", "work", "know", "look", "call")
            else listed(token, lexicon)
        )
    return Crossing()


def asks(token: Token) -> bool:
    """ "would not say whether", "it is not clear if": what comes is left open."""
    words = {token.lemma_, *(c.lower_ for c in token.children if c.dep_ == "acomp")}
    return bool(words & read_lexicon().asking)
