"""What a relative pronoun stands for, and the voice of a verb."""

from extract.syntax.parse import Token

SUBJECTS = ("nsubj", "nsubjpass")
PARTS = frozenset("all both each either neither none".split())
COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})


def _part_of(part: Token) -> Token | None:
    """The relative pronoun in "none of which", "both of whom"."""
    behind = [p for c in part.children if c.lower_ == "of" for p in c.children]
    return next((p for p in behind if p.tag_ in ("WDT", "WP")), None)


def passive(verb: Token) -> bool:
    """Whether a verb is used in the passive, "was sanctioned" or "sanctioned by"."""
    return verb.tag_ != "VBG" and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def passive_subjects(verb: Token) -> list[Token]:
    """To whom a passive verb tells that it is done: its subject, or what a relative pronoun there stands for."""
    return [t for c in verb.children if c.dep_ == "nsubjpass" for t in antecedents(c)]


def own_subject(verb: Token) -> list[Token]:
    """The subject that hangs on a verb itself, or what a relative pronoun in its place stands for."""
    misread = SUBJECTS if verb.tag_ == "VBG" else ("nsubj",)
    return [t for c in verb.children if c.dep_ in misread for t in antecedents(c)]


def antecedents(token: Token) -> list[Token]:
    """The noun that a relative pronoun stands for; any other token is itself."""
    if token.lower_ in PARTS and (whole := _part_of(token)) is not None:
        return antecedents(whole)
    if token.tag_ not in ("WDT", "WP", "WP$") and not (token.tag_ == "IN" and token.lower_ == "that"):
        return [token]
    clause = token.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return [token]
    noun = clause.head
    while noun.pos_ not in ("NOUN", "PROPN", "PRON") or noun.ent_type_ in COUNTED:
        if noun.head == noun:
            return []
        noun = noun.head
    return [noun]
