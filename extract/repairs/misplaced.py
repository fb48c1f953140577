"""Subjects that the parse hangs elsewhere than on their verb: mendings, each of which changes a Doc."""

from extract.repairs.roles import person_noun
from extract.syntax.parse import Doc, Token
from extract.syntax.relatives import PARTS
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words


def said_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "… in Oslo, a spokesman for Shell said": who says so is not Oslo, but the subject of what follows.

    So too "… two kilns, chief executive Lena Ortiz said".
    """
    for noun in doc:
        if noun.dep_ != "appos" or noun.head.i > noun.i:
            continue
        if noun.lemma_ not in read_words("tellers") and not _titled(noun):
            continue
        last = noun.right_edge.i
        last += (
            noun.pos_ == "NOUN" and doc[last + 1 : last + 2].text == ","
        )  # "its foreign minister, Jan Berg, said"
        verb = doc[last + 1] if last + 1 < len(doc) else noun
        told = verb.tag_ in ("VBD", "VBZ") and verb.lemma_ in lexicon.report and not subjects_on(verb)
        if told and doc[noun.left_edge.i - 1].text == "," and not noun.is_ancestor(verb):
            noun.head, noun.dep_ = verb, "nsubj"


def _titled(name: Token) -> bool:
    """Whether a name has a title before it that says whose it is: "chief executive Lena Ortiz", "its head, Lena Ortiz"."""
    if name.pos_ == "NOUN" and person_noun(name):
        return any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in name.children)
    if name.pos_ != "PROPN":
        return False
    return any(c.dep_ in ("compound", "nmod") and person_noun(c) for c in name.children if c.i < name.i)


def parted_denial(doc: Doc, lexicon: Lexicon) -> None:
    """ "Karl Lund never, he insists, met Anna Berg": what is denied is the meeting."""
    for token in doc.words[: len(doc) - 4]:
        if token.lower_ not in ("never", "not") or doc[token.i + 1].text != ",":
            continue
        verb = next((t for t in doc.words[token.i + 2 : token.i + 6] if t.lemma_ in lexicon.report), None)
        if verb is None or verb.dep_ not in ("parataxis", "ccomp", "dep", "advcl"):
            continue
        if verb.i < verb.head.i and doc[verb.right_edge.i].text == "," and verb.head.pos_ in ("VERB", "AUX"):
            token.head, token.dep_ = verb.head, "neg"


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
        if main.i < token.i or main.pos_ not in ("VERB", "AUX") or subjects_on(main) or main == token:
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
        if stray and subjects_on(token) and stray[0] != subjects_on(token)[-1]:
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
        subject = subjects_on(token.head)
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
        if not instead and preposition.lemma_.lower() not in read_words("fronted"):
            continue
        if token.left_edge.i == 0 or doc[token.left_edge.i - 1].text != ",":
            continue
        root = token.sent.root
        for main in (root, *[c for c in root.children if c.dep_ in ("conj", "ccomp")]):
            if main.pos_ in ("VERB", "AUX") and main.i > token.i and not subjects_on(main):
                for clause in [c for c in token.head.children if c.dep_ == "relcl" and c.i > token.i]:
                    clause.head = token
                token.head = main
                token.dep_ = "nsubj"
                if instead and preposition.dep_ == "csubj":
                    preposition.dep_ = "advcl"
                break


def fronted_event(doc: Doc, lexicon: Lexicon) -> None:
    """ "Hours before a meeting with A, B, the head of C, told …": B is the subject, not whom the meeting was with."""
    for name in doc:
        if name.dep_ != "conj" or name.pos_ != "PROPN" or doc[name.left_edge.i - 1].text != ",":
            continue
        other = name.head
        if any(c.dep_ == "cc" for c in (*other.children, *name.children)) or other.dep_ != "pobj":
            continue
        event = other.head.head
        before = doc[event.left_edge.i - 1] if event.left_edge.i else event
        verb = event.head.head if event.dep_ == "pobj" else event
        if verb.pos_ == "VERB" and event.head is before and verb.i > name.i and not subjects_on(verb):
            name.head, name.dep_ = verb, "nsubj"
        elif (
            event.dep_ == "nsubj"
            and before.lower_ in read_words("around")
            and before.i < event.i
            and event.head.i > name.i
        ):
            name.head, name.dep_ = event.head, "nsubj"
            event.head, event.dep_ = before, "pobj"


def whose_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "a trader, whose company, Halberg, supplies …": the company does, not who the sentence is about."""
    for token in doc:
        noun = token.head
        if token.tag_ != "WP$" or noun.dep_ not in ("appos", "conj", "npadvmod", "dep"):
            continue
        after = noun.right_edge.i + 1
        verb = next((t for t in doc[after : after + 3] if t.tag_ in ("VBZ", "VBP", "VBD")), None)
        if verb is None or verb.dep_ != "conj" or subjects_on(verb) or verb.is_ancestor(noun):
            continue
        owner = noun.head
        noun.head = verb
        noun.dep_ = "nsubj"
        verb.head = owner
        verb.dep_ = "relcl"


def part_of_which(doc: Doc, lexicon: Lexicon) -> None:
    """ "Chad and Mali, neither of which joined, said", where the clause has taken their place as the subject."""
    for word in doc[3:]:
        part = doc[word.i - 2]
        if word.tag_ not in ("WDT", "WP") or part.lower_ not in PARTS or part.dep_ != "appos":
            continue
        noun = part.head
        while noun.dep_ in ("conj", "appos", "compound") and noun.head.i < noun.i:
            noun = noun.head
        told = noun.head
        later = [
            c
            for c in told.children
            if c.dep_ in ("conj", "dep") and c.pos_ in ("VERB", "AUX") and c.i > told.i and not subjects_on(c)
        ]
        main = later[0] if later else told.head if told.dep_ == "ccomp" and told.head.i > told.i else None
        if noun.dep_ not in ("nsubj", "nsubjpass") or told.i < word.i or main is None:
            continue
        if later:
            main.head, main.dep_ = (main if told.head == told else told.head), told.dep_
        part.head, part.dep_, noun.head = told, noun.dep_, main
        told.head, told.dep_ = noun, "relcl"


def subjects_on(verb: Token) -> list[Token]:
    """The subjects that hang on a verb itself, clauses and "there" among them."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
