"""Persons whom no text names, told by the body they act for: "an official from Fatah", "its envoy to Peru"."""

from extract.grammar.nominals import described_ahead
from extract.names.figures import ACTING, Figure
from extract.reference.coreference import antecedent
from extract.reference.scene import Bound, Scene, figure_for, phrase
from extract.reference.unnamed import DEALT_OUT, UNNAMED, own
from extract.syntax.parse import Token
from graph.resolve.names import fold

TYING = frozenset({"at", "for", "from", "in", "of", "to", "with"})
ITS = frozenset({"its", "his", "her"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
POSTED = frozenset({"ambassador", "consul", "envoy", "emissary"})
# Who acts for one person as others do for a body.
SENT = frozenset(
    "attorney emissary envoy lawyer negotiator representative spokesman spokesperson spokeswoman".split()
)
OFFICES = frozenset("job office place position post rank role seat title".split())
# Persons who hold no post with those whose they are told to be.
NO_POST = frozenset(
    "accused ally associate author billionaire candidate critic defendant donor friend heir investor man owner plaintiff "
    "shareholder sponsor student suspect veteran witness woman".split()
)


def read_tied(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """A person of a post that a name, or "its", beside it singles out; a new figure unless told so before."""
    if "Person" not in types or not _of_a_post(token, scene):
        return []
    article = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    place = _behind(token)
    if owner is None:
        person = token.lemma_ in SENT
        if article in ("", *DEALT_OUT) or place is None or not _told_of(place, segment, scene, person):
            return []
        return [own(token, "Person", article, None, place, segment, scene)]
    figure = scene.cast.at.get((segment, owner.i))
    if owner.tag_ == "PRP$" and owner.lower_ in ITS and token.lemma_ != "head":
        figure = antecedent(owner, scene.place_of[segment, owner.i], scene.sentences, ACTING)
    if figure is None or figure.type not in ACTING or (figure.type == "Person" and token.lemma_ not in SENT):
        return []
    if owner.tag_ != "PRP$":
        return [own(token, "Person", article, None, place, segment, scene)]
    return [_its_own(token, owner, place, figure, scene)]


def _of_a_post(token: Token, scene: Scene) -> bool:
    """Whether a noun tells of one person by a post, and nobody else in the sentence is told to be that person."""
    if scene.nouns.kinds.get(token.lemma_) != "Person" or token.tag_ != "NN" or not token.text.islower():
        return False
    if token.dep_ not in PARTS or token.lemma_ in NO_POST or described_ahead(token):
        return False
    return (
        token.dep_ != "pobj" or token.head.head.lemma_ not in OFFICES
    )  # "the post of vice president of Peru"


def _behind(token: Token) -> Token | None:
    """The last word of what stands right behind a noun: "adviser to **the bank**"."""
    if token.i + 1 >= len(token.doc):
        return None
    after = token.doc[token.i + 1]
    posted = token.lemma_ in POSTED and after.lower_ == "to"  # also where the parse hangs it on the verb
    if after.lower_ == "in" and token.lemma_ not in POSTED:
        return None
    if after.dep_ != "prep" or not (posted or (after.head == token and after.lower_ in TYING)):
        return None
    return next((near for near in after.children if near.dep_ == "pobj"), None)


def _told_of(place: Token, segment: int, scene: Scene, person: bool) -> bool:
    """Whether the text names what somebody is tied to, or says its kind beside the name: "the Fatah movement".

    Only with `person` may that be a person.
    """
    if any(c.dep_ == "det" and c.lower_ in DEALT_OUT for c in place.children):
        return False
    words = [place, *(c for c in place.children if c.dep_ in ("compound", "nmod", "poss") and c.i < place.i)]
    figures = [scene.cast.at.get((segment, t.i)) for t in words]
    told = [figure.type for figure in figures if figure is not None and figure.type != "Place"]
    return bool(told) and (person or told != ["Person"] * len(told))


def _its_own(token: Token, owner: Token, place: Token | None, whose: Figure, scene: Scene) -> Bound:
    end = (place if place is not None else token).i + 1
    told = token.doc[phrase(token)[0] : end].text
    figure = figure_for(scene.cast, f"{UNNAMED}{whose.key}:{fold(told)}", f"{whose.name}'s {told}", "Person")
    figure.gender, figure.named = scene.nouns.genders.get(token.lemma_), False
    figure.spellings[token.doc[owner.i : end].text] += 1
    return Bound(figure, token, owner.i, end)
