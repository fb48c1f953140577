"""What one place in the text tells of the type of the actor that it names."""

from collections import defaultdict

from spacy.tokens import Doc, Token

from extract.nouns import Nouns
from extract.spots import Spot

STATIC = frozenset({"lie", "sit", "stand", "stretch", "border", "see", "become", "remain", "face", "host", "grow", "suffer", "fall"})


def votes(spot: Spot, doc: Doc, nouns: Nouns) -> tuple[dict[str, float], str | None]:
    """Votes by type, and the gender that a title or a noun beside the name tells (or None)."""
    ballot: dict[str, float] = defaultdict(float)
    gender: str | None = None
    words = spot.text.split()
    last = nouns.last.get(words[-1].lower()) if len(words) > 1 else None
    if last is not None and spot.label not in ("PERSON", "GPE") and (last != "Deal" or words[-1][:1].isupper()):
        ballot[last] += 3
    elif spot.label == "PERSON":
        ballot["Person"] += 1
    elif spot.label == "ORG":
        ballot["Company"] += 1
    elif spot.label in ("GPE", "LOC"):
        ballot["Place"] += 1
        root = doc[spot.start : spot.end].root
        if root.dep_ in ("nsubj", "agent") and root.head.pos_ == "VERB" and root.head.lemma_ not in STATIC:
            ballot["Company"] += 1.5
    elif spot.label == "FAC":
        ballot["Place"] += 1
    before = doc[spot.start - 1] if spot.start > 0 else None
    if before is not None and before.text in nouns.titles and spot.label in ("PERSON", "ORG", "", "GPE"):
        ballot["Person"] += 2
        gender = nouns.title_genders.get(before.text)
    for noun in beside(doc[spot.start : spot.end].root, spot):
        kind = nouns.kinds.get(noun.lemma_.lower())
        if kind is not None and kind != "Deal":
            ballot[kind] += 2
        gender = gender or nouns.genders.get(noun.lemma_.lower())
    return ballot, gender


def beside(root: Token, spot: Spot) -> list[Token]:
    """Common nouns that say what the name is: appositions, what stands before it, what it "is"."""
    found = []
    for child in root.children:
        if spot.start <= child.i < spot.end:
            continue
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            found.append(child)
        elif child.dep_ in ("compound", "nmod", "amod") and child.pos_ == "NOUN" and child.i < root.i:
            found.append(child)
    head = root.head
    if root.dep_ == "appos" and head.pos_ == "NOUN":
        found.append(head)
    elif root.dep_ == "oprd" and head.lower_ in ("called", "named") and head.dep_ == "acl":
        found.append(head.head)
    elif root.dep_ == "nsubj" and head.lemma_ == "be":
        found += [c for c in head.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    elif root.dep_ == "pobj" and head.lower_ == "like" and head.head.pos_ == "NOUN":
        found.append(head.head)
    return found
