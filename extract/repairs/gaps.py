"""What stands apart from its verb, or without one: "A owns 36% of B, and C 25% of D". Each changes a Doc."""

from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon

HOLDING = frozenset("acquire buy control get have hold keep own possess purchase retain take".split())
MEASURES = frozenset(
    "% cent half interest majority minority pct percent quarter remainder rest share shareholding stake third".split()
)
AROUND = frozenset("a about an another around nearly only per roughly some the".split())
ADRIFT = frozenset({"to", "with", "against"})
JOINING = frozenset({",", "and", "but", "while", ";"})
ABOUT = frozenset(
    "agree base bet build comment count decide depend focus insist lean reflect rely report spend vote work".split()
)
TIMES = ("DATE", "TIME")


def gapped(doc: Doc, lexicon: Lexicon) -> None:
    """ "A owns 36% of B, and C 25% of D": C is no more of A's, and what it holds is its own.

    Where that is only planned or denied ("A would own 60%, C 40%") C is parted from it and nothing more.
    """
    for verb in doc:
        if verb.lemma_ not in HOLDING or verb.pos_ not in ("VERB", "AUX"):
            continue
        held = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in MEASURES), None)
        if held is None:
            continue
        for measure in [t for t in doc[held.i + 1 : verb.sent.end] if t.lemma_ in MEASURES]:
            name = _name_before(measure, held)
            if name is None:
                continue
            of = doc.words[measure.i + 1 : measure.i + 2]
            if of and of[0].lower_ in ("of", "in") and of[0].dep_ == "prep":
                of[0].head = measure
            measure.head, measure.dep_ = held, "dep"
            name.head, name.dep_ = measure, "poss" if _held(verb) else "nmod"


def _held(verb: Token) -> bool:
    """Whether the shares are held: not "would own 60% of it, and B 40%"."""
    plain = all(c.lemma_ in ("have", "be") for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return plain and verb.tag_ != "VB" and not any(c.dep_ == "neg" for c in verb.children)


def _name_before(measure: Token, held: Token) -> Token | None:
    """The name right before a measure that a comma or "and" parts from what is held before it."""
    doc, place = measure.doc, measure.i - 1
    if any(t.lemma_ in MEASURES for t in doc.words[measure.i + 1 : measure.i + 2]):
        return None
    while place > held.i and (
        doc[place].pos_ == "NUM" or doc[place].lower_ in AROUND or doc[place].lemma_ in MEASURES
    ):
        place -= 1
    name = doc[place]
    if not held.i < place < measure.i - 1 or not (name.pos_ in ("PROPN", "NOUN") and name.text[0].isupper()):
        return None
    first = name
    while first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    if first.nbor(-1).lower_ not in JOINING or any(t.head.i > name.i for t in doc[first.i : name.i]):
        return None
    name.pos_ = "PROPN"
    return name


def behind_time(doc: Doc, lexicon: Lexicon) -> None:
    """ "will ship cars before the end of the year to Norway": no time goes there, what is shipped does."""
    for preposition in [doc[e.end] for e in doc.ents if e.label_ == "DATE" and e.end < len(doc.words)]:
        time = preposition.head
        if preposition.dep_ != "prep" or preposition.lower_ not in ADRIFT or time.ent_type_ != "DATE":
            continue
        if time.pos_ not in ("NOUN", "PROPN", "NUM"):
            continue
        if any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children):
            continue  # "from the end of May to June"
        verb = next((t for t in time.ancestors if t.pos_ not in ("NOUN", "PROPN", "NUM", "ADP")), None)
        if verb is not None and verb.pos_ == "VERB" and verb.i < time.i:
            doing = [c for c in verb.children if c.dep_ == "xcomp" and verb.i < c.i < time.i]
            preposition.head = doing[0] if doing else verb


def object_behind_day(doc: Doc, lexicon: Lexicon) -> None:
    """ "imposed on Friday new sanctions": the sanctions are what is imposed, and Friday is no kind of them."""
    for day in [doc[e.start] for e in doc.ents if e.label_ == "DATE" and e.start]:
        on = day.nbor(-1)
        verb = on.head
        if on.lower_ != "on" or on.dep_ != "prep" or verb.pos_ != "VERB" or verb.lemma_ in ABOUT:
            continue
        if any(c.dep_ in ("dobj", "nsubjpass", "auxpass", "ccomp") for c in verb.children):
            continue
        noun = next(
            (c for c in on.children if c.dep_ == "pobj" and c.pos_ == "NOUN" and c.ent_type_ not in TIMES),
            None,
        )
        if noun is None or noun.i < day.i or day.head not in (on, noun):
            continue
        for time in [c for c in noun.children if c.i < noun.i and c.ent_type_ in TIMES and c != day]:
            time.head = day
        day.head, day.dep_ = on, "pobj"
        noun.head, noun.dep_ = verb, "dobj"
