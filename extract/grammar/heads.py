"""What a preposition, or the word right behind a bracket, tells of."""

from extract.repairs.roles import person_noun
from extract.syntax.parse import Token

LISTING = frozenset({"PROPN", "PUNCT", "CCONJ", "ADP", "DET", "AUX"})


def modified(preposition: Token) -> list[Token]:
    """What a preposition tells of: its head, or the name right before it where the parse took the verb."""
    if preposition.head.pos_ == "PROPN":
        return [preposition.head]
    if preposition.dep_ == "pcomp":  # "with Iran still under US sanctions"
        return [c for c in preposition.children if c.dep_ == "nsubj"]
    before = preposition.doc[preposition.i - 1] if preposition.i > 0 else preposition
    return [before] if before.pos_ == "PROPN" and before.dep_ == "pobj" else []


def full_name(preposition: Token) -> list[Token]:
    """What a preposition tells of where it is a name of more than one word, and no title."""
    return [
        name
        for name in modified(preposition)
        if any(c.pos_ == "PROPN" and c.i < name.i for c in name.children) and not person_noun(name)
    ]


def bracketed(token: Token) -> list[Token]:
    """ "Senator Tom Whitaker of Ohio (R)": the person whom the word right behind a bracket tells of."""
    marks = ("(", ",") if token.doc[token.i + 1 : token.i + 2].text == "-" else ("(",)
    if token.i < 2 or token.nbor(-1).text not in marks:
        return []
    name = token.nbor(-2)
    while name.ent_type_ != "PERSON" and name.head.i < name.i and name.head.pos_ in ("PROPN", "ADP"):
        name = name.head
    return [name] if name.pos_ == "PROPN" else []


def set_off(preposition: Token) -> list[Token]:
    """ "Lukoil, under US sanctions", "Jan Berg, 33, of Oslo": the name before the comma that sets a preposition off."""
    before = preposition.doc.words[max(0, preposition.i - 4) : preposition.i]
    if len(before) == 4 and before[1].text == "," and before[2].text.isdigit():
        before = [before[0], before[3]]
    before = before[-2:]
    return [before[0]] if len(before) == 2 and before[1].text == "," and before[0].pos_ == "PROPN" else []


def fronted(preposition: Token) -> list[Token]:
    """ "Under scrutiny since May, Shell has sold": who is the subject behind a preposition that opens a sentence."""
    verb, before = preposition.head, preposition.i - 1
    opens = before < preposition.sent.start or preposition.doc[before].pos_ in ("CCONJ", "ADV")
    if (
        not opens
        or before > preposition.sent.start
        or verb.pos_ not in ("VERB", "AUX")
        or verb.i < preposition.i
    ):
        return []
    named = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > preposition.i]
    return [c for c in named if c.left_edge.i > 0 and c.left_edge.nbor(-1).text == ","]


def listed(preposition: Token) -> list[Token]:
    """ "the ambassadors A of Norway, B of Chile and C of Ghana": the plural that heads the list."""
    place = preposition.i - 1
    while place >= 0:
        token = preposition.doc[place]
        if token.tag_ == "NNS":
            return [token]
        if (token.pos_ not in LISTING and token.lemma_ != "include") or token.is_sent_start:
            return []
        place -= 1
    return []


def named_next(people: Token) -> list[Token]:
    """ "the Canadian Robert Miller": the person whose name begins right behind a word."""
    name = people.nbor(1) if people.i + 1 < len(people.doc) else people
    begins = (name.ent_type_ == "PERSON" and name.ent_iob_ == "B") or people.tag_ == "NNPS"
    if people.i and people.nbor(-1).lower_ == "to":  # "ambassador to Russian", misspelt
        return []
    if name == people or name.pos_ != "PROPN" or not begins:
        return []
    while (
        name.dep_ in ("compound", "nmod") and name.head.ent_type_ == name.ent_type_ and name.head.i > name.i
    ):
        name = name.head
    short = name.i == people.i + 1  # "the German Bundesliga"
    return [] if short or any(c.dep_ == "case" for c in name.children) else [name]
