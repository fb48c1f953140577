"""Words that the parse takes for another part of speech: mendings, each of which changes a Doc."""

from extract.repairs.misplaced import subjects_on
from extract.repairs.roles import NOMINAL
from extract.syntax.parse import Doc
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words


def owning(doc: Doc, lexicon: Lexicon) -> None:
    """ "A and his wife, B, own it": with a subject and an object it is a verb."""
    for token in doc if " own " in doc.text or " target " in doc.text else ():
        if token.lower_ in ("own", "target") and token.pos_ in ("ADJ", "NOUN"):
            deps = {child.dep_ for child in token.children}
            if "nsubj" in deps and "dobj" in deps:
                token.pos_, token.tag_ = "VERB", "VBP"


def owned_shares(doc: Doc, lexicon: Lexicon) -> None:
    """ "Neither A nor members of his family own shares in B": a verb, read as an adjective of what is owned."""
    for token in doc.words[1:] if " own " in doc.text else ():
        noun, before = token.head, token.nbor(-1)
        if token.lower_ != "own" or token.pos_ != "ADJ" or noun.dep_ not in ("ROOT", "ccomp", "conj"):
            continue
        if noun.i < token.i or before.pos_ not in ("NOUN", "PROPN") or before.tag_ == "POS":
            continue
        for child in [c for c in noun.children if c.i < token.i or c.dep_ == "punct"]:
            child.head = token
            if child.dep_ in ("poss", "amod", "compound", "nmod") and (
                child is before or child.is_ancestor(before)
            ):
                child.dep_ = "nsubj"
        token.pos_, token.tag_, token.dep_ = "VERB", "VBP", noun.dep_
        token.head = token if noun.dep_ == "ROOT" else noun.head
        noun.head, noun.dep_ = token, "dobj"


def percent_holding(doc: Doc, lexicon: Lexicon) -> None:
    """ "to keep a 75 percent holding in Shell", "exit its 20 percent holding in it": a noun, read as a verb."""
    for token in doc.words[2:] if " holding in " in doc.text else ():
        before = token.nbor(-1)
        if token.lower_ != "holding" or token.pos_ != "VERB" or before.lemma_ not in read_words("percents"):
            continue
        if token.head == before:  # "its 20 percent", which is "holding" something
            for child in [c for c in before.children if c.i < before.i and c.dep_ in ("poss", "det", "amod")]:
                child.head = token
            token.head, token.dep_ = before.head, before.dep_
        elif before.head == token and token.dep_ in ("xcomp", "ccomp"):
            token.dep_ = "dobj"
        else:
            continue
        before.head, before.dep_ = token, "compound"
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", "holding"


def named_official(doc: Doc, lexicon: Lexicon) -> None:
    """ "former EU official Anna Lund": an official, read as an adjective."""
    for token in doc if " official " in doc.text else ():
        if token.lower_ == "official" and token.pos_ == "ADJ" and token.dep_ == "amod":
            name = token.head
            near = token.i + 1 < len(doc) and token.nbor(1).head in (name, token.nbor(1))
            if name.ent_type_ == "PERSON" and name.i > token.i and near:
                token.pos_, token.tag_, token.dep_ = "NOUN", "NN", "compound"


def asset_freezes(doc: Doc, lexicon: Lexicon) -> None:
    """ "Britain imposed asset freezes on A": a noun and its object, read as a verb with a participle before it."""
    for noun in doc if " freezes " in doc.text else ():
        before = noun.nbor(-1) if noun.i > 1 else noun
        verb = noun.nbor(-2) if noun.i > 1 else noun
        if noun.lower_ != "freezes" or noun.pos_ != "VERB" or before.lower_ not in ("asset", "assets"):
            continue
        if verb.tag_ not in ("VBD", "VBN", "VBZ") or not (verb.head in (before, noun) or noun.head == verb):
            continue
        if noun.head != verb:
            verb.head, verb.dep_ = (verb, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
        for child in [c for c in noun.children if c.i < before.i and c != verb]:
            child.head = verb
        for child in [c for c in before.children if c.i < before.i and c != verb]:
            child.head = verb
        noun.head, noun.dep_, noun.pos_, noun.tag_, noun.lemma_ = verb, "dobj", "NOUN", "NNS", "freeze"
        before.head, before.dep_ = noun, "compound"
        for subject in [c for c in verb.children if c.pos_ == "PROPN" and c.dep_ == "det"]:
            subject.dep_ = "nsubj"


def perfect_s(doc: Doc, lexicon: Lexicon) -> None:
    """ "that he's ever met Putin": who has an object is no passive; the "'s" is "has"."""
    for token in doc:
        if token.dep_ != "auxpass" or token.lower_ not in ("'s", "’s") or token.head.tag_ != "VBN":
            continue
        verb = token.head
        if any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
            token.dep_, token.lemma_ = "aux", "have"
            for child in verb.children:
                if child.dep_ == "nsubjpass":
                    child.dep_ = "nsubj"


def pursuant_to(doc: Doc, lexicon: Lexicon) -> None:
    """ "designated Shell pursuant to …": Shell was designated, no "Shell pursuant"."""
    for token in doc:
        if token.lower_ != "pursuant" or token.pos_ not in NOMINAL:
            continue
        before = [c for c in token.children if c.i < token.i and c.dep_ in ("compound", "nmod")]
        if not before:
            continue
        name, verb = before[-1], token.head
        for child in list(token.children):
            if child.i < token.i and child != name:
                child.head = name
        name.head, name.dep_ = verb, token.dep_
        token.head, token.dep_ = verb, "advmod"
        if verb.pos_ == "VERB" and not subjects_on(verb):
            for child in verb.children:
                if child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.i < verb.i:
                    child.dep_ = "nsubj"


def face_to_face(doc: Doc, lexicon: Lexicon) -> None:
    """ "negotiate face to face with Shell": how, not whom; what hangs on it belongs to the verb."""
    for to in doc[1 : max(1, len(doc) - 1)]:
        if to.lower_ != "to":
            continue
        first, second = to.nbor(-1), to.nbor(1)
        if first.lower_ != second.lower_ or first.pos_ in ("PROPN", "NUM"):
            continue
        verb = next((t for t in first.ancestors if t.pos_ == "VERB" and t not in (to, second)), None)
        if verb is None:
            continue
        for part in (first, to, second):
            for child in list(part.children):
                if child not in (first, to, second):
                    child.head = verb
            part.head, part.dep_ = (verb, "advmod") if part is first else (first, "dep")
            part.pos_ = "ADV"


def home_to(doc: Doc, lexicon: Lexicon) -> None:
    """ "Lyon, home to the firm, was flooded": a noun that tells of the name before the comma, no adverb."""
    for home in doc[2:] if "home to " in doc.text else ():
        place = home.nbor(-2)
        if (
            home.lower_ == "home"
            and home.dep_ == "advmod"
            and home.nbor(-1).text == ","
            and place.pos_ == "PROPN"
        ):
            home.head, home.dep_, home.pos_, home.tag_ = place, "appos", "NOUN", "NN"


def to_the_rich(doc: Doc, lexicon: Lexicon) -> None:
    """ "sold it to billionaire Aldo Berg": who he is, read as a verb."""
    for rich in doc[2 : max(2, len(doc) - 1)]:
        to = rich.nbor(-1)
        if rich.tag_ != "VB" or rich.lower_ not in read_words("rich") or to.tag_ != "TO" or to.head != rich:
            continue
        name = next((c for c in rich.children if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
        if name is None or name.left_edge.i != rich.i + 1 or rich.head == rich:
            continue
        to.head, to.dep_, to.pos_, to.tag_ = rich.head, "prep", "ADP", "IN"
        for child in list(rich.children):
            child.head = rich.head
        name.head, name.dep_ = to, "pobj"
        rich.head, rich.dep_, rich.pos_, rich.tag_ = name, "compound", "NOUN", "NN"


def live_from(doc: Doc, lexicon: Lexicon) -> None:
    """ "I'm Lena Ortiz, live in Cairo", "our correspondent, live in Cairo": no verb, for one person lives there."""
    for token in doc if " live " in doc.text else ():
        if token.lower_ != "live" or token.pos_ != "VERB" or token.tag_ not in ("VB", "VBP", "VBN"):
            continue
        children = list(token.children)
        subject = next((c for c in children if c.dep_ == "nsubj"), None)
        if subject is None:
            joined = any(c.dep_ == "cc" for c in token.head.children)
            beside = token.dep_ == "conj" and token.head.lemma_ == "be" and not joined
        else:
            several = any(c.dep_ == "conj" for c in subject.children)
            auxiliary = any(c.dep_ == "aux" for c in children)
            one = subject.tag_ == "NNP" or read_nouns().kinds.get(subject.lemma_) == "Person"
            one = one and subject.tag_ not in ("NNS", "NNPS") and subject.lemma_ != "couple"
            beside = one and not several and not auxiliary
        if beside:
            token.pos_, token.tag_ = "ADV", "RB"
