"""Who is named together with somebody: "A, B and C", "A, along with B"; and who is taken out: "A but not B"."""

from dataclasses import dataclass

from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a role; `negated` where the text takes just this one out ("A but not B")."""

    token: Token
    negated: bool = False


def coordinated(token: Token, beside: bool = False) -> list[Filler]:
    """A nominal and all that is coordinated with it: "A, B and C"; "but not B" comes back negated.

    With `beside`, also who is named "together with" it.
    """
    neither = _neither(token)
    found = [Filler(token, neither or _denied(token)), *(Filler(t, True) for t in _contrasts(token))]
    for (
        child
    ) in token.children:  # "at Eton College and Brasenose College", where the last is read as the head
        joined = any(g.dep_ == "cc" for g in child.children) or _first_listed(child, token)
        if child.dep_ == "nmod" and child.pos_ == "PROPN" and joined:
            found.append(Filler(child, neither or _denied(child)))
    found += [Filler(child, neither) for child in token.children if _next_listed(child, token)]
    stack = [filler.token for filler in found if not filler.negated or filler.token == token]
    while stack:
        head = stack.pop()
        for child in head.children:
            if head != token and (_next_listed(child, head) or _first_listed(child, head)):
                found.append(Filler(child, neither))
                stack.append(child)
            if child.dep_ != "conj" or child.pos_ not in NOMINAL or _begins(child, head):
                continue
            if child.pos_ != "ADJ" or head.pos_ == "ADJ" or child.ent_type_ == "NORP":
                found.append(Filler(child, neither or _denied(child) or _spared(child, head)))
                stack.append(child)
        for name in (*_beyond_name(head), *(_together_with(head) if beside else ())):
            found.append(Filler(name, neither))
            stack.append(name)
    return found


def _beyond_name(noun: Token) -> list[Token]:
    """ "the trader Kestrel and its founder", where the founder hangs on the name that goes on the noun."""
    if noun.tag_ != "NN":
        return []
    names = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    close = [c for c in names if c.left_edge.i == noun.i + 1]
    return [c for name in close for c in name.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]


def _begins(name: Token, first: Token) -> bool:
    """ "could not back the bill and Chad would": the second is the subject of what follows."""
    after = name.right_edge.i + 1
    if first.dep_ != "dobj" or after >= len(name.doc) or name.doc[after].tag_ != "MD":
        return False
    verb = name.doc[after].head
    return verb.i > after and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _spared(name: Token, crowd: Token) -> bool:
    """ "everyone but Lena Ortiz", "all the banks but Shell": not that one."""
    first = name.left_edge
    if first.i == 0 or first.nbor(-1).lower_ != "but":
        return False
    return crowd.lower_ in read_words("everyone") or any(
        c.dep_ in ("det", "predet") and c.lower_ in ("all", "every", "each") for c in crowd.children
    )


def _first_listed(child: Token, name: Token) -> bool:
    """ "to Kiribati, Samoa and Fiji", where the first is read as a word before the second."""
    if child.dep_ != "nmod" or child.ent_type_ != "GPE" or name.ent_type_ != "GPE" or child.i > name.i:
        return False
    after = child.nbor(1)
    return after.text == "," or (after.lower_ == "and" and child.pos_ == "PROPN")


def _next_listed(child: Token, name: Token) -> bool:
    """ "Samsung, LG, and Hyundai", where the parse reads the second as an apposition to the first."""
    if child.dep_ != "appos" or child.pos_ != "PROPN" or name.pos_ != "PROPN" or child.i < name.i:
        return False
    joined = any(c.dep_ in ("conj", "appos") and c.pos_ == "PROPN" for c in child.children)
    joined = joined or (
        child.ent_type_ == "GPE" and any(c.dep_ == "conj" and c.i > child.i for c in name.children)
    )
    plain = not any(c.i < child.i and c.dep_ in ("det", "poss", "amod") for c in child.children)
    titled = {child.left_edge.text, name.left_edge.text} <= read_words("address")
    return joined and plain and (titled or (child.ent_type_ != "" and child.ent_type_ == name.ent_type_))


def _together_with(token: Token) -> list[Token]:
    """ "Shell, together with its owner, was fined", "Shell was fined along with BP": one more of them."""
    verb = token.head
    told = [token, *(c for c in token.children if c.dep_ == "appos")]
    beside = [c for word in told for c in word.children if c.dep_ == "prep"]
    if token.dep_ in ("nsubjpass", "dobj") and verb.pos_ == "VERB":
        beside += [c for c in verb.children if c.dep_ == "prep" and c.i > token.i]
    if token.dep_ in ("nsubj", "nsubjpass"):  # "Together with his brother, he owns …"
        beside += [c for c in verb.children if c.dep_ == "prep" and c.i < token.i]
    return [
        name
        for preposition in beside
        for with_ in (preposition, *preposition.children)
        if with_.lower_ == "with" and with_.i and with_.nbor(-1).lower_ in ("together", "along")
        for name in with_.children
        if name.dep_ == "pobj" and name != token
    ]


def _neither(token: Token) -> bool:
    """Whether all of a coordination is denied: "neither A nor B"."""
    behind = token.dep_ == "pobj"
    start = token.head.i if behind else token.left_edge.i
    before = token.doc[start - 1].lower_ if start > 0 else ""
    return (
        before == "neither"
        or (behind and before == "nor")
        or any(c.lower_ in ("neither", "nor") and c.dep_ in ("det", "preconj", "cc") for c in token.children)
    )


def _denied(token: Token) -> bool:
    if any(
        c.i < token.i and (c.dep_ == "neg" or (c.dep_ in ("cc", "preconj", "advmod") and c.lower_ == "not"))
        for c in token.children
    ):
        return True
    if token.dep_ not in ("conj", "pobj"):
        return False
    start = token.head.i if token.dep_ == "pobj" else token.left_edge.i  # "not by Britain"
    before = [t.lower_ for t in token.doc.words[max(0, start - 2) : start]]
    return before[-1:] == ["not"] or (token.dep_ == "conj" and " ".join(before) in read_words("instead"))


def _contrasts(token: Token) -> list[Token]:
    """Whom the text takes out beside a token: "A, not B", "bought A instead of B", "met A but not B"."""
    found = [
        c
        for c in token.children
        if c.dep_ == "appos" and c.i > token.i and _before(c) == "not" and c.pos_ in NOMINAL
    ]
    verb = token.head
    if token.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "ADP"):
        return found
    for child in verb.children:
        if child.i < token.i:
            continue
        if child.dep_ == "conj" and child.pos_ == "PROPN" and token.dep_ != "nsubj" and _denied(child):
            found.append(child)
    return found + _instead(token)


def _instead(token: Token) -> list[Token]:
    """Whom "instead of" takes out beside the words right before it: "sold it to A instead of B"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in ("dobj", "pobj"):
        return []
    found = []
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ != "of" or child.i < token.i:
            continue
        first = child.left_edge if child.left_edge.lower_ == "instead" else child.nbor(-1)
        before = [t for t in child.doc[token.i + 1 : first.i] if t.text != "," and not token.is_ancestor(t)]
        if first.lower_ == "instead" and not before:
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found


def _before(token: Token) -> str:
    """The word right before a phrase, in small letters; the "not" of the phrase itself counts as before it."""
    first = token.left_edge
    if first.lower_ == "not":
        return "not"
    return token.doc[first.i - 1].lower_ if first.i > 0 else ""
