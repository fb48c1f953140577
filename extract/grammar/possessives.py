"""Who owns what at a possessive particle: "Jack Ma's Alpine Holdings", "Goldman's Mary Miller", "whose firm"."""

from extract.syntax.parse import Token
from extract.syntax.relatives import antecedents
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words


def owner(case: Token) -> list[Token]:
    """Whose it is: the word before a possessive particle, whom "whose" tells of."""
    return antecedents(case) if case.tag_ == "WP$" else [case.head]


def owned_thing(case: Token) -> list[Token]:
    """The noun that a possessive particle or "whose" gives an owner."""
    whose = case if case.tag_ == "WP$" else case.head
    return [whose.head] if whose.dep_ == "poss" else []


def possessed(case: Token) -> list[Token]:
    """The name that a possessive particle or "whose" gives an owner."""
    return [name for name in owned_thing(case) if name.pos_ == "PROPN"]


def owned(case: Token) -> list[Token]:
    """ "Goldman's Mary Miller": a person named right behind the possessive."""
    near = case.i + 1 < len(case.doc) and case.nbor(1).ent_type_ == "PERSON"
    return possessed(case) if near else []


def of_others(name: Token) -> bool:
    """ "Goldman's Mary Miller and Shell's Jan Berg": who has an owner or a country of his own is none of the first one's."""
    own = (c for c in name.children if c.i < name.i)
    return any(c.dep_ == "poss" or c.ent_type_ in ("GPE", "NORP") for c in own)


def own_firm(case: Token) -> list[Token]:
    """ "Jack Ma's Alpine Holdings": the name right behind the possessive whose last word makes it a firm's.

    Without it, it may as well be a book ("Rodin's Thinker") or whom he works for ("Cook's Apple").
    """
    nouns = read_nouns()
    return [
        name
        for name in possessed(case)
        if nouns.firm(name.text)
        if name.text != "Fund" or read_words("public_funds").isdisjoint(c.lower_ for c in name.children)
        if all(t.pos_ in ("PROPN", "ADJ") for t in case.doc[case.i + 1 : name.i])
    ]


def namesake(case: Token) -> list[Token]:
    """ "Japan's Mitsui Seito": the name that stands right behind a possessive."""
    return [
        name
        for name in possessed(case)
        if name.dep_ != "poss"  # "Ghana's People's Party"
        if all(t.pos_ == "PROPN" or t.text == "-" for t in case.doc[case.i + 1 : name.i])
    ]


def own_name(case: Token) -> list[Token]:
    """The same where its first word is no common noun: not "Workers' Party", "People's Bank"."""
    nouns = read_nouns()
    first = case.doc.words[case.i + 1 : case.i + 2]
    word = first[0].text if first else ""
    common = word.lower() in nouns.kinds or word.lower() in nouns.last or nouns.legal_form(word)
    return [] if common or case.head.tag_ == "NNS" else namesake(case)
