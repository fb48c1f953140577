"""The words right at a verb or noun that deny it: "not", "never", "no", "nor", "at no point", "yet to"."""

from extract.syntax.parse import Token
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.words import read_words

ONLY = frozenset("only just merely simply necessarily until".split())
OCCASIONS = frozenset(
    "point time stage moment circumstance circumstances case account means way event".split()
)
EVER = frozenset({"once", "ever", "yet", "again"})
NOTHING = frozenset({"nothing", "nobody", "none", "noone", "neither"})
NO = frozenset({"no", "neither", "zero"})
LITTLE = frozenset({"little", "scant", "few"})
HOPES = frozenset(
    "appetite chance desire evidence hope indication intention interest prospect reason sign".split()
)
VERBS = ("VERB", "AUX")


def denials(token: Token) -> int:
    """1 where a word right at the token denies it, else 0."""
    if _negated(token) or _fronted(token) or after_nor(token) or _apposed(token):
        return 1
    return int(_yet(token))


def denied_noun(noun: Token) -> bool:
    """Whether a noun has "no" or "not a" before it, or "little" as in "little interest"; not "made no secret of"."""
    if noun.lemma_ in read_words("unhidden"):
        return False
    return any(
        (
            c.lower_ == "not"
            and c.i < noun.i
            and c.nbor(1).lower_ in ("a", "an", "one")
            and noun.dep_ != "appos"
        )
        or (c.lower_ in NO and c.dep_ in ("det", "neg", "preconj") and not _numbered(c))
        or (c.lower_ in LITTLE and noun.lemma_ in HOPES and c.i < noun.i)
        for c in noun.children
    )


def _numbered(word: Token) -> bool:
    """ "Railway Group No 3" denies nothing."""
    return word.text == "No" and word.i + 1 < len(word.doc) and word.nbor(1).text[0].isdigit()


def without_any(verb: Token, ends: frozenset[Token]) -> bool:
    """Whether a verb has a denied noun beside it that is no end: "holds no shares in", "nothing was paid"."""
    for child in verb.children:
        if child.dep_ == "prep" and _to_none(child, ends):
            return True
        if child.dep_ not in ("dobj", "nsubjpass", "nsubj", "dative") or _among(child, ends):
            continue
        nothing = child.lower_ in NOTHING or (child.lower_ == "one" and denied_noun(child))
        if nothing or (child.dep_ in ("dobj", "nsubjpass") and denied_noun(child)):
            return True
        if ends and child.dep_ == "nsubj" and denied_noun(child) and all(_aside(child, e) for e in ends):
            return True
    return False


def _to_none(preposition: Token, ends: frozenset[Token]) -> bool:
    """ "came to no agreement", "entered into no contract", "is under no sanctions"."""
    return preposition.lower_ in ("on", "to", "into", "under") and any(
        c.dep_ == "pobj" and (denied_noun(c) or c.lower_ == "nothing") and not _among(c, ends)
        for c in preposition.children
    )


def by_none(verb: Token) -> bool:
    """ "nobody would sell", "neither A nor B would sell"."""
    return any(
        c.lower_ in NOTHING or denied_noun(c) or any(g.lower_ == "neither" for g in c.children)
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass")
    )


def _aside(noun: Token, end: Token) -> bool:
    """Whether an end is no part of a denied noun, or only where that comes from: "no arms from Iran reached …"."""
    return not (noun == end or noun.is_ancestor(end)) or (end.dep_ == "pobj" and end.head.lower_ == "from")


def _among(noun: Token, ends: frozenset[Token]) -> bool:
    """Whether a noun is an end, or what is coordinated with it ("neither A nor B"), or of it ("none of A")."""
    inner = noun.lower_ in NOTHING - {"nothing"} or noun.lower_ == "one"
    return any(end == noun or _coordinated(noun, end) or (inner and _of(noun, end)) for end in ends)


def _coordinated(noun: Token, end: Token) -> bool:
    while end.dep_ in ("conj", "appos", "compound"):
        end = end.head
        if end == noun:
            return True
    return False


def _of(noun: Token, end: Token) -> bool:
    """ "none of the banks", "nobody at Shell", but not "none of its shares in Shell"."""
    while end.dep_ in ("conj", "appos", "poss", "compound", "amod", "nmod"):
        end = end.head
    return end.dep_ == "pobj" and end.head.head == noun


def no_longer(token: Token) -> bool:
    """Whether "no longer" stands at the token: not at what else it is ("a Cypriot, no longer a Kazakh")."""
    said = min((c.i for c in token.children if c.dep_ == "attr"), default=len(token.doc))
    return any(
        c.lower_ == "longer" and c.i < said and any(g.lower_ == "no" for g in c.children)
        for c in token.children
    )


def almost(token: Token) -> bool:
    """Whether it nearly happened, and so did not: "almost bought", "all but bought"."""
    if token.i > 1 and token.nbor(-1).lower_ == "but" and token.nbor(-2).lower_ == "all":
        return True
    return any(c.lower_ in ("almost", "nearly") and c.dep_ == "advmod" for c in token.children)


def contrasted(token: Token) -> bool:
    """ "did not meet A but called B": the second verb is not denied."""
    return any(
        c.lower_ in ("but", "instead") and c.dep_ == "cc" and token.head.i < c.i < token.i
        for c in token.head.children
    )


def scarce(token: Token) -> bool:
    """ "hardly anyone", "scarcely anybody"."""
    return any(c.lower_ in read_lexicon().scarcely for c in token.children)


def _of_them(nobody: Token) -> bool:
    """ "neither of which is a member": none of those before."""
    return any(g.tag_ in ("WDT", "WP") for c in nobody.children if c.lower_ == "of" for g in c.children)


def _negated(token: Token) -> bool:
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in NOTHING and _of_which(child):
            return True
        if child.i + 1 < len(child.doc) and child.doc[child.i + 1].lower_ in ONLY:
            continue
        if child.dep_ == "neg" and child.lower_ != "only":
            # "bought A, not B" denies what follows, not the verb
            if child.lower_ == "not" and child.i > token.i and token.pos_ not in VERBS:
                continue
            return True
        if child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in read_lexicon().denying:
            after = child.doc[child.i + 1 : child.i + 2]
            if child.lower_ != "neither" or (after and after[0].pos_ in (*VERBS, "ADV", "PART")):
                return True
        if token.pos_ == "AUX" and child.dep_ == "nsubj" and child.lower_ in NOTHING and _of_them(child):
            return True
        if child.dep_ == "advmod" and any(g.lower_ in ("hardly", "scarcely") for g in child.children):
            return True
    return False


def _of_which(part: Token) -> bool:
    """ "neither of which"."""
    return any(g.tag_ in ("WDT", "WP") for c in part.children if c.lower_ == "of" for g in c.children)


def _apposed(noun: Token) -> bool:
    """ "Keller, never a friend of …", where the parse hangs the denial on the name."""
    if noun.dep_ != "appos" or noun.left_edge.i == 0:
        return False
    before = noun.left_edge.nbor(-1)
    return before.lower_ in ("never", "not") and before.head == noun.head


def _fronted(verb: Token) -> bool:
    """ "At no point did", "Under no circumstances would", "Nor, he said, did"."""
    if verb.pos_ not in VERBS:
        return False
    before = [c for c in verb.children if c.i < verb.i]
    for child in (*before, *(g for c in before if c.dep_ in ("aux", "auxpass") for g in c.children)):
        if child.dep_ == "prep" and any(
            g.lower_ in OCCASIONS and denied_noun(g) for g in child.children if g.dep_ == "pobj"
        ):
            return True
        if child.lower_ == "nor" and child.dep_ in ("cc", "preconj", "advmod"):
            return True
        if child.lower_ == "little" and child.dep_ == "advmod" and child.nbor().dep_ == "aux":
            return True  # "little did he know"
        if child.lower_ in EVER and any(g.dep_ == "neg" and g.i < child.i for g in child.children):
            return True
    return False


def after_nor(token: Token) -> bool:
    """ "not her husband", "nor a friend": what stands beside another and is denied of that."""
    if token.dep_ != "conj" or token.left_edge.i == 0:
        return False
    before = token.doc[token.left_edge.i - 1]
    return before.lower_ in ("nor", "not") and not (before.lower_ == "not" and token.left_edge.lower_ in ONLY)


def _yet(token: Token) -> bool:
    """ "has yet to sign", "is yet to be signed": asked of the infinitive."""
    if token.dep_ != "xcomp" or token.head.lemma_ not in ("have", "be", "remain"):
        return False
    return any(c.lower_ == "yet" for c in (*token.head.children, *token.children) if c.i < token.i)
