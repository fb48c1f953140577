"""What a statement hangs on: "if" clauses, and deals that are "dependent on" something."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.grammar.arguments import follow
from extract.grammar.clauses import subjects
from extract.reference.candidates import Sentence
from extract.syntax.parse import Token
from extract.syntax.relatives import antecedents
from extract.vocabulary.lexicon import Lexicon

REACH = 3
DEALINGS = frozenset(
    (
        "ACQUIRES AGREES_WITH DIVESTS_FROM FINANCES INVESTS_IN MEETS_WITH NEGOTIATES_WITH OPERATES_IN "
        "OWNS PARTNERS_WITH SEEKS_STAKE_IN SUPPLIES"
    ).split()
)


STAKES = frozenset({"SEEKS_STAKE_IN", "ACQUIRES", "DIVESTS_FROM", "INVESTS_IN"})
STAKE_NOUNS = frozenset("acquisition bid purchase sale stake takeover transfer merger offer".split())
COUNTED = frozenset("thing condition step point factor event".split())
OPEN = frozenset({"any", "a", "an", "no", "each", "every", "some", "another"})


def dealings_of(subject: Token) -> frozenset[str]:
    """The predicates that a noun may stand for: a sale is about a stake, a deal may be any dealing."""
    return STAKES if subject.lemma_.lower() in STAKE_NOUNS else DEALINGS


def points_back(subject: Token) -> bool:
    """Whether a noun may mean what was told before: "the sale", "this", but not "any sale"."""
    return _said_of_this(subject) or not any(c.dep_ == "det" and c.lower_ in OPEN for c in subject.children)


@dataclass(frozen=True, slots=True)
class Dependence:
    """`subject` depends on `condition`, in the words of `trigger`: tokens of one sentence."""

    sentence: int
    trigger: Token
    subject: Token
    condition: Token


def dependences(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Dependence]:
    """All "X depends on Y", "X is dependent on Y", "X requires Y", X a deal or what stands for one."""
    found = []
    for place, sentence in enumerate(sentences):
        for token in sentence.span:
            lemma = token.lemma_.lower()
            conditions: list[Token] = []
            if (lemma in lexicon.dependent or token.lower_ in lexicon.dependent) and token.pos_ in (
                "ADJ",
                "VERB",
                "NOUN",
            ):
                conditions = _governed(token, ("on", "upon", "to"))
            elif lemma in lexicon.depend and token.pos_ == "VERB":
                conditions = _governed(token, ("on", "upon"))
            elif lemma in lexicon.requires and token.pos_ == "VERB":
                conditions = [c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
            if not conditions:
                continue
            if conditions[0].lemma_ in COUNTED:
                conditions = _listed(token) or conditions
            for subject in map(_completed, _dependents(token)):
                if _is_deal(subject, lexicon):
                    found += [Dependence(place, token, subject, c) for c in conditions]
                    break
    return found


def _listed(token: Token) -> list[Token]:
    """ "depends on two things: that the US lifts … and that the EU drops …": the clauses, one by one."""
    clauses = [c for c in token.children if c.dep_ in ("ccomp", "parataxis") and c.i > token.i]
    return clauses + [
        c for clause in clauses for c in clause.children if c.dep_ == "conj" and c.pos_ == "VERB"
    ]


def _governed(token: Token, names: tuple[str, ...]) -> list[Token]:
    found = []
    carriers = [token, *[c for c in token.children if c.dep_ in ("acomp",)]]
    if token.dep_ in ("acomp", "attr", "oprd", "amod"):
        carriers.append(token.head)
    for carrier in carriers:
        for child in carrier.children:
            if child.dep_ in ("prep",) and child.lower_ in names:
                objects = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
                found += objects
    return found


def _dependents(token: Token) -> Sequence[Token]:
    if token.dep_ in ("acomp", "attr", "oprd") and token.head.pos_ in ("VERB", "AUX"):
        verb = token.head
    elif token.pos_ == "VERB":
        verb = token
    elif token.dep_ in ("acl", "amod", "relcl"):
        return [token.head]
    else:
        verb = token
    own = [t for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in antecedents(c)]
    return own or (follow(verb, "obj") if verb.tag_ == "VBN" else subjects(verb))


def _completed(noun: Token) -> Token:
    """The sale in "completion of the sale is subject to …"."""
    if noun.lemma_ not in ("completion", "closing", "closure", "consummation", "conclusion"):
        return noun
    behind = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    return behind[0] if behind else noun


def _said_of_this(noun: Token) -> bool:
    """Whether a noun is what "this" is said to be: "this is a bet that depends on …"."""
    return noun.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in ("this", "that", "it") for c in noun.head.children
    )


def _is_deal(subject: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is a deal, or is what "this" is said to be ("this is a bet that depends on …")."""
    if _said_of_this(subject):
        return True
    return subject.lemma_.lower() in lexicon.deals or subject.lower_ in lexicon.deals


def covers(condition: Token, trigger: Token, carrier: Token) -> bool:
    """Whether a trigger stands inside the words of a condition (and what the parse hung beside them)."""
    if trigger.doc != condition.doc:
        return False
    return trigger == condition or condition.is_ancestor(trigger) or _beside(condition, trigger, carrier)


def apart(trigger: Token, condition: Token) -> bool:
    """Whether what is said inside a condition stands on its own: in a relative clause, apposed, possessed."""
    token = trigger
    while token != condition and token.head != token:
        participle = token.dep_ == "acl" and token.tag_ == "VBN"
        if token.dep_ in ("relcl", "appos", "poss") or participle:
            return True
        if token.pos_ == "ADP" and token == trigger and token.head.pos_ == "PROPN":
            return True
        token = token.head
    return False


def _beside(condition: Token, trigger: Token, carrier: Token) -> bool:
    """ "dependent on the US lifting sanctions", where the parse hangs "lifting" on the main verb."""
    clause = trigger
    while clause.head != clause and clause.dep_ != "advcl":
        clause = clause.head
    return (
        clause.dep_ == "advcl"
        and clause.tag_ == "VBG"
        and clause.head in (carrier, carrier.head)
        and clause.i > condition.i
        and not any(c.dep_ == "mark" for c in clause.children)
        and clause.left_edge.i <= condition.right_edge.i + 1
    )


def words(condition: Token, carrier: Token) -> tuple[int, int]:
    """The tokens (start, end) of a condition's words."""
    start, end = condition.left_edge.i, condition.right_edge.i + 1
    for token in condition.doc[end : end + 1]:
        if token.tag_ == "VBG" and token.dep_ == "advcl" and token.head in (carrier, carrier.head):
            stop = token.right_edge.i + 1
            for inner in token.children:
                if inner.dep_ == "prep" and inner.lower_ == "according":
                    stop = inner.i
            end = stop
    while end > start and condition.doc[end - 1].is_punct:
        end -= 1
    return start, end
