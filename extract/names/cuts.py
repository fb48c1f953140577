"""What the NER took into a name though it is none of it: titles, peoples, boards, the role between two names."""

import re
from collections.abc import Iterator, Mapping

from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns, read_nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry, Sense

Span = tuple[int, int]
STAFF = "staff"
CURRENCIES = frozenset(
    "Ksh KSh Kshs Sh Shs Ush UGX TZS Tsh Rs Rs. Rp Tk Php PhP RM HK$ S$ A$ C$ NT$ NZ$ US$ Fr Le SEK NOK DKK AED SAR QAR "
    "EUR USD GBP".split()
)
CHAMBERS = frozenset({"house", "senate", "commons", "congress", "assembly", "chamber", "parliament"})
AMOUNT = re.compile(r"\d[\d.,]*(?:bn|mn|m|tn|p|k|c)|[A-Z]{1,3}\d[\d.,]* (?:m|b|tr)illion")
PARTED = frozenset("owned backed controlled funded sponsored".split())
MEMBERS = frozenset("Directors Governors Management Managers Members Supervisors Trustees".split())
BOARDS = frozenset("Board Advisory Executive Management Supervisory Group The the of".split())
ROLE_WORDS = frozenset(
    (
        "CE CMD DG GMD MD VP CEO CFO COO Chair Chairman Chairperson Chairwoman President Secretary-General Spokesman "
        "Spokesperson Spokeswoman"
    ).split()
)


def after_state(doc: Doc, start: int, end: int, known: Mapping[Span, tuple[Sense, ...]], nouns: Nouns) -> int:
    """Where the name starts in "President of Turkmenistan Gurbanguly Berdimuhamedov"."""
    begin = start
    opened = start - 1 if start and doc[start - 1].lower_ == "the" else start
    if doc[start].lower_ == "the" and start + 1 < end:
        start += 1
    if opened < 2 or doc[opened - 1].lower_ != "of" or doc[opened - 2].text not in nouns.titles:
        return begin
    if doc[start].lower_ in CHAMBERS and 2 < end - start < 5 and doc[end - 1].lower_ not in nouns.last:
        return start + 1  # "Speaker of Parliament Baleka Mbete"
    after = max((stop for first, stop in known if first == start and stop < end), default=begin)
    for place in range(start + 1, end - 1):
        field = doc[place - 1].lower_
        chamber = nouns.last.get(field) == "PublicBody" or field in CHAMBERS
        if nouns.given.sure(doc[place].text) and chamber:
            return max(after, place)
        if doc[place].text in nouns.given and (field in nouns.fields or field == STAFF):
            return max(after, place)
    return after


def apart(
    doc: Doc, start: int, end: int, known: Mapping[Span, tuple[Sense, ...]], label: str
) -> Iterator[Span]:
    """An entity in pieces where it lists several: "Nestlé, Unilever and Danone", two bodies that are known."""
    marks = [n for n in range(start + 1, end - 1) if doc[n].text == "," or doc[n].lower_ == "and"]
    pieces = list(zip([start, *(n + 1 for n in marks)], [*marks, end], strict=True)) if marks else []
    bare = [(first + (doc[first].lower_ == "the"), last) for first, last in pieces if first < last]
    names = {(first, last) for first, last in known}
    listed = (
        len(marks) > 1
        and label in ("ORG", "GPE", "LOC")
        and not any(t.lower_ == "of" for t in doc[start:end])
    )
    singles = all(last - first < 3 for first, last in bare)
    several = sum(piece in names for piece in bare)
    if (
        marks
        and doc[marks[-1]].lower_ == "and"
        and (several == len(bare) or (listed and singles and several))
    ):
        yield from bare
        return
    place = next((n + 1 for n in marks if doc[n].text == "," and label in ("ORG", "GPE")), None)
    if place is not None and end - place in (2, 3) and _whole_person(doc, place, end):
        yield from ((start, place - 1), (place, end))  # "Hollande, Saeb Erekat"
        return
    yield start, end


def _whole_person(doc: Doc, start: int, end: int) -> bool:
    """Whether words are a given name, sure to be one, and a family name."""
    names = doc[start:end]
    return read_nouns().given.sure(names[0].text) and all(t.text.istitle() for t in names)


def of_office(doc: Doc, place: int, nouns: Nouns) -> bool:
    """Whether a word only tells of what an office is: "Chief of Staff Rahm Emanuel"."""
    word = doc[place].lower_
    return (
        place > 1
        and (word == STAFF or word in nouns.fields)
        and doc[place - 1].lower_ == "of"
        and doc[place - 2].text in nouns.titles
    )


def after_people(
    doc: Doc, start: int, end: int, known: Mapping[Span, tuple[Sense, ...]], registry: Registry, nouns: Nouns
) -> int:
    """Where the name starts in "the Croat Zeljko Komsic", "the Swiss Glencore": behind the people that it belongs to."""
    senses = registry.senses.get(doc[start].text, ()) if end - start > 1 else ()
    if not senses or senses[0].kind != "demonym":
        return start
    person = end - start > 2 and nouns.given.sure(doc[start + 1].text)
    firm = (start + 1, end) in known and (start, end) not in known
    return start + 1 if person or firm else start


def after_board(doc: Doc, start: int, end: int) -> int:
    """Where the name starts in "the Executive Board of Amber": a board is no actor beside its firm."""
    for place in range(start + 1, end - 1):
        if doc[place].lower_ == "of" and doc[place - 1].text == "Board" and doc[end - 1].text not in MEMBERS:
            behind = doc[place + 1 : place + 3]
            members = len(behind) == 2 and behind[0].text in MEMBERS and behind[1].lower_ == "of"
            return place + 3 if members and place + 3 < end else place + 1
    return start


def around_role(doc: Doc, start: int, end: int, label: str, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "Foreign Ministry Spokesperson Ana Ruiz" is two names with a role between them, "Amber Chair" one."""
    role = next((n for n in range(end - 1, start, -1) if doc[n].text in ROLE_WORDS), None)
    if role is None or doc[role - 1].lower_ in ("of", "the", "and"):
        yield (start, end), label
        return
    first = role
    while first > start and (doc[first - 1].text in nouns.titles or doc[first - 1].text in BOARDS):
        first -= 1
    if first > start:
        yield (start, first), "ORG" if label == "PERSON" else label
    if role + 1 < end:
        yield (role + 1, end), "PERSON"


def no_actor(doc: Doc, start: int, end: int, nouns: Nouns) -> bool:
    """ "Minister of Justice", "Supervisory Board", "Board of Directors", "Ksh 63.5", "State-Owned": no actors."""
    if doc[start].text in nouns.letters and doc[start + 1 : start + 2].text == "-":
        return True  # "D-Mass."
    if doc[start].text in nouns.titles and end - start > 1 and doc[start + 1].lower_ == "of":
        return True
    alone = end - start == 1 and nouns.kinds.get(doc[start].lower_) == "Person"
    if alone and doc[start].is_sent_start and doc[end : end + 1].text == "of":
        return True  # "Son of Kim Jong Il arrested"
    words = {t.text for t in doc[start:end]}
    if AMOUNT.fullmatch(doc[start:end].text) or _in_title(doc, start, end, nouns):
        return True
    if doc[end - 1].lower_ in nouns.peoples and all(
        t.lower_ in nouns.peoples or t.ent_type_ == "NORP" or t.pos_ == "ADJ" for t in doc[start:end]
    ):
        return True  # "Kashmiri Muslims", "Hindu"
    if _of_people(doc, start, end) or (end - start == 1 and doc[start].text in nouns.seated):
        return True
    if end - start == 1 and start > 1 and doc[start - 2].text == "Board" and doc[start].text in MEMBERS:
        return True  # "the Board of Directors of Amber"
    people = doc[end - 1].text.endswith("s") and nouns.kinds.get(doc[end - 1].lower_[:-1]) == "Person"
    if people and end - start == 2 and doc[start].pos_ == "ADJ":
        return True  # "Russian Oligarchs"
    if "Board" in words and words <= BOARDS | MEMBERS:
        return True
    if end - start > 1 and doc[end - 1].like_num and doc[start].text in CURRENCIES:  # "Ksh 63.5"
        return True
    if doc[end - 1].text.casefold() in PARTED or doc[start:end].text.casefold().endswith("-owned"):
        return True
    if words <= nouns.titles:  # "Brigadier General"
        return True
    task = start > 1 and doc[start - 1].lower_ in ("of", "for") and doc[start - 2].text in nouns.titles
    return task and all(t.lower_ in nouns.fields or t.text in ("&", ",") for t in doc[start:end])


def _in_title(doc: Doc, start: int, end: int, nouns: Nouns) -> bool:
    """ "Minister for Foreign Affairs", "Executive Order 13846": a word that only goes on a title."""
    if end - start > 1 or not start or doc[start - 1].text not in nouns.titles:
        return False
    field = doc[start].lower_ in nouns.fields and doc[start - 1].text == "Foreign"
    return field or doc[start].lower_ in read_words("decrees")


def _of_people(doc: Doc, start: int, end: int) -> bool:
    """Whether a word only tells of what people, faith or persuasion somebody is: "a Sami leader"."""
    last = doc[end - 1]
    noun = last.head
    beside = last.dep_ in ("amod", "compound", "nmod") and noun.i >= end and noun.text.islower()
    return beside and noun.pos_ == "NOUN" and all(t.ent_type_ == "NORP" for t in doc[start:end])
