"""Whether the name of a capital means where something happens or, as "Moscow" often does, the State."""

from extract.syntax.parse import Token

# "a Kremlin spokesman", "Beijing officials": whose they are acts.
ACTING = frozenset(
    "adviser advisor aide diplomat envoy insider negotiator official spokesman spokeswoman spokesperson".split()
)
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout"})
SEATED = frozenset({"based", "headquartered", "registered", "domiciled", "incorporated", "listed"})
TRAVEL = frozenset(
    "arrive come depart drive flight fly go head jet journey land leave move return sail tour travel trip visit".split()
)
# Whose and what is of the city, not of the State.
LOCAL = frozenset(
    "airport archbishop archdiocese area bishop borough centre center city diocese district mayor mayoralty outskirts "
    "people resident rabbi street suburb".split()
)


def _before_local(token: Token) -> bool:
    """ "Paris Mayor Anne Hidalgo", "London's mayor"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return next((t.lower_ in LOCAL for t in behind if t.tag_ != "POS"), False)


def happens_there(token: Token) -> bool:
    """Whether a capital is named as a place ("met in Moscow") rather than as one who acts."""
    head = token.head
    if token.dep_ == "conj":
        return happens_there(head)
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in LOCAL:
        return True
    if token.dep_ in ("compound", "nmod", "poss") and _before_local(token):
        return True
    if token.dep_ == "pobj" and head.lower_ in PLACE_PREPOSITIONS:
        return True
    if token.dep_ == "npadvmod" and head.lower_ in SEATED:
        return True
    if token.dep_ == "pobj" and head.lower_ in ("to", "into", "from", "for") and head.head.lemma_ in TRAVEL:
        return True  # "flew to Brussels", "a trip to Kyiv"
    if token.dep_ == "dobj" and head.lemma_ in ("visit", "tour"):
        return True
    return (
        token.dep_ in ("npadvmod", "compound")
        and head.pos_ not in ("VERB", "AUX", "PROPN")
        and head.lemma_ not in ACTING
    )
