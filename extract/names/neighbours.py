"""What stands beside a name and says what it is: appositions, roles, "who" and "which", an age."""

from extract.grammar.sorts import sort_of
from extract.names.spots import Spot
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words

PROFESSIONS = ("ist", "ician", "grapher", "player", "wright", "writer")


def firstborn(root: Token) -> bool:
    """ "his eldest, Akosua", "their late Karl"."""
    told = {c.lower_ for c in root.children if c.i < root.i and c.dep_ == "amod"}
    noun = root
    if root.dep_ == "appos" and root.head.lower_ in read_words("ages"):
        noun, told = root.head, {root.head.lower_}
    return bool(told & read_words("ages")) and any(
        c.tag_ == "PRP$" or c.dep_ == "poss" for c in noun.children
    )


def joined(root: Token) -> bool:
    """Whether "and" joins a name to others."""
    return root.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in root.children)


def aged(doc: Doc, end: int) -> bool:
    """ "Batbayar, 46, is …": an age between commas."""
    behind = [t.text for t in doc[end : end + 3]]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and len(behind[1]) == 2


def seated(doc: Doc, end: int) -> bool:
    """ "Mayo-based": where somebody has his seat is a place."""
    behind = [t.lower_ for t in doc.words[end : end + 2]]
    return len(behind) == 2 and behind[0] == "-" and behind[1] in read_words("seated_at")


def kind_told(noun: Token, nouns: Nouns) -> str | None:
    """What a noun beside a name says of it; "a rebel group" is no firm."""
    kind = nouns.kinds.get(noun.lemma_.lower()) or _by_ending(noun) or sort_of(noun) or None
    if (
        kind == "Company"
        and noun.lemma_ in read_words("group_heads")
        and any(c.lower_ in read_words("causes") for c in noun.children)
    ):
        return "Organization"
    return kind


def _by_ending(noun: Token) -> str | None:
    """ "a Danish malacologist": what people do."""
    return "Person" if len(noun.lemma_) > 6 and noun.lemma_.endswith(PROFESSIONS) else None


def who(root: Token) -> str:
    """ "Gentry Beach, who has …": persons alone are "who", and never "which"."""
    for clause in root.children:
        if clause.dep_ == "relcl":
            for child in clause.children:
                if child.lower_ in ("who", "which") and child.dep_ in ("nsubj", "nsubjpass"):
                    return child.lower_
    return ""


def neighbour(root: Token) -> str:
    """The label of a name that "and" joins to one that has none itself."""
    if root.dep_ == "conj" and root.head.pos_ == "PROPN":
        return root.head.ent_type_
    return next((c.ent_type_ for c in root.children if c.dep_ == "conj" and c.pos_ == "PROPN"), "")


def beside(root: Token, spot: Spot) -> list[Token]:
    """Common nouns that say what the name is: appositions, what stands before it, what it "is" ("who is …")."""
    found = [c for c in root.children if not spot.start <= c.i < spot.end and _describes(c, root)]
    found += [c for c in root.children if c.dep_ == "conj" and c.pos_ == "NOUN" and _others(c)]
    found += [n for c in root.children if c.dep_ == "appos" for n in _one_of(c) if n.pos_ == "NOUN"]
    found += [
        c
        for clause in root.children
        if clause.dep_ == "relcl"
        and clause.lemma_ == "be"
        and any(g.lower_ == "who" for g in clause.children)
        for c in clause.children
        if c.dep_ == "attr" and c.pos_ == "NOUN"
    ]
    head = root.head
    if root.dep_ == "appos" and head.pos_ == "NOUN":
        found.append(head)
    elif root.dep_ == "appos" and head.dep_ == "pobj" and head.head.lower_ in ("in", "from", "at"):
        found += [head.head.head] if head.head.head.pos_ == "NOUN" else []
    elif root.dep_ == "conj" and head.pos_ == "PROPN":
        found += [c for c in head.children if c.tag_ == "NNS" and _describes(c, head)]
        found += [head.head] if head.dep_ == "appos" and head.head.tag_ == "NNS" else []
    elif root.dep_ == "oprd" and head.lower_ in ("called", "named") and head.dep_ == "acl":
        found.append(head.head)
    elif root.dep_ == "nsubj" and head.lemma_ == "be":
        said = [c for c in head.children if c.dep_ == "attr"]
        found += [c for attribute in said for c in (attribute, *_one_of(attribute)) if c.pos_ == "NOUN"]
    elif root.dep_ == "pobj" and head.lower_ == "like" and head.head.pos_ == "NOUN":
        found.append(head.head)
    return found + [c for noun in found for c in noun.children if c.i < noun.i and _and_also(c)]


def _others(noun: Token) -> bool:
    """ "Fiosa and other unions", "the NDC or any other party"."""
    return any(c.lower_ == "other" for c in noun.children)


def _and_also(noun: Token) -> bool:
    """ "his daughter and business partner, Lorena": the first of what a name is said to be."""
    return noun.pos_ == "NOUN" and noun.dep_ == "nmod" and any(c.dep_ == "cc" for c in noun.children)


def _one_of(token: Token) -> list[Token]:
    """ "is one of the biggest lakes", ", one of her lawyers": a lake, a lawyer."""
    if token.lower_ != "one":
        return []
    return [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]


def _describes(child: Token, root: Token) -> bool:
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.ent_type_ == "":
        return True
    if child.pos_ != "NOUN":
        return False
    return child.dep_ == "appos" or (child.dep_ in ("compound", "nmod", "amod") and child.i < root.i)
