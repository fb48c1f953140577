"""Names and nouns that the parse takes into the wrong name or hangs on the wrong one: mendings of a Doc."""

from extract.repairs.misplaced import subjects_on
from extract.repairs.roles import body_noun, person_noun
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

BEFORE = ("amod", "compound", "nmod")


def stray_apposition(doc: Doc, lexicon: Lexicon) -> None:
    """ "with its former dealer in Rijeka, Brodomar, …": the name is the dealer's, not the subject's far before."""
    for name in doc:
        if name.dep_ != "appos" or name.pos_ != "PROPN":
            continue
        comma = name.left_edge.i - 1
        if comma < 2 or doc[comma].text != ",":
            continue
        place = doc[comma - 1]
        if place.dep_ != "pobj" or place.head.dep_ != "prep":
            continue
        noun = place.head.head
        if noun.pos_ != "NOUN" or noun.tag_ == "NNS" or noun == name.head or noun.i > comma:
            continue
        far = name.head.i < noun.left_edge.i and any(
            t.pos_ in ("VERB", "AUX") for t in doc[name.head.i + 1 : noun.i]
        )
        placed = name.head == place and place.ent_type_ in ("GPE", "LOC")
        person = placed and name.ent_type_ == "PERSON"
        firm = placed and name.ent_type_ == "ORG" and body_noun(noun)
        if (far and noun.dep_ in ("dobj", "pobj", "attr")) or person or firm:
            name.head = noun


def named_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "sanctions on the potash producer Belaruskali": a name right behind its noun belongs to it."""
    for noun in doc[:-1]:
        if noun.tag_ != "NN" or doc[noun.i + 1].pos_ != "PROPN":
            continue
        first = doc[noun.i + 1]
        root = _root(first)
        loose = root.dep_ in ("dobj", "npadvmod", "oprd", "dep", "attr", "pobj", "dative")
        described = any(c.dep_ == "det" for c in noun.children)
        listed = root.dep_ == "appos" and noun.dep_ == "conj" and root.head == noun.head
        near = root.head != noun and root.left_edge.i == first.i and root.head.is_ancestor(noun)
        if near and (listed or (loose and described)):
            root.head, root.dep_ = noun, "appos"


def _root(first: Token) -> Token:
    """The last word of the name that begins with a word."""
    root = first
    while root.dep_ == "compound" and root.head.i > root.i and root.head.pos_ == "PROPN":
        root = root.head
    return root


def own_name_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "After its sale to Eni, Shell's oil arm Kestrel shrank": the arm is what is named behind it, not Eni."""
    for noun in doc.words[2:-1]:
        if noun.dep_ != "appos" or noun.tag_ != "NN" or not any(c.dep_ == "poss" for c in noun.children):
            continue
        first = noun.nbor(1)
        root = _root(first)
        subject = root.pos_ == "PROPN" and root.dep_ in ("nsubj", "nsubjpass")
        far = root.head.i > root.i and noun.head.is_ancestor(noun) and not noun.head.is_ancestor(root)
        if subject and far and root.left_edge.i == first.i and noun.left_edge.nbor(-1).text == ",":
            noun.head, noun.dep_ = root, "compound"


def nor_is(doc: Doc, lexicon: Lexicon) -> None:
    """ "Nor is Turkey a member": what it is said to be, which the parse puts in apposition to Turkey."""
    for verb in doc:
        before = {c.lower_ for c in verb.children if c.i < verb.i} | {
            t.lower_ for t in doc[verb.i - 1 : verb.i]
        }
        if verb.lemma_ != "be" or not before & {"nor", "neither"}:
            continue
        if not subjects_on(verb):
            for name in [c for c in verb.children if c.dep_ == "attr" and c.pos_ == "PROPN"]:
                if any(c.dep_ == "appos" and c.pos_ == "NOUN" for c in name.children):
                    name.dep_ = "nsubj"
        for subject in [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]:
            clause = next((c for c in subject.children if c.dep_ == "relcl"), None)
            behind = [t for t in clause.subtree if t.dep_ == "appos"] if clause is not None else []
            for noun in [*(c for c in subject.children if c.dep_ == "appos"), *behind]:
                told = clause is not None and clause.i < noun.i and doc[noun.left_edge.i - 1].text == ","
                if told or doc[noun.left_edge.i - 1].text != ",":
                    noun.head, noun.dep_ = verb, "attr"


def dashed_role(doc: Doc, lexicon: Lexicon) -> None:
    """ "Igor Sechin - chief executive of Rosneft", as lists write it: the role is said of the name before the dash."""
    for dash in doc[2:-1]:
        if dash.text not in ("-", "–", "—") or not dash.whitespace_ or not dash.nbor(-1).whitespace_:
            continue
        name, role = dash.nbor(-1), dash.head
        while role.dep_ == "compound" and role.i > dash.i:
            role = role.head
        inside = (
            name.pos_ == "PROPN" and name.dep_ == "compound" and role.i > dash.i and role.is_ancestor(name)
        )
        if not inside:
            continue
        name.dep_ = role.dep_
        name.head = name if role.head == role else role.head
        for part in [t for t in doc[max(0, name.i - 5) : name.i] if t.pos_ == "PROPN" and t.head.i > dash.i]:
            if not part.is_ancestor(name):
                part.head = name
        role.head, role.dep_ = name, "appos"


def headline_dash(doc: Doc, lexicon: Lexicon) -> None:
    """ "Exit of A absurd - envoy to B": what stands before the dash is no part of the name of who says so behind it."""
    for dash in doc if " - " in doc.text else ():
        if dash.text != "-" or dash.is_sent_start or not (dash.whitespace_ and doc[dash.i - 1].whitespace_):
            continue
        before = doc[dash.sent.start : dash.i]
        root = next((t for t in before if t.head is t), before[0])
        for token in before:
            beside = token.dep_ in (*BEFORE, "poss", "npadvmod", "advmod", "dep")
            if token.head.i > dash.i and beside and token is not root:
                token.head, token.dep_ = root, "dep"
        if dash.head is not root and dash.head.i > dash.i:
            dash.head = root


def first_of_two(doc: Doc, lexicon: Lexicon) -> None:
    """ "between Trump and Chinese President Xi Jinping": two people, "Trump" is no title of the second."""
    for first in doc:
        if first.dep_ not in BEFORE:
            continue
        if first.pos_ == "NOUN" and first.head.pos_ == "NOUN":
            _joined_roles(first, first.head)
        if not first.text[0].isupper() or first.ent_type_ in ("GPE", "NORP"):
            continue
        joined = [c for c in first.children if c.dep_ == "cc" and c.lower_ == "and" and c.i == first.i + 1]
        last = first.head
        while last.dep_ in BEFORE and last.head.i > last.i:
            last = last.head
        if not joined or last.left_edge.i != first.left_edge.i or last.i < first.i + 4:
            continue
        people = doc[first.i + 2].ent_type_ == "NORP"
        if not (people or (first.ent_type_ == last.ent_type_ == "PERSON")) or not any(
            map(person_noun, doc[first.i + 2 : last.i])
        ):
            continue
        for child in list(first.children):
            if child.i > joined[0].i:  # what stands before the second name
                child.head, child.dep_ = last, "compound" if child.pos_ == "PROPN" else "amod"
        first.head, first.dep_, first.pos_ = last.head, last.dep_, "PROPN"
        last.head, last.dep_ = first, "conj"


def _joined_roles(first: Token, last: Token) -> None:
    """ "Karl Lund's daughter and business partner, Lorena": the daughter is his as well as the partner."""
    behind = first.nbor(1)
    if behind.lower_ != "and" or behind.head != first or last.i > first.i + 4 or last.i < first.i:
        return
    if not (person_noun(first) and person_noun(last)):
        return
    for child in list(last.children):
        if child != first and (child.i < first.i or (child.dep_ == "appos" and child.pos_ == "PROPN")):
            child.head = first
    for child in list(first.children):
        if child.dep_ == "conj" and child.i < last.i:
            child.head, child.dep_ = last, "compound"
    first.head, first.dep_ = (first if last.head == last else last.head), last.dep_
    last.head, last.dep_ = first, "conj"


def led_party(doc: Doc, lexicon: Lexicon) -> None:
    """ "a delegation from Norway headed by Mary Miller": she heads the delegation."""
    for verb in doc:
        if verb.dep_ != "acl" or verb.lemma_ not in ("head", "lead", "chair") or verb.head.dep_ != "pobj":
            continue
        party = verb.head.head.head
        if (
            verb.head.head.lower_ in ("of", "from")
            and party.lemma_ in read_words("parties")
            and party.i < verb.i
        ):
            verb.head = party
