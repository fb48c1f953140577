"""Whose name stands behind "the head of the fund": mendings of the parse, each of which changes a Doc."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from extract.lexicon import Lexicon
from extract.nouns import Nouns, read_nouns
from extract.parse import Doc, Span, Token

NOMINAL = ("NOUN", "PROPN")
NAMING = frozenset("appoint choose declare designate elect make name nominate pick reelect".split())
BETWEEN = frozenset({"of", "for", "to", "in", "at", "from", "with"})


def part_titles(doc: Doc, spelt: Sequence[tuple[int, int]]) -> None:
    """ "President of Serbia Jan Berg": what he is president of, and he, are two entities.

    `spelt` are the tokens where a spelling of the registry stands. The NER reads one name, or none.
    """
    for _, stop in [place for place in spelt if place[0] > 1 and doc[place[0] - 1].lower_ in ("of", "to")]:
        end = stop
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and doc[end].is_alpha:
            end += 1
        run = doc[stop:end]
        if not 2 <= len(run) <= 5 or run[-1].lower_ in read_nouns().last or not _under_title(doc, stop - 1):
            continue
        if any(stop <= e.start < end < e.end for e in doc.ents) or any(map(person_noun, run)):
            continue
        kept = [e for e in doc.ents if e.end <= stop or e.start >= end]
        cut = [
            Span(doc, e.start, stop, "GPE" if e.label_ == "PERSON" else e.label_)
            for e in doc.ents
            if e.start < stop < e.end
        ]
        for span in (*cut, Span(doc, stop, end, "PERSON")):
            for token in span:
                token.ent_type_, token.ent_iob_ = span.label_, "B" if token.i == span.start else "I"
        for token in run[: len(run) - 1]:
            if token.head.i < stop:  # the given name hung on "of", the surname on the verb
                doc[stop - 1].head, doc[stop - 1].dep_ = token.head, token.dep_
                token.head, token.dep_ = run[-1], "compound"
        doc.ents = sorted([*kept, *cut, Span(doc, stop, end, "PERSON")], key=lambda e: e.start)


def _under_title(doc: Doc, place: int) -> bool:
    """Whether a title stands before "of" and the names of fields and bodies: "Minister of Foreign Affairs of"."""
    nouns = read_nouns()
    for token in reversed(doc[max(0, place - 9) : place]):
        if (token.text in nouns.titles or person_noun(token)) and doc[token.i + 1].lower_ in (
            "of",
            "for",
            "to",
        ):
            return True
        if not token.text[:1].isupper() and token.lower_ not in ("of", "the", "and", "for", "to"):
            return False
    return False


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
    """ "the presidents of Norway and Chile, A and B, met": the names are the presidents', not further States."""
    for title in doc:
        if title.tag_ not in ("NNS", "NNPS") or not person_noun(title):
            continue
        for of in title.children:
            first = next((c for c in of.children if c.dep_ == "pobj"), None) if of.lower_ == "of" else None
            if first is None or first.ent_type_ in ("", "PERSON"):
                continue
            chain = sorted([first, *(t for t in first.subtree if t.dep_ == "conj" and t.pos_ == "PROPN")])
            half = len(chain) // 2
            name = chain[half]
            apart = half > 0 and doc[name.left_edge.i - 1].text == ","
            if apart and len(chain) == half * 2 and all(map(_named, chain[half:])):
                name.head, name.dep_ = title, "appos"
                for other in chain[half + 1 :]:
                    other.head = name


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


def last_named(doc: Doc, lexicon: Lexicon) -> None:
    """ "Shell and Novatek, its holding company, …": what is one and stands behind two is the last of them."""
    for noun in doc:
        if noun.dep_ != "appos" or noun.tag_ != "NN" or doc[noun.left_edge.i - 1].text != ",":
            continue
        name = noun.head
        while further := [c for c in name.children if c.dep_ == "conj" and name.i < c.i < noun.i]:
            name = further[-1]
        if name is not noun.head and name.pos_ == "PROPN":
            noun.head = name


def apposed_bearer(doc: Doc, lexicon: Lexicon) -> None:
    """ "The head of the fund Altior, Mary Miller, said": the name is the head's, though the parse gives it to Altior."""
    nouns = read_nouns()
    for ent in doc.ents:
        name = ent.root
        if ent.start < 2 or name.pos_ != "PROPN" or not _person(ent, nouns):
            continue
        before = doc[ent.start - 1]
        if before.text == ",":
            _behind_comma(name, doc[ent.start - 2], doc[ent.end : ent.end + 1].text == ",")
        elif (
            before.pos_ in NOMINAL and before.text.islower() and before.tag_ != "NNS" and person_noun(before)
        ):
            _right_behind(name, before)
        _named_to_post(name)


def _behind_comma(name: Token, before: Token, closed: bool) -> None:
    """A name behind a comma; `closed` where another one follows it."""
    role_like = before.tag_ == "NN" or (before.tag_ == "NNP" and before.text in read_nouns().titles)
    beside = role_like and before != name.head and person_noun(before) and not _apposed(before)
    if name.dep_ == "appos":
        role = before if beside else _role(name.head)
        if role is not None and not _apposed(role):
            name.head = role
    elif name.dep_ == "conj" and name.head == before and role_like and person_noun(before):
        if any(c.dep_ in ("poss", "amod", "nmod") for c in before.children):
            name.dep_ = "appos"  # "India's premier, A and China's president, B"
            for other in [c for c in name.children if c.dep_ in ("conj", "cc") and c.i > name.i]:
                other.head = before
    elif name.dep_ in ("nsubj", "nsubjpass"):
        if beside and before.dep_ == "conj" and before.head.pos_ == "PROPN":
            name.head, name.dep_ = before, "appos"
            if before.head.dep_ == "appos":
                before.head = before.head.head
        elif beside and (closed or (before.dep_ == name.dep_ and before.head == name.head)):
            _share_subject(before, name)
        elif not closed:
            _fronted(name)


def _right_behind(name: Token, role: Token) -> None:
    """ "son of mayor Giorgi Lomidze", "his old classmate Zurab Beridze built it": a name belongs to the noun before it."""
    rival = name.dep_ in ("nsubj", "nsubjpass") and role.dep_ in ("nsubj", "nsubjpass", "dep", "npadvmod")
    astray = name.dep_ == "appos" and name.head.i < role.i and role.dep_ == "pobj"
    if (rival and role.head == name.head) or (astray and not role.is_ancestor(name)):
        role.dep_ = name.dep_ if rival else role.dep_
        name.head, name.dep_ = role, "appos"


def _fronted(name: Token) -> None:
    """ "A Yale graduate, Tamar Levi returned home": what stands before the subject is said of it."""
    for noun in name.head.children:
        if (
            noun.i < name.i
            and noun.tag_ == "NN"
            and noun.dep_ in ("nsubj", "nsubjpass", "npadvmod", "dep", "advcl", "nmod")
            and person_noun(noun)
            and noun.left_edge.is_sent_start
        ):
            noun.head, noun.dep_ = name, "appos"
            return


def _named_to_post(name: Token) -> None:
    """ "appointed Clara Montes chief operating officer": the name is the object, the post what she is made."""
    post = name.head
    verb = post.head
    if (
        name.dep_ in ("compound", "nmod")
        and post.i > name.i
        and post.text.islower()
        and post.dep_ in ("oprd", "dobj", "attr")
        and verb.lemma_ in NAMING
        and verb.i < name.i
        and person_noun(post)
    ):
        name.head, name.dep_, post.dep_ = verb, "dobj", "oprd"


def _share_subject(role: Token, name: Token) -> None:
    """ "At its seat in Oslo a spokeswoman, Mary Miller, said": the noun is the subject, the name is apposed to it."""
    verb = name.head
    stray = role.dep_ == "pobj" and sum(c.dep_ == "pobj" for c in role.head.children) > 1
    if not stray and not (role.dep_ in ("nsubj", "nsubjpass", "npadvmod", "dep") and role.head == verb):
        return
    role.head, role.dep_ = verb, name.dep_
    name.head, name.dep_ = role, "appos"


def _person(ent: Span, nouns: Nouns) -> bool:
    return ent.label_ == "PERSON" or (len(ent) > 1 and ent[0].text in nouns.given)


def _role(of: Token) -> Token | None:
    """The noun of a person that a name is tied to by a preposition: "head" of "the head of the bank of Oslo"."""
    if of.pos_ != "PROPN":
        return None
    for _ in range(3):
        preposition = of.head
        if of.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.lower_ not in BETWEEN:
            return None
        of = preposition.head
        if of.pos_ not in NOMINAL:
            return None
        if (of.tag_ == "NN" or of.text in read_nouns().titles) and person_noun(of):
            return of
    return None


def person_noun(noun: Token) -> bool:
    """Whether a noun says what somebody is: "lawyer", "niece"."""
    return read_nouns().kinds.get(noun.lemma_.lower()) == "Person" or noun.lemma_.lower() in _persons()


def _apposed(role: Token) -> bool:
    return role.dep_ == "appos" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in role.children)


@cache
def _persons() -> frozenset[str]:
    """Read roles.toml once."""
    data = tomllib.loads(resources.files("extract").joinpath("roles.toml").read_text(encoding="utf-8"))
    return frozenset(data["persons"].split())
