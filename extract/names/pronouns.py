"""What the pronouns that take a name up tell of its type."""

from collections.abc import Iterator

from extract.names.weights import ACTS, TAKEN_UP
from extract.syntax.climb import clause_of
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

PRONOUNS = dict.fromkeys("it its itself".split(), "Company") | dict.fromkeys(
    "he his him himself she her hers herself".split(), "Person"
)


def told_by_pronouns(root: Token, neuter: bool) -> Iterator[tuple[str, float]]:
    """What the pronouns that take a name up tell: "Marlow said it stopped", "Marlow sold its mill", "Akosua and her"."""
    top = root.head if root.dep_ == "appos" and root.head.pos_ == "NOUN" else root
    if top.dep_ not in ("nsubj", "nsubjpass") or top.head.pos_ not in ("VERB", "AUX"):
        return
    verb = top.head
    for word in root.doc[root.i + 1 : root.sent.end]:
        if word.pos_ != "PRON" and word.tag_ != "PRP$":
            continue
        kind = PRONOUNS.get(word.lower_)
        if kind is None or (kind == "Company" and not neuter):
            return
        if any(t.ent_type_ == "PERSON" for t in root.doc[root.i + 1 : word.i]):
            return
        own = word.dep_ == "poss" and clause_of(word) == verb and word.head.dep_ in ("dobj", "pobj", "attr")
        said = word.dep_ == "nsubj" and word.head.dep_ == "ccomp" and word.head.head == verb
        said = said and (kind == "Person" or _doing(word.head))
        if own or said:
            yield kind, ACTS if kind == "Person" else TAKEN_UP
        return


def _doing(verb: Token) -> bool:
    """Whether "it" as the subject of a verb means somebody: "it sold", not "it rained", "it is true"."""
    if verb.pos_ != "VERB" or verb.lemma_ in read_words("impersonal"):
        return False
    return any(c.dep_ in ("dobj", "xcomp", "prep") for c in verb.children)
