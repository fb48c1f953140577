"""Words that name somebody who is not meant: the country of "a Thai buyer", what a speaker takes back."""

from extract.reference.scene import Bound, Scene
from extract.syntax.parse import Doc

# What two sides have with each other.
MUTUAL = frozenset(
    {"AGREES_WITH", "AIDS", "ALLIED_WITH", "MEETS_WITH", "NEGOTIATES_WITH", "PARTNERS_WITH", "SUPPLIES"}
)
# What a State does or suffers, and not those private people and firms of it.
DEALINGS = MUTUAL | frozenset(
    "ACCUSES ATTACKS DONOR_TO FINANCES INVESTIGATED_BY INVESTS_IN OPPOSES SUPPORTS THREATENS".split()
)
STAFF = frozenset({"WORKS_FOR", "REPRESENTS"})
PRIVATE = frozenset(
    "bidder buyer client competitor consultant contractor customer consumer importer exporter investor owner partner rival "
    "seller shareholder subcontractor suitor supplier tourist trader".split()
)
# Before these the name of a country is what they know, watch or deal with.
TOPICAL = frozenset(
    "academic adviser advisor advocate analyst commentator consultant correspondent critic economist envoy expert hawk "
    "historian lobbyist observer reporter scholar specialist strategist watcher".split()
)
STANCES = frozenset({"ACCUSES", "OPPOSES", "SUPPORTS", "THREATENS"})
WATERS = frozenset("bay channel gulf ocean sea strait".split())
MEDIA = frozenset(
    "agency bbc bloomberg cnn daily gazette guardian herald jazeera journal magazine mirror news newspaper "
    "observer post radio reuters sputnik tass telegraph television times tribune tv weekly xinhua yonhap".split()
)
KIN = "unnamed:kin:"
SLIPS = ("sorry", "excuse", "correction", "scratch", "mean")
REACH = 6


def others_country(bound: Bound, predicate: str, segment: int, scene: Scene) -> bool:
    """Whether an end is only the country or the place of somebody else: "objects to a Thai buyer"."""
    token = bound.token
    if predicate == "DONOR_TO" and bound.figure.key.startswith(KIN):
        return True  # what is given to somebody's daughter is no political money
    if predicate == "CITIZEN_OF" and token.ent_type_ == "GPE" and token.dep_ != "amod":
        word = token
        while word.pos_ == "PROPN" and word.dep_ in ("compound", "nmod") and word.head.i > word.i:
            word = word.head
        return word.lemma_ in TOPICAL  # "a China expert"
    if predicate == "ATTACKS" and bound.figure.type == "Place" and not WATERS.isdisjoint(_ends(bound)):
        return True  # "fired a missile into the East Sea", "into the Sea of Japan"
    if predicate in STANCES and token.dep_ == "poss" and token.head.pos_ == "PROPN":
        whose = scene.cast.at.get((segment, token.head.i))
        if whose is not None and whose.type == "Person":
            return True  # "criticised Mexico's Vicente Fox"
    if predicate == "MEETS_WITH" and _medium(bound, scene):
        return True  # "spoke to the Irish Times"
    if predicate not in DEALINGS | STAFF or bound.figure.type not in ("State", "Place"):
        return False
    noun = token.head
    while noun.tag_ == "JJ" and noun.dep_ == "amod" and noun.i > token.i:  # "a Honduran-American contractor"
        noun = noun.head
    if token.dep_ not in ("amod", "compound", "nmod") or noun.pos_ != "NOUN" or noun.i < token.i:
        return False
    lemma = noun.lemma_.lower()
    if bound.figure.type == "Place":
        return predicate == "THREATENS" and lemma not in scene.nouns.standins
    spot = scene.cast.spot_at.get((segment, token.i))
    if spot is None or not spot.demonym:
        return False
    if lemma in PRIVATE:
        return True
    kind = scene.nouns.kinds.get(lemma)
    return predicate in DEALINGS and kind == "Company" and lemma not in scene.nouns.states


def _medium(bound: Bound, scene: Scene) -> bool:
    entry = scene.registry.entries.get(bound.figure.registry or "")
    medium = _last(bound) in MEDIA or (entry is not None and entry.medium)
    return medium and bound.figure.type in ("Organization", "Company")


def _last(bound: Bound) -> str:
    """The last word of a name, in small letters."""
    return (bound.figure.name.split() or [""])[-1].casefold()


def _ends(bound: Bound) -> tuple[str, str]:
    """The first and the last word of a name, in small letters."""
    return bound.figure.name.split(" ", 1)[0].casefold(), _last(bound)


def taken_back(doc: Doc, end: int) -> bool:
    """Whether a speaker corrects what he has just said: "the Treasury, no, sorry, it was …", not "in Oslo, sorry, nine"."""
    if not _slips(doc) or end + 2 >= len(doc) or doc[end].text not in (",", "-", "–", "—", "--", "..."):
        return False
    for token in doc[end + 1 : end + REACH]:
        if token.text in (".", "?", "!", ";"):
            return False
        if token.lower_ in SLIPS and (token.lower_ != "mean" or token.nbor(-1).lower_ == "i"):
            behind = [t for t in doc[token.i + 1 : token.i + 4] if not t.is_punct and t.lower_ != "me"]
            return bool(behind) and not behind[0].like_num
        if token.lower_ not in ("no", "er", "uh", "um", "oh", "well", "wait", "i", "'m", "am", ",", "i'm"):
            return False
    return False


def _slips(doc: Doc) -> bool:
    key = (taken_back, 0)
    if key not in doc.answers:
        text = doc.text.lower()
        doc.answers[key] = (any(word in text for word in SLIPS),)
    return bool(doc.answers[key][0])
