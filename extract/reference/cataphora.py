"""Pronouns before their name: "When he took over OMV, Alfred Stern sold the fields"."""

from extract.names.figures import Figure
from extract.reference.candidates import FEMALE, MALE, NEUTER, PRONOUNS, Candidate, Sentence, agrees
from extract.syntax.parse import Token

FRONTED = frozenset({"advcl", "prep", "npadvmod", "advmod"})
ANOTHERS = frozenset(
    "absence account behalf defence defense favor favour honor honour memory name opinion place stead wake way".split()
)


def named_ahead(token: Token, sentence: Sentence, types: frozenset[str]) -> Figure | None:
    """The subject of the clause that the phrase with the pronoun stands before, where nobody is named earlier in it.

    Not "in his place, Shell named …", nor where the clause has another such pronoun: "when he came, Berg met him".
    """
    if token.lower_ not in MALE | FEMALE | NEUTER or (token.dep_ == "poss" and token.head.lemma_ in ANOTHERS):
        return None
    below = token
    for above in token.ancestors:
        if below.dep_ in FRONTED and above.pos_ in ("VERB", "AUX") and below.i < above.i:
            found = _subject(above, token, sentence)
            return found.figure if found is not None and found.type in types else None
        below = above
    return None


def _subject(verb: Token, token: Token, sentence: Sentence) -> Candidate | None:
    """The name that is the subject behind the phrase; None where the verb has none, or somebody stands before."""
    if any(c.dep_ in ("dobj", "dative") and c.lower_ in PRONOUNS for c in verb.children):
        return None
    named = [
        c for c in sentence.candidates if c.figure is not None and not c.pronoun and agrees(token.lower_, c)
    ]
    if any(c.token.i < token.i for c in named):
        return None
    return next(
        (c for c in named if not c.quoted and _heads(c.token, verb)),
        None,
    )


def _heads(name: Token, verb: Token) -> bool:
    """Whether a name is the subject of a verb, or stands right behind the noun that is: "the firm Berg Ltd sells"."""
    noun = name.head if name.dep_ == "appos" and name.left_edge.i == name.head.i + 1 else name
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head is verb
