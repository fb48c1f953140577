"""Whether a reading is affirmed or denied, actual, intended, possible or conditional."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract.clauses import LIGHT
from extract.lexicon import Lexicon
from extract.relatives import passive
from graph.model import Modality, Polarity

GOVERNED = frozenset(
    (
        "acl acomp advcl agent amod appos attr ccomp compound conj csubj csubjpass dep dobj nmod nsubj "
        "nsubjpass oprd parataxis pcomp pobj poss prep relcl xcomp"
    ).split()
)


REPORTS = frozenset("report claim allegation rumour rumor story suggestion statement".split())
ASKED = frozenset("bid offer proposal request interest application".split())
WEIGHT = ("actual", "intended", "possible", "conditional")


INSTEAD = frozenset({"without", "rather", "instead"})
OWN_ASSERTION = frozenset({"relcl", "appos", "parataxis", "poss"})


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a reading; `conditions` are the heads of its "if" clauses, `former` is "no longer"."""

    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    conditions: tuple[Token, ...] = ()
    former: bool = False


def chain(trigger: Token) -> Iterator[tuple[Token, str]]:
    """The trigger and what governs it, upwards, each with the relation it was reached by."""
    token, dep = trigger, ""
    for _ in range(12):
        yield token, dep
        if token.dep_ not in GOVERNED or token.head == token:
            return
        token, dep = token.head, token.dep_


def assess(trigger: Token, lexicon: Lexicon, governors: frozenset[Token] | None = None) -> Status:
    """Polarity, modality and conditions of what a trigger says, from the words that govern it.

    With an empty set of `governors` only the words right at the trigger count: it is taken for granted.
    """
    negations = 0
    modality = 0
    former = False
    conditions: list[Token] = []
    below: Token = trigger
    for token, dep in chain(trigger):
        if dep and governors is not None:
            break
        if (
            dep in OWN_ASSERTION
            or (dep in ("compound", "nmod", "amod") and token.pos_ == "PROPN")
            or (dep == "advcl" and not _marked(below, lexicon))
        ):
            if dep == "relcl" and _denied_noun(token):
                negations += 1
            if dep == "advcl" and (below.doc[below.left_edge.i].lower_ in INSTEAD):
                negations += 1
            break
        if dep == "conj":
            if token.pos_ in ("VERB", "AUX") and not _has_own_auxiliary(below):
                negations += _negations(token) if not _contrasted(below) and not _negations(below) else 0
                modality = max(modality, _modal(token, lexicon))
            below = token
            continue
        if dep == "advcl" and _marked(below, lexicon):
            modality = 3
            break
        if (
            dep == "pcomp"
            and token.dep_ == "prep"
            and token.lower_ in ("provided", "providing", "assuming", "unless")
        ):
            modality = 3
            break
        if dep == "ccomp" and token.lemma_ in lexicon.report and token.lemma_ not in ("deny",):
            word = _class(token, below, dep, lexicon) if token.lemma_ in lexicon.possible else 0
            modality = max(modality, word)
            if token.lemma_ in ("believe", "think", "suspect"):
                negations += _negations(token)
            break
        if dep == "ccomp" and token.pos_ == "VERB" and not _takes_clause(token, lexicon):
            break
        if dep:
            kind = _class(token, below, dep, lexicon)
            if kind == -1:
                negations += 1
            else:
                modality = max(modality, kind)
            if token.lemma_ in lexicon.evidence and _denied_noun(token):
                negations += 1
                below = token
                continue
        negations += _negations(token) if _reaches(dep) else 0
        if (
            token.pos_ == "NOUN"
            and _denied_noun(token)
            and (not dep or dep in ("acl", "pobj", "prep"))
            and token.lemma_ not in lexicon.evidence
        ):
            negations += 1
        modality = max(modality, _modal(token, lexicon))
        if any(c.lower_ == "whether" for c in token.children):
            modality = max(modality, WEIGHT.index("possible"))
        if not dep and any(c.lower_ in ("almost", "nearly") and c.dep_ == "advmod" for c in token.children):
            negations += 1
        found = [c for c in token.children if c.dep_ == "advcl" and _marked(c, lexicon) and c != below]
        found += [
            p
            for c in token.children
            if c.dep_ == "prep" and c.lower_ in lexicon.marks and c != below
            for p in c.children
            if p.dep_ == "pcomp"
        ]
        if found and (
            dep in ("", "xcomp", "ccomp", "dobj", "attr", "acomp") or token.pos_ in ("VERB", "AUX")
        ):
            conditions += [c for c in found if c not in conditions]
        if any(c.lower_ == "longer" for c in token.children):
            former = True
            negations += not any(c.dep_ == "neg" for c in token.children)
        below = token
    if conditions and modality:
        modality = 3
    polarity: Polarity = "negated" if negations % 2 else "affirmed"
    found_modality: Modality = WEIGHT[modality]  # type: ignore[assignment]
    return Status(polarity, found_modality, tuple(conditions), former)


def _takes_clause(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb can govern a clause; two sentences run together hang the first as a complement too."""
    lemma = verb.lemma_.lower()
    lists = (
        lexicon.intended,
        lexicon.possible,
        lexicon.negated,
        lexicon.report,
        lexicon.evidence,
        lexicon.requires,
    )
    return any(lemma in words for words in lists) or lemma in (
        "make",
        "let",
        "see",
        "mean",
        "have",
        "get",
        "be",
        "depend",
        "ensure",
    )


def _reaches(dep: str) -> bool:
    """Negation of a governor denies its complement, but not its subject or a modifier's clause."""
    return dep in (
        "",
        "xcomp",
        "acl",
        "dobj",
        "attr",
        "acomp",
        "pobj",
        "prep",
        "oprd",
        "agent",
        "nsubjpass",
        "nsubj",
        "pcomp",
        "dep",
        "ccomp",
    )


def _class(token: Token, below: Token, dep: str, lexicon: Lexicon) -> int:
    """-1 where a governor denies what it governs, else 0 to 2 for its modality."""
    lemma = token.lemma_.lower()
    if token.lower_ == "instead":
        return -1
    said_of = [c.lemma_.lower() for c in token.children if c.dep_ == "acomp"] if lemma == "be" else []
    if said_of and dep in ("ccomp", "csubj", "acl", "advcl", "nsubj") and said_of[0] in lexicon.negated:
        return -1 if dep != "nsubj" or below.lemma_ in REPORTS else 0
    if dep in ("nsubj", "nsubjpass") and token.pos_ in ("VERB", "AUX"):
        if lemma in lexicon.stopped and dep == "nsubjpass" and below.lemma_ not in ASKED:
            return -1
        return (
            1
            if lemma in ("plan", "schedule", "expect", "propose", "seek", "set", "envisage", "slate")
            and dep == "nsubjpass"
            else 0
        )
    if dep == "pobj":
        return 0
    if dep == "prep" and token.pos_ in ("VERB", "NOUN", "ADJ"):
        joined = below.lower_
        if token.pos_ == "ADJ" and lemma in lexicon.negated:
            return -1
        if lemma in ("rule", "stop", "refrain") or joined == "without":
            return -1
        if joined in ("for", "on", "to", "of", "about", "against", "from") and below.dep_ == "prep":
            return (
                _listed(lemma, lexicon, nominal=True)
                if lemma not in LIGHT or lemma in ("seek", "want", "plan", "propose")
                else 0
            )
        return 0
    if dep in ("compound", "nmod", "amod", "agent"):
        return 0
    if dep == "dobj" and lemma in LIGHT:
        if lemma in ("seek", "want", "propose", "plan", "request", "schedule", "set"):
            return 1
        return -1 if lemma in ("cancel",) else 0
    if dep == "dobj":
        return (
            _listed(lemma, lexicon, nominal=False)
            if lemma in lexicon.negated | lexicon.intended | lexicon.possible
            and lemma not in ("have", "know", "help", "agree", "oppose", "like", "threaten")
            else 0
        )
    if dep in ("xcomp", "ccomp", "acl", "pcomp", "dep", "acomp", "csubj"):
        if dep == "xcomp" and token.pos_ == "ADJ" and lemma in lexicon.negated:
            return -1
        if lemma == "have" and not any(c.lower_ == "to" for c in below.children):
            return 0
        if lemma in ("go", "work", "help", "know", "set", "look", "call") and dep not in ("xcomp", "acl"):
            return 0
        if lemma == "help" or (lemma == "fear" and dep != "ccomp"):
            return 0
        return _listed(lemma, lexicon, nominal=False)
    return 0


def _listed(lemma: str, lexicon: Lexicon, nominal: bool) -> int:
    if lemma in lexicon.negated and not (nominal and lemma == "rule"):
        return -1
    if lemma in lexicon.possible:
        return 2
    return 1 if lemma in lexicon.intended else 0


def _negations(token: Token) -> int:
    found = 0
    for child in token.children:
        adverb = child.lower_ in ("never", "hardly", "barely") and child.dep_ == "advmod"
        if adverb or (child.dep_ == "neg" and child.lower_ != "only"):
            found += 1
        elif child.lower_ == "neither" and child.dep_ in ("advmod", "preconj", "cc"):
            verbal = token.doc[child.i + 1].pos_ in ("VERB", "AUX", "ADV", "PART")
            found += verbal  # else it denies what follows, not the verb
    if token.dep_ == "conj" and found == 0:
        before = token.doc[token.left_edge.i - 1] if token.left_edge.i > 0 else None
        if before is not None and before.lower_ in ("nor", "not"):
            found += 1
    return min(found, 1)


def _contrasted(token: Token) -> bool:
    """ "did not meet A but called B": the second verb is not denied."""
    return any(
        c.lower_ in ("but", "instead")
        for c in token.head.children
        if c.dep_ == "cc" and c.i < token.i and c.i > token.head.i
    )


def _has_own_auxiliary(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "neg") for c in verb.children)


def _modal(token: Token, lexicon: Lexicon) -> int:
    best = 0
    for child in token.children:
        if child.dep_ == "aux":
            kind = lexicon.modals.get(child.lower_)
            if kind is not None:
                best = max(best, WEIGHT.index(kind))
        elif child.dep_ in ("advmod", "acomp", "amod") and child.lower_ in (
            "possibly",
            "perhaps",
            "probably",
            "likely",
            "potentially",
            "possible",
            "potential",
            "planned",
            "proposed",
            "maybe",
            "upcoming",
            "prospective",
            "would-be",
            "intended",
        ):
            best = max(best, 1 if child.lower_ in ("planned", "proposed", "upcoming", "intended") else 2)
    return best


def _denied_noun(noun: Token) -> bool:
    return any(
        c.lower_ in ("no", "neither", "zero") and c.dep_ in ("det", "neg", "preconj") for c in noun.children
    )


def _marked(clause: Token, lexicon: Lexicon) -> bool:
    for child in clause.children:
        if child.lower_ in lexicon.marks and child.dep_ in ("mark", "advmod", "prep"):
            return child.lower_ not in ("once", "until") or _future(clause.head)
        if child.i > clause.i:
            break
    return False


def _future(verb: Token) -> bool:
    return any(
        c.dep_ == "aux"
        and c.lower_ in ("will", "would", "could", "can", "may", "might", "shall", "'ll", "to")
        for c in verb.children
    )


def asked(sentence_end: Token) -> bool:
    """Whether a sentence is a question."""
    return sentence_end.lower_ in ("?", '?"')


def tense(trigger: Token) -> str:
    """ "past", "present" or "" of the verb that carries a trigger."""
    for token, _ in chain(trigger):
        if token.pos_ in ("VERB", "AUX"):
            tags = {token.tag_} | {c.tag_ for c in token.children if c.dep_ in ("aux", "auxpass")}
            if "VBD" in tags:
                return "past"
            if tags & {"VBZ", "VBP"}:
                return "present"
            if token.tag_ == "VBN" and passive(token):
                return ""
        if token.dep_ in OWN_ASSERTION:
            return ""
    return ""
