"""Mendings of parses that spaCy's small model gets wrong in a regular way; each changes a Doc."""

from extract.lexicon import Lexicon
from extract.parse import Doc, Token
from extract.roles import apposed_bearer, titled_name

NOMINAL = ("NOUN", "PROPN")


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Apply all repairs in their order."""
    for mend in (
        inserted_report,
        apposed_subject,
        fronted_participle,
        depends_on_doing,
        infinitive_noun,
        pursuant_to,
        dated_infinitive,
        whose_subject,
        perfect_s,
        passive_subject,
        stray_apposition,
        inverted_subject,
        nor_is,
        neither_does,
        titled_name,
        apposed_bearer,
        named_noun,
    ):
        mend(doc, lexicon)
    doc.answers.clear()


def inserted_report(doc: Doc, lexicon: Lexicon) -> None:
    """ "ExxonMobil, our colleagues revealed, had had talks": the name before the comma is the subject.

    The parse hangs the name on the inserted verb and leaves the main verb without a subject.
    """
    for token in doc:
        if (
            token.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "ROOT")
            or token.lemma_ not in lexicon.report
        ):
            continue
        content = [
            c
            for c in token.children
            if c.dep_ == "ccomp" and c.i > token.i and doc[token.i + 1 : c.i].text.count(",")
        ]
        main = content[0] if token.dep_ == "ROOT" and content else token.head
        if main.i < token.i or main.pos_ not in ("VERB", "AUX") or _subject(main) or main == token:
            continue
        stray = [
            c
            for c in token.children
            if c.i < token.i
            and c.dep_ in ("npadvmod", "dep", "nsubj", "dobj", "nmod")
            and c.pos_ in ("PROPN", "NOUN")
            and c.right_edge.i + 1 < len(doc)
            and doc[c.right_edge.i + 1].text == ","
        ]
        if stray and _subject(token) and stray[0] != _subject(token)[-1]:
            stray[0].head = main
            stray[0].dep_ = "nsubj"


def apposed_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Uranium One, the mining arm of Rosatom, has sold …": the name is the subject, "arm" apposed."""
    for token in doc:
        if (
            token.dep_ not in ("npadvmod", "dep", "nmod")
            or token.pos_ != "PROPN"
            or token.head.pos_ not in ("VERB", "AUX")
        ):
            continue
        subject = _subject(token.head)
        after = token.right_edge.i + 1
        if (
            len(subject) != 1
            or after + 1 >= len(doc)
            or doc[after].text != ","
            or token.ent_type_ in ("DATE", "TIME")
        ):
            continue
        noun = subject[0]
        end = noun.right_edge.i + 1
        if (
            noun.pos_ == "NOUN"
            and noun.left_edge.i == after + 1
            and any(t.text == "," for t in doc[end - 1 : end + 1])
        ):
            token.dep_ = "nsubj" if noun.dep_ == "nsubj" else "nsubjpass"
            noun.head = token
            noun.dep_ = "appos"


def fronted_participle(doc: Doc, lexicon: Lexicon) -> None:
    """ "Following that meeting, Witkoff, …, became": the name is the subject, not apposed to "meeting"."""
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "PROPN":
            continue
        preposition = token.head.head if token.head.dep_ in ("pobj", "dobj") else None
        while preposition is not None and preposition.dep_ == "prep" and preposition.head.dep_ == "pobj":
            preposition = preposition.head.head  # "In a filing with the bank, Witkoff …"
        if preposition is None or preposition.left_edge.i != token.sent.start:
            continue
        instead = preposition.left_edge.lower_ in ("rather", "instead")
        if not instead and preposition.lemma_.lower() not in FRONTED:
            continue
        if token.left_edge.i == 0 or doc[token.left_edge.i - 1].text != ",":
            continue
        root = token.sent.root
        for main in (root, *[c for c in root.children if c.dep_ in ("conj", "ccomp")]):
            if main.pos_ in ("VERB", "AUX") and main.i > token.i and not _subject(main):
                for clause in [c for c in token.head.children if c.dep_ == "relcl" and c.i > token.i]:
                    clause.head = token
                token.head = main
                token.dep_ = "nsubj"
                if instead and preposition.dep_ == "csubj":
                    preposition.dep_ = "advcl"
                break


FRONTED = frozenset(
    "follow after before during despite like unlike since in on at with without amid under by as".split()
)


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
                and not _subject(verb)
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
        if verb.pos_ == "VERB" and not _subject(verb):
            for child in verb.children:
                if child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.i < verb.i:
                    child.dep_ = "nsubj"


def infinitive_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "the decision to sanction Shell": a verb, though tagged as a noun."""
    for to in doc:
        if to.tag_ == "TO" and to.dep_ == "aux" and to.head.tag_ == "NN":
            to.head.pos_, to.head.tag_ = "VERB", "VB"


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


def whose_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "a trader, whose company, Halberg, supplies …": the company does, not who the sentence is about."""
    for token in doc:
        noun = token.head
        if token.tag_ != "WP$" or noun.dep_ not in ("appos", "conj", "npadvmod", "dep"):
            continue
        after = noun.right_edge.i + 1
        verb = next((t for t in doc[after : after + 3] if t.tag_ in ("VBZ", "VBP", "VBD")), None)
        if verb is None or verb.dep_ != "conj" or _subject(verb) or verb.is_ancestor(noun):
            continue
        owner = noun.head
        noun.head = verb
        noun.dep_ = "nsubj"
        verb.head = owner
        verb.dep_ = "relcl"


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


def passive_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Nor was Shell fined by Poland": the subject of an inverted passive."""
    for verb in doc:
        if verb.tag_ != "VBN":
            continue
        be = [c for c in verb.children if c.dep_ == "auxpass"]
        for child in verb.children if be else ():
            if child.dep_ == "nsubj" and be[0].i < child.i < verb.i:
                child.dep_ = "nsubjpass"


def stray_apposition(doc: Doc, lexicon: Lexicon) -> None:
    """ "with its former dealer in Rijeka, Brodomar, …": the name is the dealer's, not the subject's far before."""
    for name in doc:
        comma = name.left_edge.i - 1
        if name.dep_ != "appos" or name.pos_ != "PROPN" or comma < 2 or doc[comma].text != ",":
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
        person = name.head == place and place.ent_type_ == "GPE" and name.ent_type_ == "PERSON"
        if (far and noun.dep_ in ("dobj", "pobj", "attr")) or person:
            name.head = noun


def inverted_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Should Shell refuse, …": the name between auxiliary and verb is its subject."""
    for verb in doc:
        if verb.tag_ not in ("VB", "VBN") or verb.pos_ != "VERB" or _subject(verb):
            continue
        first = verb.left_edge
        if first.lower_ not in ("should", "had", "were") or first.head != verb:
            continue
        names = [c for c in verb.children if c.dep_ == "compound" and c.i > first.i and c.i == verb.i - 1]
        if names and names[0].pos_ in NOMINAL:
            names[0].dep_ = "nsubj"


def nor_is(doc: Doc, lexicon: Lexicon) -> None:
    """ "Nor is Turkey a member": what it is said to be, which the parse puts in apposition to Turkey."""
    for verb in doc:
        if verb.lemma_ != "be" or not any(
            c.lower_ in ("nor", "neither") and c.i < verb.i for c in verb.children
        ):
            continue
        for subject in [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]:
            for noun in [c for c in subject.children if c.dep_ == "appos"]:
                if doc[noun.left_edge.i - 1].text != ",":
                    noun.head, noun.dep_ = verb, "attr"


def neither_does(doc: Doc, lexicon: Lexicon) -> None:
    """ "Turkey neither supports nor opposes Israel": a name loose before "neither" is the subject."""
    for verb in doc:
        pair = [c for c in verb.children if c.lower_ in ("neither", "either", "both") and c.i < verb.i]
        if verb.pos_ not in ("VERB", "AUX") or not pair or _subject(verb):
            continue
        for name in verb.children:
            if name.i < pair[0].i and name.dep_ in ("dep", "npadvmod", "nmod") and name.pos_ in NOMINAL:
                name.dep_ = "nsubj"


def named_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "sanctions on the potash producer Belaruskali": a name right behind its noun belongs to it."""
    for noun in doc[:-1]:
        first = doc[noun.i + 1]
        if noun.tag_ != "NN" or first.pos_ != "PROPN":
            continue
        root = first
        while root.dep_ == "compound" and root.head.i > root.i and root.head.pos_ == "PROPN":
            root = root.head
        loose = root.dep_ in ("dobj", "npadvmod", "oprd", "dep", "attr", "pobj", "dative")
        described = any(c.dep_ == "det" for c in noun.children)
        listed = root.dep_ == "appos" and noun.dep_ == "conj" and root.head == noun.head
        near = root.head != noun and root.left_edge.i == first.i and root.head.is_ancestor(noun)
        if near and (listed or (loose and described)):
            root.head, root.dep_ = noun, "appos"


def _subject(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
