"""Whom a pronoun cannot mean: who stands beside it with the same verb, and who is named behind it."""

from extract.grammar.clauses import subjects
from extract.names.definitions import ROLES
from extract.names.figures import BODIES
from extract.reference.candidates import FEMALE, MALE, NEUTER, Sentence
from extract.syntax.climb import clause_of, first_joined
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words


def of_the_unnamed(token: Token, sentence: Sentence) -> bool:
    """ "bought out a shareholder which had sold its stake": what is said of somebody unnamed is of him."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or not any(
        c.dep_ == "nsubj" and c.lower_ in ("which", "that", "who") for c in clause.children
    ):
        return False
    head = clause.head
    if read_nouns().kinds.get(head.lemma_.lower()) not in BODIES | {"Person"}:
        return False
    return all(c.token != head or c.figure is None for c in sentence.candidates)


def served(token: Token, sentence: Sentence) -> frozenset[int]:
    """The figures that those serve whom a possessive tells of: "Its chairman told Shell", where it is not Shell."""
    noun = token.head
    if token.dep_ != "poss" or token.lower_ not in NEUTER or noun.dep_ not in ("nsubj", "nsubjpass"):
        return frozenset()
    return frozenset(
        id(c.figure)
        for c in sentence.candidates
        if c.figure is not None
        and c.token.i > token.i
        and ((c.token.head == noun.head and c.token.dep_ in ("dobj", "dative")) or _done_to(c.token))
    )


def _done_to(name: Token) -> bool:
    """ "informed Shell", where the parse takes the verb for an adjective."""
    return any(c.i == name.i - 1 and c.tag_ in ("VBN", "VBD") and c.dep_ == "amod" for c in name.children)


def beside(token: Token, sentence: Sentence) -> frozenset[int]:
    """The figures that do or suffer the same as a pronoun: "Shell sold it", where it is not Shell."""
    if token.dep_ not in ("dobj", "dative") or token.lower_.endswith("self"):
        return frozenset()
    return frozenset(
        id(c.figure) for c in sentence.candidates if c.figure is not None and c.token in doing(token.head)
    )


def named_behind(token: Token, sentence: Sentence) -> frozenset[int]:
    """The figures that the clause of a subject names behind it: "It said Shell would …", where it is not Shell."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return frozenset()
    named = [c for c in sentence.candidates if c.figure is not None and not c.pronoun]
    before = {id(c.figure) for c in named if c.token.i < token.i}
    return frozenset(
        id(c.figure)
        for c in named
        if c.token.i > token.i
        and c.token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
        and c.type not in ("State", "Place")
        and id(c.figure) not in before
        and c.token.text not in ROLES
        and token.head.is_ancestor(c.token)
    )


def doing(verb: Token) -> list[Token]:
    """The subjects of a verb, that of a relative clause too; a noun in apposition stands for its name."""
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    found += [t for t in subjects(verb) if t not in found]
    return [t.head if t.dep_ == "appos" else t for t in found]


def _judged(pronoun: Token, candidate: Token) -> bool:
    """ "condemned its raids", "fined Shell for its sales": those of somebody else, unless they are its own."""
    noun = first_joined(pronoun.head)
    if any(c.lower_ == "own" for c in pronoun.head.children):
        return False
    verb = noun.head
    if noun.dep_ == "dobj":
        return verb.lemma_ in read_words("condemning") and candidate in doing(verb)
    if noun.dep_ != "pobj" or verb.lower_ not in ("for", "over"):
        return False
    verb = verb.head if verb.head.pos_ == "VERB" else clause_of(verb)
    done_to = [c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i]
    penalty = any(c.lemma_ in read_words("penalties") for c in done_to)
    answered = verb.lemma_ in read_words("answered_for") and any(c.i < noun.i for c in done_to)
    return (penalty or answered) and candidate in doing(verb)


def coargument(candidate: Token, pronoun: Token) -> bool:
    """Whether both are arguments of one verb; a possessive never is ("X sold its stake").

    A possessive in an apposition means neither the name beside it nor the one it stands beside
    ("Lena, her sister", "her sister, Lena").
    """
    if pronoun.dep_ == "poss" or pronoun.tag_ == "PRP$":
        noun = pronoun.head
        other = any(
            c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children
        )  # "Shell, its Penrose unit, …"
        beside = (noun.dep_ == "appos" and candidate == noun.head and not other) or (
            candidate.dep_ == "appos" and candidate.head == noun
        )
        if _judged(pronoun, candidate):
            return True
        return beside or candidate.head == noun or (noun.dep_ == "attr" and candidate.head == noun.head)
    verb = clause_of(pronoun)
    twice = candidate.head == pronoun.head == verb and candidate.dep_ == pronoun.dep_ == "nsubj"
    if twice and pronoun.lower_ in MALE | FEMALE:
        return False  # "Berg, who owns it, he said"; or a parse that runs two clauses together
    part = pronoun.head.lower_ == "of" and pronoun.head.head.dep_ == "dobj"  # "which holds 45% of it"
    return clause_of(candidate) == verb or ((part or pronoun.head == verb) and candidate in doing(verb))
