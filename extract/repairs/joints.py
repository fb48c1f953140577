"""Words that the parse hangs on the wrong partner: possessives, coordinations, objects. Each changes a Doc."""

from extract.repairs.misplaced import subjects_on
from extract.repairs.roles import BODIES, NOMINAL, person_noun
from extract.syntax.parse import Doc, Span, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words

FILLS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "appos", "conj", "attr"})


def possessed_body(doc: Doc, lexicon: Lexicon) -> None:
    """ "the Department of the Treasury's Office": the office is the department's, not the department its."""
    kinds = read_nouns().last
    for case in doc:
        owner, owned = case.head, case.head.head
        if case.dep_ != "case" or owner.dep_ != "poss" or owner.pos_ != "PROPN" or owned.dep_ != "pobj":
            continue
        preposition, body = owned.head, owned.head.head
        if preposition.lower_ != "of" or body.pos_ != "PROPN" or body == preposition:
            continue
        word = body.lower_
        if (
            kinds.get(word) not in BODIES and word not in read_words("seats")
        ) or owner.left_edge.i != preposition.i + 1:
            continue
        owned.head, owned.dep_ = (body.head if body.head != body else owned), body.dep_
        body.head, body.dep_ = owned, "poss"
        owner.head, owner.dep_ = preposition, "pobj"


def noun_conjunct(doc: Doc, lexicon: Lexicon) -> None:
    """ "imposed sanctions on the family, and its associate": a noun is joined to a noun, not to the verb."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or noun.i < verb.i:
            continue
        if verb.pos_ == "PROPN" and _other_role(noun, verb):
            noun.head = verb.head.head
        if verb.pos_ != "VERB":
            continue
        if subjects_on(noun) or any(c.dep_ in ("cop", "aux") for c in noun.children):
            continue
        start = noun.left_edge.i - 1
        if start < 1 or doc[start].dep_ != "cc":
            continue
        before = doc[start - 1] if doc[start - 1].text != "," else doc[start - 2]
        while before.pos_ not in NOMINAL and verb.i < before.head.i and before.head != before:
            before = before.head
        if before.i <= verb.i or before.pos_ not in ("NOUN", "PROPN"):
            continue
        while before.dep_ in ("compound", "nmod", "appos") and verb.i < before.head.i:
            before = before.head
        if before.dep_ in FILLS and verb.is_ancestor(before):
            noun.head = before


def _other_role(role: Token, name: Token) -> bool:
    """ "a director of Marlow Tin and brother-in-law of Jan Berg": two roles, the second not joined to the name."""
    of = name.head
    if name.dep_ != "pobj" or of.lower_ != "of" or role.tag_ != "NN":
        return False
    return person_noun(of.head) and person_noun(role) and any(c.lower_ in ("of", "to") for c in role.children)


def interest_in(doc: Doc, lexicon: Lexicon) -> None:
    """ "sent an expression of interest in buying Shell": what the interest is in, not what was sent there."""
    for noun in doc[:-1]:
        if noun.lower_ != "interest":
            continue
        after = noun.nbor(1)
        if after.lower_ != "in" or after.dep_ != "prep" or after.head == noun:
            continue
        if any(c.dep_ == "pcomp" for c in after.children) and after.head.is_ancestor(noun):
            after.head = noun


def plain_acronym(doc: Doc, lexicon: Lexicon) -> None:
    """ "the super PAC American Crossroads": a PAC is what it is, and no part of its name."""
    for token in doc:
        if token.text not in read_words("common_acronyms") or token.i == 0:
            continue
        if token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).text[:1].isupper():
            continue  # "America PAC"
        token.pos_, token.lemma_, token.ent_type_ = "NOUN", token.text.rstrip("s").lower(), ""
        token.tag_ = "NNS" if token.text.endswith("s") else "NN"
        doc.ents = [
            Span(doc, token.i + 1, e.end, e.label_) if e.start == token.i else e
            for e in doc.ents
            if not (e.start == token.i and e.end == token.i + 1)
        ]


def counted_names(doc: Doc, lexicon: Lexicon) -> None:
    """ "two sons, Karl Berg and Jan Berg": the names are those of the sons, not further ones beside them."""
    for noun in doc:
        if noun.tag_ != "NNS" or not any(c.dep_ == "nummod" for c in noun.children):
            continue
        if any(c.dep_ == "cc" for c in noun.children):
            continue
        for name in [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN"]:
            if name.left_edge.i == noun.i + 2 and doc[noun.i + 1].text == ",":
                name.dep_ = "appos"


def second_object(doc: Doc, lexicon: Lexicon) -> None:
    """ "visited Fiji in May and Samoa in June", "holds a degree from A and a doctorate from B": a second object.

    The parse joins it to the verb, or to what stands right before it.
    """
    for joint in doc:
        if joint.dep_ in ("dobj", "nsubj", "pobj") and joint.ent_type_ == "PERSON":
            _land_before(joint)
        if joint.dep_ != "cc" or joint.lower_ != "and":
            continue
        first = joint.head
        verb = first.head.head if first.dep_ == "pobj" else first
        verb = verb.head if verb.dep_ == "dobj" else verb
        given = [c for c in verb.children if c.dep_ == "dobj" and c.i < joint.i]
        if verb.pos_ != "VERB" or not given or given[-1] == first:
            continue
        for second in first.children:
            if (
                second.dep_ == "conj"
                and second.left_edge.i == joint.i + 1
                and _alike(given[-1], second, verb)
            ):
                second.head, joint.head = given[-1], given[-1]


def _land_before(name: Token) -> None:
    """ "met Solomon Islands Prime Minister X": one object, not the country and its prime minister."""
    first = name.left_edge
    if first.i == 0:
        return
    land = first.nbor(-1)
    if land.pos_ == "PROPN" and land.head == name.head and land.dep_ == name.dep_:
        title = any(c.text in read_nouns().titles for c in name.children if c.dep_ in ("compound", "nmod"))
        if title and first.text[:1].isupper():
            land.head, land.dep_ = name, "nmod"


def _alike(first: Token, second: Token, verb: Token) -> bool:
    """Whether two nouns are both names, or both not, and what stands behind each begins with the same word."""
    if first.pos_ != second.pos_ or second.pos_ not in NOMINAL or second.ent_type_ == "DATE":
        return False
    before = {
        c.lower_
        for noun in (first, verb)
        for c in noun.children
        if c.dep_ == "prep" and first.i < c.i < second.i
    }
    own = [c for c in second.children if c.dep_ == "prep" and c.i > second.i]
    own += [c for c in verb.children if c.dep_ == "prep" and c.i == second.right_edge.i + 1]
    return any(c.lower_ in before for c in own)


def taken_as(doc: Doc, lexicon: Lexicon) -> None:
    """ "to succeed his father as chairman", "wants Olav Berg as chairman": "as" hangs on the verb, not on the man."""
    for word in doc:
        man, verb = word.head, word.head.head
        if word.lower_ != "as" or word.dep_ != "prep" or man.dep_ != "dobj":
            continue
        if verb.lemma_ in read_words("succeeding") or (man.pos_ == "PROPN" and man.ent_type_ == "PERSON"):
            word.head = verb


def given_object(doc: Doc, lexicon: Lexicon) -> None:
    """ "sold Peru up to 90 barrels", "refused Anna Berg a loan": of two objects the first is to whom it goes."""
    for second in doc:
        if second.dep_ != "dobj" or second.pos_ not in ("NOUN", "NUM", "PROPN"):
            continue
        first = next((c for c in second.head.children if c.dep_ == "dobj" and c.i < second.i), None)
        if (
            first is None
            or first.pos_ not in ("PROPN", "PRON")
            or first.head.lemma_ not in read_words("handed")
        ):
            continue
        if second.left_edge.i == first.right_edge.i + 1:
            first.dep_ = "dative"


def perfect_gerund(doc: Doc, lexicon: Lexicon) -> None:
    """ "denies having financed Hamas": what is denied is the financing, not a Hamas that "having financed" tells of."""
    for having in doc if "having " in doc.text else ():
        verb, noun = having.head, having.head.head
        if having.lower_ != "having" or verb.dep_ != "amod" or verb.tag_ != "VBN" or noun.i < verb.i:
            continue
        governor = noun.head
        if noun.dep_ in ("dobj", "pobj") and governor.i == having.i - 1:
            verb.head, verb.dep_ = governor, "xcomp" if noun.dep_ == "dobj" else "pcomp"
            noun.head, noun.dep_ = verb, "dobj"


def phrasal_doing(doc: Doc, lexicon: Lexicon) -> None:
    """ "ruled out attacking Chad", "put off joining": what is ruled out, not what is done meanwhile."""
    for verb in doc.words[2:]:
        if verb.tag_ != "VBG" or verb.left_edge != verb:
            continue
        particle = verb.nbor(-1)
        if verb.dep_ in ("compound", "amod") and particle.dep_ == "prt" and verb.head.head == particle.head:
            verb.head.dep_, verb.dep_ = "dobj", "advcl"  # "put off sanctioning Shell"
            verb.head.head, verb.head = verb, particle.head
        if verb.dep_ != "advcl":
            continue
        out = verb.head.lemma_ == "rule" and particle.lower_ == "out"
        if particle.head == verb.head and (out or lexicon.phrasal.get(verb.head.lemma_) == particle.lower_):
            verb.dep_ = "xcomp"


def second_that(doc: Doc, lexicon: Lexicon) -> None:
    """ "said that it was to be signed and that Chad had agreed": the second is joined to the first, not to "signed"."""
    for verb in doc.words:
        if verb.dep_ != "conj" or verb.head.dep_ in ("ROOT", "ccomp") or not _opened(verb):
            continue
        first = verb.head
        while first.head != first and first.dep_ in ("xcomp", "advcl", "acl", "conj", "relcl"):
            first = first.head
        if first != verb.head and first.dep_ == "ccomp":
            verb.head = first


def added_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "said Shell had bid for it, adding that there were talks": who said it adds it, and not Shell."""
    for verb in doc.words:
        told = verb.head
        if (
            verb.dep_ != "advcl"
            or verb.tag_ != "VBG"
            or verb.lemma_ not in read_words("adding")
            or verb.i < told.i
        ):
            continue
        comma = verb.i > 0 and verb.nbor(-1).text == ","
        speaker = told.head
        if comma and told.dep_ == "ccomp" and speaker.i < told.i and speaker.lemma_ in lexicon.report:
            verb.head = speaker if told.lemma_ not in lexicon.report else told


def _opened(clause: Token) -> bool:
    """Whether "that" opens a clause."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
