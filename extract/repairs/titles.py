"""A title, what it is of, and the name behind it: "President of Serbia Jan Berg", "the presidents of A and B, X and Y"."""

from collections.abc import Sequence
from itertools import pairwise

from extract.repairs.roles import NOMINAL, person_noun
from extract.syntax.parse import Doc, Span, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.nouns import read_nouns


def part_titles(doc: Doc, spelt: Sequence[tuple[int, int]]) -> None:
    """ "President of Serbia Jan Berg": what he is president of, and he, are two entities.

    `spelt` are the tokens where a spelling of the registry stands. The NER reads one name, or none.
    """
    for start, stop in [
        place for place in spelt if place[0] > 1 and doc[place[0] - 1].lower_ in ("of", "to")
    ]:
        end = name_end(doc, stop)
        run = doc[stop:end]
        title = _title_before(doc, stop - 1)
        if not 2 <= len(run) <= 6 or run[-1].lower_ in read_nouns().last or title is None:
            continue
        if any(stop <= e.start < end < e.end for e in doc.ents) or any(map(person_noun, run)):
            continue
        kept = [e for e in doc.ents if e.end <= stop or e.start >= end]
        cut = [
            Span(doc, e.start, stop, "GPE" if e.label_ == "PERSON" else e.label_)
            for e in doc.ents
            if e.start < stop < e.end
        ]
        if not cut and not doc[stop - 1].ent_type_:
            cut = [Span(doc, start, stop, "GPE")]
        for span in (*cut, Span(doc, stop, end, "PERSON")):
            label(span)
        for token in run[: len(run) - 1]:
            if (
                token.head.i < stop and token.dep_ != "appos"
            ):  # the given name hung on "of", the surname on the verb
                doc[stop - 1].head, doc[stop - 1].dep_ = token.head, token.dep_
                token.head, token.dep_ = run[-1], "compound"
        if doc[stop - 1].head in run:
            doc[stop - 1].head, doc[stop - 1].dep_ = doc[start - 1], "pobj"
        _own_name(title, run[-1])
        doc.ents = sorted([*kept, *cut, Span(doc, stop, end, "PERSON")], key=lambda e: e.start)


def label(span: Span) -> None:
    """Have the words of an entity tell that they are of it."""
    for token in span:
        token.ent_type_, token.ent_iob_ = span.label_, "B" if token.i == span.start else "I"


def name_end(doc: Doc, start: int) -> int:
    """Where the run of capitalised words of a name ends: "Kassym-Jomart Tokayev", "Salman bin Abdulaziz"."""
    particles, end = read_nouns().particles, start
    for token in doc[start : start + 8]:
        if token.pos_ == "PROPN" and token.text.istitle() and token.is_alpha:
            end = token.i + 1
        elif token.i == start or not (token.text == "-" or token.lower_ in particles):
            break
    return end


def _own_name(title: Token, name: Token) -> None:
    """ "Ambassador of Japan A, Ambassador of Ghana B and …": whoever has a name of his own is no other's title."""
    if name.head == title and name.dep_ in ("conj", "appos"):
        name.dep_ = "appos"
        for other in [c for c in name.children if c.dep_ in ("conj", "cc") and c.i > name.i]:
            other.head = title
    if title.dep_ == "appos" and title.head.ent_type_ == "PERSON" and title.head.i < title.i:
        title.dep_ = "conj"
        if title.head.dep_ == "appos":
            title.head = title.head.head


def _title_before(doc: Doc, place: int) -> Token | None:
    """The title before "of" and the names of fields and bodies: "Minister of Foreign Affairs of"."""
    for token in reversed(doc[max(0, place - 9) : place]):
        if _title(token) and doc[token.i + 1].lower_ in ("of", "for", "to"):
            return token
        if not token.text[:1].isupper() and token.lower_ not in ("of", "the", "and", "for", "to"):
            return None
    return None


def titled_name(doc: Doc, lexicon: Lexicon) -> None:
    """ "President of Turkmenistan Gurbanguly Berdimuhamedov": the name is the president's, not what he is of."""
    for ent in doc.ents:
        name = ent.root
        of = name.head
        if (
            ent.label_ != "PERSON"
            or name.dep_ != "pobj"
            or of.lower_ not in ("of", "to")
            or of.head.pos_ not in NOMINAL
        ):
            continue
        if ent.start == 0:
            continue
        last = doc[ent.start - 1]
        if (
            last.i <= of.i
            or last.pos_ not in NOMINAL
            or last.tag_ == "NNS"
            or last.ent_type_ in ("", "PERSON")
        ):
            continue  # "a friend of President Ali Toure"
        for token in doc[of.i + 1 : last.i]:
            if token.head == name:
                token.head = last
        last.head, last.dep_ = of, "pobj"
        title = of.head
        while not person_noun(title) and title.dep_ == "pobj" and title.head.head.pos_ in NOMINAL:
            title = title.head.head  # "Chairman of the Senate of Poland Anna Berg"
        for child in list(name.children):
            if child.i > name.i and child.dep_ in ("conj", "cc"):
                child.head = title
        name.head, name.dep_ = title, "appos"


def shared_title(doc: Doc, lexicon: Lexicon) -> None:
    """ "the presidents of Norway and Chile, A and B, met", "the Polish and Czech leaders, A and B": whose names are they?"""
    for title in doc:
        if _offices(title):
            title.pos_, title.tag_, title.lemma_ = "NOUN", "NNS", title.lower_.removesuffix("s")
        if title.tag_ not in ("NNS", "NNPS") or not person_noun(title):
            continue
        lands = [c for c in title.children if c.ent_type_ in ("NORP", "GPE") and c.i < title.i]
        if lands:
            _apposed(title, len([t for t in lands[0].subtree if t.ent_type_ in ("NORP", "GPE")]))
        for of in title.children:
            first = next((c for c in of.children if c.dep_ == "pobj"), None) if of.lower_ == "of" else None
            if first is None or first.ent_type_ in ("", "PERSON"):
                continue
            chain = sorted([first, *(t for t in first.subtree if t.dep_ == "conj" and t.pos_ == "PROPN")])
            _apposed(title, len(chain))
            half = len(chain) // 2
            name = chain[half]
            apart = half > 0 and doc[name.left_edge.i - 1].text == ","
            if apart and len(chain) == half * 2 and all(map(_named, chain[half:])):
                name.head, name.dep_ = title, "appos"
                for other in chain[half + 1 :]:
                    other.head = name


def _offices(title: Token) -> bool:
    """ "the Polish and Czech Foreign Ministers, A and B": a noun, capitals or not."""
    if title.tag_ != "NNPS" or title.lower_.removesuffix("s") not in read_nouns().held:
        return False
    return title.i + 1 < len(title.doc) and title.nbor(1).text == ","


def _apposed(title: Token, number: int) -> None:
    """ "the ministers of Norway and Chile, A and B, met": as many names as States, behind a comma, are the ministers'."""
    for name in title.children:
        if name.dep_ != "conj" or title.doc[name.left_edge.i - 1].text != ",":
            continue
        names = [t for t in name.subtree if t.dep_ == "conj" and t.pos_ == "PROPN"]
        if len(names) == number > 1 and all(map(_named, names)):
            name.dep_ = "appos"


def _named(name: Token) -> bool:
    """Whether a name is a person's by the label of any of its words."""
    return any(t.ent_type_ == "PERSON" for t in (name, *name.children))


def joined_titles(doc: Doc, lexicon: Lexicon) -> None:
    """ "Prime Minister Lena Ortiz and Chinese President Xi agreed": each title is of the name behind it.

    The parse makes the first title a part of the second name, and the first name apposed to its own title.
    """
    for title in doc:
        last = title.head
        if title.dep_ != "compound" or last.i <= title.i or last.head is last or last.pos_ != "PROPN":
            continue
        first = next((c for c in title.children if c.dep_ == "appos" and title.i < c.i < last.i), None)
        others = [c for c in first.children if c.dep_ == "conj" and c.i < last.i] if first is not None else []
        if first is None or first.pos_ != "PROPN" or not others:
            continue
        first.head, first.dep_ = last.head, last.dep_
        title.head = first
        for other in others:
            other.head, other.dep_ = last, "compound"
        last.head, last.dep_ = first, "conj"


def joined_name(doc: Doc, lexicon: Lexicon) -> None:
    """ "U.S. President Jan Berg and Kenyan President Ruto": the second is joined to the first, each with his title.

    The parse hangs the first name, and its title, on the second, or the second title on the first name.
    """
    persons = [ent for ent in doc.ents if ent.label_ == "PERSON"]
    for first, second in pairwise(persons):
        between = doc.words[first.end : second.start]
        if not 2 <= len(between) <= 6 or between[0].lower_ != "and" or not _title(between[-1]):
            continue
        if any(t.pos_ not in (*NOMINAL, "ADJ", "CCONJ", "PUNCT", "PART") for t in between):
            continue
        one, other, title = first.root, second.root, between[-1]
        if other.is_ancestor(one):
            before = [c for c in other.children if c.i < first.start]
            one.head, one.dep_ = (other.head, other.dep_) if other.head is not other else (one, other.dep_)
            for token in before:
                token.head = one
        elif title.head is not one or title.dep_ != "conj" or other.head is title or title.is_ancestor(one):
            continue
        for token in between:
            if token is not title and token.head in (one, other):
                token.head = one if token.dep_ == "cc" else title
        other.head, other.dep_ = one.head if one.dep_ == "appos" and one.head.i < one.i else one, "conj"
        title.head, title.dep_ = other, "compound"


def owned_body(doc: Doc, lexicon: Lexicon) -> None:
    """ "Norway's Defence Ministry spokeswoman": the ministry is Norway's, and the spokeswoman the ministry's."""
    bodies = read_nouns().common_bodies
    for body in doc:
        if body.dep_ not in ("compound", "nmod") or body.pos_ != "PROPN" or body.lower_ not in bodies:
            continue
        case = body.left_edge.i - 1
        owner = doc[case].head if case > 0 and doc[case].tag_ == "POS" else body
        if owner.dep_ == "poss" and owner.i < case < body.i < owner.head.i:
            owner.head = body


def _title(word: Token) -> bool:
    return word.text in read_nouns().titles or person_noun(word)
