"""Parts of a firm that go by what they are: "its car division", "Nokia's handset business"."""

from extract.coreference import antecedent
from extract.figures import Figure
from extract.nominals import modifiers, possessors
from extract.parse import Token
from extract.prepositions import prepositional
from extract.scene import Bound, Scene, figure_for, phrase
from graph.resolve.names import fold

UNITS = frozenset(
    "arm asset branch business department division factory line mine operation plant refinery studio subsidiary unit".split()
)
MANY = frozenset({"asset", "operation"})  # those that go by a plural
FIRMS = frozenset({"Company", "Asset"})
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
    if "Company" not in types or not types <= FIRMS or not is_unit(token):
        return []
    told = [t for t in modifiers(token) if t.lower_ not in UNTOLD and t.dep_ != "poss"]
    if not told and not prepositional(token, "in"):
        return []
    owner = _owner(token, segment, scene)
    if owner is None:
        return []
    start, end = phrase(token)
    start = max([start, *(c.right_edge.i + 1 for c in token.children if c.dep_ == "poss" and c.i < token.i)])
    words = token.doc[start:end].text
    kind = "Asset" if scene.nouns.kinds.get(token.lemma_) == "Asset" else "Company"
    figure = figure_for(scene.cast, f"unit:{owner.key}:{fold(words)}", f"{owner.name}'s {words}", kind)
    figure.named = False
    figure.spellings.setdefault(words, 1)
    return [Bound(figure, token, start, end)]


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
