"""What is counted out of several, and several read as one: "most of the sanctions", "Shell, its unit Marlow Tin"."""

from extract.repairs.roles import body_noun, person_noun
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon

PARTS = frozenset("all any both each few many most several some".split())
OWN = frozenset({"her", "his", "its", "their"})
LINKED = ("appos", "compound", "nmod", "poss")


def partitive(doc: Doc, lexicon: Lexicon) -> None:
    """ "lifted most of the sanctions": the sanctions are lifted; "most" only tells how many of them."""
    for part in doc:
        if part.lower_ not in PARTS or part.i + 2 >= len(doc) or part.nbor().lower_ != "of":
            continue
        of = part.nbor()
        whole = next((c for c in of.children if c.dep_ == "pobj"), None)
        if of.head is not part or whole is None or whole.pos_ != "NOUN" or part.head is part:
            continue
        head, dep = part.head, part.dep_
        if whole in (head, *head.ancestors):
            continue
        whole.head, whole.dep_ = head, dep
        for child in list(part.children):
            if child is not of:
                child.head = whole
        of.head, of.dep_ = whole, "prep"
        part.head, part.dep_ = whole, "advmod"


def own_beside(doc: Doc, lexicon: Lexicon) -> None:
    """ "fined Shell, its unit Marlow Tin and BP": what is Shell's is a further one, and no other name of Shell."""
    for noun in doc:
        if noun.dep_ != "appos" or noun.pos_ != "NOUN" or noun.head.pos_ != "PROPN":
            continue
        if not any(c.dep_ == "poss" and c.lower_ in OWN for c in noun.children):
            continue
        named = any(c.pos_ == "PROPN" and c.i > noun.i and c.dep_ in LINKED for c in noun.children)
        if named and any(c.dep_ in ("cc", "conj") for c in _below(noun)):
            noun.dep_ = "conj"
            for name in [c for c in noun.children if c.dep_ == "appos"]:
                for further in [c for c in name.children if c.dep_ in ("cc", "conj")]:
                    further.head = noun


def listed_kinds(doc: Doc, lexicon: Lexicon) -> None:
    """ "an Indonesian woman, a Malaysian man and a banker": three, the second is not what the first is."""
    for noun in doc:
        first = noun.head
        if noun.dep_ != "appos" or noun.tag_ != "NN" or first.tag_ != "NN" or first.i > noun.i:
            continue
        both = all(any(c.lower_ in ("a", "an") for c in n.children) for n in (first, noun))
        if both and any(c.dep_ == "conj" for c in noun.children):
            noun.dep_ = "conj"


def listed_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "The mill was sold to three firms: Shell, Eni and BP": these are the firms, and not the mill."""
    for colon in doc.words[1:]:
        if colon.text != ":" or colon.nbor(-1).tag_ != "NNS":
            continue
        noun = colon.nbor(-1)
        for name in doc.words[colon.i + 1 :]:
            if name.dep_ == "appos" and name.left_edge.i in (colon.i, colon.i + 1):
                if name.head.i < noun.i and not name.head.is_ancestor(noun):
                    name.head = noun
                break


def _below(noun: Token) -> list[Token]:
    """The children of a noun, and of the name behind it."""
    found = list(noun.children)
    return found + [c for child in found if child.dep_ == "appos" for c in child.children]


def name_between(doc: Doc, lexicon: Lexicon) -> None:
    """ "through his lawyer, Jan Berg, denies it", "into the agent, Marlow Tin, that …": the name is the noun's."""
    for name in doc:
        if name.pos_ != "PROPN" or name.dep_ not in ("npadvmod", "nsubj"):
            continue
        firm = name.ent_type_ == "ORG" and name.dep_ == "npadvmod"
        if name.ent_type_ != "PERSON" and not firm:
            continue
        start = name.left_edge.i
        if start < 2 or doc[start - 1].text != "," or name.i + 1 >= len(doc) or doc[name.i + 1].text != ",":
            continue
        noun = doc[start - 2]
        told = any(c.dep_ == "poss" or (firm and c.lower_ in ("a", "an", "the")) for c in noun.children)
        if noun.tag_ != "NN" or not told or noun.head is name:
            continue
        if firm and not (person_noun(noun) or body_noun(noun)):
            continue
        verb = name.head
        before = any(c.dep_ == "nsubj" and c.i < noun.i for c in verb.children)
        if noun.dep_ in ("pobj", "dobj", "conj") and (name.dep_ == "npadvmod" or before):
            name.head, name.dep_ = noun, "appos"


def second_owner(doc: Doc, lexicon: Lexicon) -> None:
    """ "between France's Total and Russia's Novatek": two firms, and Russia is the second one's."""
    for owner in doc.words[2:]:
        first, marked = owner.head, any(c.dep_ == "case" for c in owner.children)
        if owner.dep_ != "conj" or not marked or owner.pos_ != "PROPN" or first.pos_ != "PROPN":
            continue
        second = first.head
        if first.dep_ not in LINKED or second.pos_ != "PROPN" or second.i < owner.i:
            continue
        first.head, first.dep_ = second.head, second.dep_
        for joint in [c for c in first.children if c.dep_ == "cc"]:
            joint.head = first
        owner.head, owner.dep_ = second, "poss"
        second.head, second.dep_ = first, "conj"


def held_percent(doc: Doc, lexicon: Lexicon) -> None:
    """ "which is 69.65 percent held by Shell": it is held, so much of it."""
    for percent in doc:
        verb = percent.head
        if percent.dep_ != "attr" or verb.lemma_ != "be" or percent.lemma_ not in ("percent", "pct", "%"):
            continue
        held = next((c for c in percent.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
        if held is None or held.i != percent.i + 1:
            continue
        held.head, held.dep_ = (held if verb.head is verb else verb.head), verb.dep_
        for child in list(verb.children):
            if child is not held:
                child.head = held
                child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
        percent.head, percent.dep_ = held, "npadvmod"
        verb.head, verb.dep_ = held, "auxpass"
