"""Mendings of parses that spaCy's small model gets wrong in a regular way; each changes a Doc."""

from extract.clefts import cleft
from extract.gaps import behind_time, gapped
from extract.headlines import present_verb
from extract.joints import (
    auxiliary_not,
    contact_clause,
    counted_names,
    interest_in,
    inverted_passive,
    noun_conjunct,
    plain_acronym,
    possessed_body,
    second_object,
    shared_participle,
    split_auxiliary,
    taken_as,
)
from extract.lexicon import Lexicon
from extract.misplaced import (
    apposed_subject,
    fronted_event,
    fronted_participle,
    inserted_report,
    inverted_subject,
    neither_does,
    part_of_which,
    parted_denial,
    passive_subject,
    said_behind,
    subjects_on,
    were_to,
    whose_subject,
)
from extract.parse import Doc, Token, untie
from extract.roles import (
    NOMINAL,
    apposed_bearer,
    body_told,
    bracketed_body,
    firm_behind,
    hyphened,
    last_named,
    person_noun,
    second_title,
)
from extract.shares import listed_kinds, name_between, own_beside, partitive
from extract.titles import joined_name, joined_titles, owned_body, shared_title, titled_name

PARTIES = frozenset("coalition consortium convoy delegation group mission panel party team".split())
BEFORE = ("amod", "compound", "nmod")


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Apply all repairs in their order."""
    for mend in (
        present_verb,
        partitive,
        own_beside,
        listed_kinds,
        name_between,
        plain_acronym,
        hyphened,
        possessed_body,
        split_auxiliary,
        auxiliary_not,
        noun_conjunct,
        inverted_passive,
        contact_clause,
        interest_in,
        shared_participle,
        second_object,
        gapped,
        behind_time,
        inserted_report,
        parted_denial,
        said_behind,
        apposed_subject,
        fronted_participle,
        fronted_event,
        owning,
        named_official,
        asset_freezes,
        dashed_role,
        depends_on_doing,
        infinitive_noun,
        pursuant_to,
        dated_infinitive,
        whose_subject,
        cleft,
        taken_as,
        perfect_s,
        passive_subject,
        stray_apposition,
        led_party,
        inverted_subject,
        nor_is,
        were_to,
        counted_names,
        neither_does,
        part_of_which,
        titled_name,
        shared_title,
        apposed_bearer,
        joined_titles,
        joined_name,
        owned_body,
        last_named,
        bracketed_body,
        second_title,
        firm_behind,
        body_told,
        headline_dash,
        named_noun,
        face_to_face,
        infinitive_of_noun,
        first_of_two,
    ):
        mend(doc, lexicon)
        if doc.moved:
            untie(doc)
    doc.answers.clear()


def owning(doc: Doc, lexicon: Lexicon) -> None:
    """ "A and his wife, B, own it": with a subject and an object it is a verb."""
    for token in doc if " own " in doc.text or " target " in doc.text else ():
        if token.lower_ in ("own", "target") and token.pos_ in ("ADJ", "NOUN"):
            deps = {child.dep_ for child in token.children}
            if "nsubj" in deps and "dobj" in deps:
                token.pos_, token.tag_ = "VERB", "VBP"


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


def first_of_two(doc: Doc, lexicon: Lexicon) -> None:
    """ "between Trump and Chinese President Xi Jinping": two people, "Trump" is no title of the second."""
    for first in doc:
        if first.dep_ not in BEFORE or not first.text[0].isupper() or first.ent_type_ in ("GPE", "NORP"):
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
    if noun.lemma_ in lexicon.intended | lexicon.possible | lexicon.deals:
        verb.head, verb.dep_ = noun, "acl"


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


def infinitive_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "the decision to sanction Shell": a verb, though tagged as a noun."""
    for to in doc:
        if to.tag_ == "TO" and to.dep_ == "aux" and to.head.tag_ == "NN":
            to.head.pos_, to.head.tag_ = "VERB", "VB"
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
        person = name.head == place and place.ent_type_ == "GPE" and name.ent_type_ == "PERSON"
        if (far and noun.dep_ in ("dobj", "pobj", "attr")) or person:
            name.head = noun


def led_party(doc: Doc, lexicon: Lexicon) -> None:
    """ "a delegation from Norway headed by Mary Miller": she heads the delegation."""
    for verb in doc:
        if verb.dep_ != "acl" or verb.lemma_ not in ("head", "lead", "chair") or verb.head.dep_ != "pobj":
            continue
        party = verb.head.head.head
        if verb.head.head.lower_ in ("of", "from") and party.lemma_ in PARTIES and party.i < verb.i:
            verb.head = party


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


def named_noun(doc: Doc, lexicon: Lexicon) -> None:
    """ "sanctions on the potash producer Belaruskali": a name right behind its noun belongs to it."""
    for noun in doc[:-1]:
        if noun.tag_ != "NN" or doc[noun.i + 1].pos_ != "PROPN":
            continue
        root = first = doc[noun.i + 1]
        while root.dep_ == "compound" and root.head.i > root.i and root.head.pos_ == "PROPN":
            root = root.head
        loose = root.dep_ in ("dobj", "npadvmod", "oprd", "dep", "attr", "pobj", "dative")
        described = any(c.dep_ == "det" for c in noun.children)
        listed = root.dep_ == "appos" and noun.dep_ == "conj" and root.head == noun.head
        near = root.head != noun and root.left_edge.i == first.i and root.head.is_ancestor(noun)
        if near and (listed or (loose and described)):
            root.head, root.dep_ = noun, "appos"
