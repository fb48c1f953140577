"""Infinitives, and a gerund, that the parse hangs on the wrong word: mendings, each of which changes a Doc."""

from extract.repairs.misplaced import subjects_on
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

AUCTIONS = frozenset("auction bidding hunt running tender".split())


def infinitive_of_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "nearing a deal to buy Shell": what the noun is about, no clause on the noun."""
    for verb in doc:
        noun = verb.head
        headline = noun.pos_ == "PROPN" and noun.dep_ == "ROOT"  # "Anton Krause to meet Igor Sechin"
        if verb.dep_ == "advcl" and verb.tag_ == "VB":
            _behind_noun(verb, lexicon)
        if (
            verb.dep_ == "relcl"
            and verb.tag_ == "VB"
            and (noun.pos_ == "NOUN" or headline)
            and noun.i < verb.i
        ):
            kinds = {c.dep_ for c in verb.children if c.i < verb.i}
            to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
            whose = any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.children)
            if to and (whose or not kinds & {"nsubj", "nsubjpass", "dobj", "prep"}):
                verb.dep_ = "acl"


def _behind_noun(verb: Token, lexicon: Lexicon) -> None:
    """ "walked away from a deal to buy Shell": the deal was to buy it, nobody walked in order to."""
    first = verb.left_edge
    noun = first.nbor(-1) if first.lower_ == "to" and first.i else verb
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or not verb.head.is_ancestor(noun):
        return
    if noun.lemma_ in lexicon.intended | lexicon.possible | lexicon.deals | read_words("races") | AUCTIONS:
        verb.head, verb.dep_ = noun, "acl"


def infinitive_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "the decision to sanction Shell": a verb, though tagged as a noun."""
    for to in doc:
        if to.tag_ == "TO" and to.dep_ == "aux" and to.head.tag_ == "NN":
            to.head.pos_, to.head.tag_ = "VERB", "VB"
        elif to.tag_ == "TO" and to.head.lower_ == "found" and to.i == to.head.i - 1:
            to.head.tag_, to.head.lemma_ = "VB", "found"  # "left to found Eni": nothing is found
        elif to.dep_ == "prep" and to.lower_ == "to" and to.head.lemma_ == "have":
            _yet_to(to)
        elif to.dep_ == "prep" and to.lower_ == "to" and to.head.lemma_ in lexicon.negated | lexicon.intended:
            _noun_to_verb(to)


def _yet_to(to: Token) -> None:
    """ "Norway has yet to sanction Lukoil": a verb, and no name "sanction Lukoil"."""
    verb = to.doc[to.i + 1] if to.i + 2 < len(to.doc) else to
    name = verb.head
    yet = any(c.lower_ == "yet" for c in to.head.children)
    if not yet or verb.tag_ != "NN" or verb.dep_ != "compound" or name.head is not to or name.pos_ != "PROPN":
        return
    verb.pos_, verb.tag_, verb.dep_, verb.head = "VERB", "VB", "xcomp", to.head
    to.head, to.dep_, to.pos_, to.tag_ = verb, "aux", "PART", "TO"
    name.head, name.dep_ = verb, "dobj"


def _noun_to_verb(to: Token) -> None:
    """ "its failure to sanction Shell has angered …": the name behind is whom it would sanction."""
    verb = to.doc[to.i + 1 : to.i + 2]
    name = to.doc[to.i + 2].head if to.i + 2 < len(to.doc) and to.doc[to.i + 2].pos_ == "PROPN" else None
    if (
        name is None
        or len(verb) != 1
        or verb[0].head is not to
        or verb[0].tag_ != "NN"
        or to.head.pos_ != "NOUN"
    ):
        return
    first = to.doc[to.i + 2]
    name = first if first.dep_ != "compound" else first.head
    if name.dep_ not in ("nsubj", "nsubjpass") or name.left_edge.i != first.i:
        return
    noun, root = to.head, verb[0]
    root.pos_, root.tag_, root.dep_ = "VERB", "VB", "acl"
    root.head = noun
    to.head, to.dep_, to.pos_, to.tag_ = root, "aux", "PART", "TO"
    name.head, name.dep_ = root, "dobj"


def dated_infinitive(doc: Doc, lexicon: Lexicon) -> None:
    """ "in talks since January to buy a stake": what the talks are about, not what January is."""
    for verb in doc:
        date = verb.head
        loose = verb.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        dated = verb.dep_ in ("acl", "relcl") and date.ent_type_ in ("DATE", "TIME")
        if verb.tag_ != "VB" or not (loose or dated):
            continue
        while dated and date.ent_type_ in ("DATE", "TIME") and date.head != date:
            date = date.head
        governor = date.head if date.dep_ == "prep" else date
        planned = [
            noun
            for word in (governor, *governor.children)
            for noun in (word, *word.children)
            if noun.pos_ == "NOUN" and noun.lemma_ in lexicon.intended and noun.i < verb.i
        ]
        if loose and not planned:
            continue
        verb.head = planned[0] if planned else governor
        verb.dep_ = "acl" if planned or governor.pos_ == "NOUN" else "xcomp"


def depends_on_doing(doc: Doc, lexicon: Lexicon) -> None:
    """ "dependent on the U.S. and UK removing sanctions": they do the removing, and that is the condition.

    The parse makes them the object of "on" and hangs "removing" on the main verb.
    """
    for preposition in doc:
        if preposition.dep_ != "prep" or preposition.lower_ not in ("on", "upon", "to"):
            continue
        if not {preposition.head.lemma_, preposition.head.lower_} & (lexicon.dependent | lexicon.depend):
            continue
        for noun in preposition.children:
            after = noun.right_edge.i + 1
            if noun.dep_ != "pobj" or after >= len(doc):
                continue
            verb = doc[after] if doc[after].tag_ == "VBG" else None
            if (
                verb is not None
                and verb.dep_ in ("advcl", "acl", "conj")
                and not subjects_on(verb)
                and verb.lower_ != "according"
            ):
                verb.head = preposition
                verb.dep_ = "pcomp"
                noun.head = verb
                noun.dep_ = "nsubj"
                for child in list(verb.children):
                    if child.dep_ == "prep" and child.lower_ == "according":
                        child.head = preposition.head
                break


def for_whom_to(doc: Doc, lexicon: Lexicon) -> None:
    """ "arranged for Berg and Lund to meet": those who meet are told behind "for", and not who arranged it."""
    for word in doc.words:
        governor = word.head
        if word.lower_ != "for" or word.dep_ != "prep" or governor.lemma_ not in read_words("for_whom"):
            continue
        doer = next((c for c in word.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
        to = doer.right_edge.i + 1 if doer is not None else len(doc)
        verb = doc[to].head if to < len(doc) and doc[to].tag_ == "TO" else word
        if doer is not None and verb.tag_ == "VB" and verb.head == governor and not subjects_on(verb):
            doer.head, doer.dep_ = verb, "nsubj"
            word.head, word.dep_ = verb, "mark"
