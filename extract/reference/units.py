"""Parts of a firm that go by what they are: "its car division", "Nokia's handset business"."""

from extract.grammar.nominals import modifiers, possessors
from extract.grammar.picked import named_beside
from extract.grammar.prepositions import prepositional
from extract.names.figures import FIRMS, Figure
from extract.reference.coreference import antecedent
from extract.reference.scene import Bound, Scene, figure_for, phrase
from extract.reference.unnamed import INDEFINITE, WHERE, own
from extract.syntax.parse import Token
from graph.resolve.names import fold

UNITS = frozenset(
    "arm asset branch business department division factory line mine operation plant refinery studio subsidiary unit".split()
)
MANY = frozenset({"asset", "operation"})  # those that go by a plural
SHARES = frozenset("half interest majority minority share shareholding stake".split())
OWNERS = frozenset({"Company", "Organization"})
# Words that do not tell which part is meant.
UNTOLD = frozenset(
    (
        "big biggest best core daily ailing entire existing few first former full good great large largest last main major "
        "new next non-core old only other own remaining same second several small struggling third top total unfinished "
        "unprofitable whole loss-making money-losing profitable"
    ).split()
)


def read_unit(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """A part of a firm, as an actor of its own, where only what is owned is asked for; told by whose it is and of what."""
    if "Company" not in types or not types <= FIRMS:
        return []
    if not is_unit(token) or any(c.lower_ in INDEFINITE for c in token.children):
        return _some_asset(token, segment, scene)
    told = [t for t in modifiers(token) if t.lower_ not in UNTOLD and t.dep_ != "poss"]
    if not told and not prepositional(token, "in"):
        return []
    owner = _owner(token, segment, scene)
    if owner is None:
        return []
    for word in told:  # "its Marlow Tin unit"
        named = scene.cast.at.get((segment, word.i))
        if (
            named is not None
            and named is not owner
            and named.type in types
            and word.dep_ in ("compound", "nmod")
        ):
            spot = scene.cast.spot_at[segment, word.i]
            return [Bound(named, word, spot.start, spot.end)]
    start, end = phrase(token)
    start = max([start, *(c.right_edge.i + 1 for c in token.children if c.dep_ == "poss" and c.i < token.i)])
    words = token.doc[start:end].text
    kind = "Asset" if scene.nouns.kinds.get(token.lemma_) == "Asset" else "Company"
    figure = figure_for(scene.cast, f"unit:{owner.key}:{fold(words)}", f"{owner.name}'s {words}", kind)
    figure.named = False
    figure.spellings.setdefault(words, 1)
    return [Bound(figure, token, start, end)]


def _some_asset(token: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "a copper mine in Peru", "a stake in an offshore gas field": one that is told by where or of what it is."""
    if scene.nouns.kinds.get(token.lemma_) != "Asset" or token.tag_ != "NN":
        return []
    if not any(c.lower_ in INDEFINITE for c in token.children):
        return []
    place = _where(token)
    before = token.doc.words[max(0, token.head.i - 1) : token.head.i]  # none where "in" opens the text
    shared = token.dep_ == "pobj" and token.head.lower_ == "in" and any(t.lemma_ in SHARES for t in before)
    told = [t for t in modifiers(token) if t.lower_ not in UNTOLD and t.dep_ in ("amod", "compound")]
    if (place is None and not (shared and told)) or (segment, token.i + 1) in scene.cast.at:
        return []
    if named_beside(token):
        return []
    return [own(token, "Asset", "a", None, place, segment, scene)]


def _where(noun: Token) -> Token | None:
    """The place of "a mine in Peru", whatever the parse hangs it on."""
    for preposition in noun.doc.words[noun.i + 1 : noun.i + 2]:
        if preposition.lower_ in WHERE:
            places = [c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "PROPN"]
            return next((c for c in places if c.ent_type_ not in ("DATE", "TIME")), None)
    return None


def is_unit(token: Token) -> bool:
    """Whether a noun means a part of a firm."""
    return token.lemma_ in UNITS and (token.tag_ == "NN" or (token.tag_ == "NNS" and token.lemma_ in MANY))


def _owner(token: Token, segment: int, scene: Scene) -> Figure | None:
    """Whose part it is: "Nokia's", "its"."""
    for whose in possessors(token):
        figure = scene.cast.at.get((segment, whose.i))
        if figure is None and whose.tag_ == "PRP$":
            figure = antecedent(whose, scene.place_of[segment, whose.i], scene.sentences, OWNERS)
        if figure is not None and figure.type in OWNERS:
            return figure
    return None
