"""Of many, those whom a text picks out: "among the firms fined were A and B", "one of the firms that …"."""

from extract.grammar.conjuncts import coordinated
from extract.syntax.parse import Token

NAMING = frozenset({"called", "dubbed", "known", "named"})


def named_behind(many: Token) -> list[Token]:
    """ "Among the firms fined by Peru were Shell and Eni": those named behind the verb."""
    verb = many.head.head
    if many.head.lower_ != "among" or verb.lemma_ not in ("be", "include") or many.i > verb.i:
        return []
    names = [c for c in verb.children if c.dep_ in ("nsubj", "attr", "dobj") and c.i > verb.i]
    return [filler.token for name in names for filler in coordinated(name)]


def namings(noun: Token) -> list[Token]:
    """ "a firm called A", "a firm based in Oslo named A": the participle that gives a noun its name."""
    last = noun.right_edge
    behind = noun.doc.words[last.i + 1 : last.i + 2] if last != noun else []
    return [word for word in (*noun.children, *behind) if word.dep_ == "acl" and word.lower_ in NAMING]


def named_beside(noun: Token) -> bool:
    """Whether a noun has its name beside it: "the firm, Eni", "a firm called A"."""
    return any(c.dep_ == "appos" or (c.dep_ == "acl" and c.lower_ in NAMING) for c in noun.children)


def one_of(many: Token) -> tuple[Token, Token]:
    """ "Shell is one of the firms that …", "is among many firms that …": what stands for a name there, and its verb."""
    word = many.head.head
    if many.head.lower_ == "of" and word.lower_ == "one" and word.dep_ == "attr":
        return word, word.head
    return (many, word) if many.head.lower_ == "among" else (many, many.head)
