"""Qualifiers of a statement as the text gives them: role, share, allegation, goods, authority, kind."""

import re

from extract.grammar.arguments import follow
from extract.readings.matching import Found
from extract.reference.scene import Scene
from extract.status.given import dropped
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words
from graph.ontology import Predicate

SHARE = re.compile(
    r"(?:\b(?:less|more|fewer) than |\b(?:at (?:least|most)|about|almost|approximately|around|nearly|over|roughly|some|"
    r"under|up to) )?\d+(?:\.\d+)?\s?(?:%|percent|per cent|pct)"
    r"|\b(?:a )?(?:majority|minority|controlling|half|third|quarter)\b",
    re.I,
)
PROGRAM = re.compile(
    r"\b(?:Executive Order|E\.\s?O\.|EO)\s+\d{5}\b"
    r"|(?<=\b[Uu]nder the )(?:[A-Z][\w'’&-]*[ ,]+(?:and |of |in |on |the |through |for )?){1,8}"
    r"(?:Act|Regulations|Regulation|Programme|Program)\b"
)
KINDS = (
    ("sectoral", frozenset({"sectoral"})),
    ("export", frozenset({"export", "exports", "exporting", "entity"})),
    ("blocking", frozenset({"freeze", "freezes", "frozen", "froze", "blocked", "blocking", "sdn"})),
    ("other", frozenset({"travel", "visa", "visas", "terrorist"})),
)
MAX_WORDS = 16
DASHES = frozenset({"-", "–"})
PAST = frozenset({"current", "ex", "former", "incumbent", "late", "new", "now", "then", "-", "–"})
NAMED = frozenset({"GPE", "NORP", "PERSON", "DATE", "TIME"})
BEHIND = frozenset({"chief", "designate", "elect", "general", "in", "large", "at"})
FIXED = frozenset({("in", "chief"), ("at", "large"), ("of", "staff"), ("of", "state")})


def qualifiers(found: Found, segment: int, scene: Scene, predicate: Predicate) -> dict[str, str]:
    """The qualifiers that the ontology allows for the predicate and the text (or the frame) tells."""
    told: dict[str, str] = {k: v for k, v in found.frame.set.items() if k in predicate.qualifiers}
    if found.authority is not None and "authority" in predicate.qualifiers:
        told["authority"] = found.authority
    for name, path in found.frame.take.items():
        if name not in predicate.qualifiers or name in told:
            continue
        value = _value(found.trigger, path, segment, scene, dated=name == "until")
        if value:
            told[name] = value
    if "stage" in told and dropped(found.trigger):
        told["stage"] = "dropped"
    if "share" in predicate.qualifiers and "share" not in told:
        share = _share_of(found.object.token) or _share(found.trigger)
        share = "" if found.frame.predicate == "OWNS" and _part_sold(found.trigger) else share
        if share:
            told["share"] = share
    if "program" in predicate.qualifiers and "program" not in told:
        named = PROGRAM.search(found.trigger.sent.text)
        if named is not None:
            told["program"] = named.group(0)
    if "program" in predicate.qualifiers and "kind" not in told:
        words = {t.lower_ for t in found.trigger.subtree}
        kinds = [kind for kind, signs in KINDS if words & signs]
        if len(kinds) == 1:
            told["kind"] = kinds[0]
    return told


def _value(trigger: Token, path: str, segment: int, scene: Scene, dated: bool) -> str:
    """What stands at the end of a path; a date only where one is asked for."""
    if path == "role":
        return role(trigger, segment, scene)
    ends = follow(trigger, path)
    head = next((t for t in ends if dated or t.ent_type_ not in ("DATE", "TIME")), None)
    if head is None:
        return ""
    words = [t for t in head.subtree if not (t.dep_ in ("punct",) and t.i > head.i and t == head.right_edge)]
    return words[0].doc[words[0].i : words[-1].i + 1].text if 0 < len(words) <= MAX_WORDS else ""


def role(noun: Token, segment: int, scene: Scene) -> str:
    """A role noun with the words right before it that name no actor: "chief executive", "vice-president", "son-in-law"."""
    start, end = noun.i, _role_end(noun)
    doc = noun.doc
    while start > noun.sent.start:
        before = doc[start - 1]
        joined = before.text in DASHES and not before.whitespace_ and not doc[start - 2].whitespace_
        if joined and start - 2 >= noun.sent.start:
            if doc[start - 2].lower_ in PAST or (segment, start - 2) in scene.cast.at:
                break
            start -= 2
        elif _tells(before, noun, segment, scene):
            start -= 1
        else:
            break
    return doc[start:end].text.lower()


def _tells(word: Token, noun: Token, segment: int, scene: Scene) -> bool:
    """Whether a word before a role is part of what it is called: "national security" of an adviser."""
    if (segment, word.i) in scene.cast.at or word.lower_ in PAST or word.ent_type_ in NAMED:
        return False
    above = word.head
    while above is not noun and noun.i > above.i > word.i:
        above = above.head
    beside = above is noun or (above is noun.head and noun.dep_ in ("compound", "nmod") and above.i > noun.i)
    return beside and word.dep_ in ("compound", "amod", "nmod")


def _role_end(noun: Token) -> int:
    """Where a role ends: behind "secretary-general", "brother-in-law", "commander in chief", "chief of staff"."""
    doc, end = noun.doc, noun.i + 1
    while (
        end + 1 < len(doc)
        and doc[end].text in DASHES
        and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
        and doc[end + 1].is_alpha
        and (doc[end + 1].lower_ in BEHIND or doc[end - 1].lower_ == "in")
    ):
        end += 2
    if tuple(t.lower_ for t in doc[end : end + 2]) in FIXED:
        end += 2
    return end


def _share_of(firm: Token) -> str:
    """ "owns 24% of A and 15% of B": the share that stands right before "of B"."""
    of = firm.head
    if firm.dep_ != "pobj" or of.lower_ not in ("in", "of") or of.head.dep_ != "conj":
        return ""
    found = SHARE.search(firm.doc[of.head.left_edge.i : of.i].text)
    return found.group(0) if found else ""


def _part_sold(share: Token) -> bool:
    """ "will sell a 5 percent stake": so much is sold; how much is held is not told."""
    sold = share.dep_ == "dobj" and share.head.lemma_ in read_words("selling")
    return sold and not any(c.dep_ == "poss" or c.lower_ in ("the", "entire") for c in share.children)


def _share(trigger: Token) -> str:
    tokens = [t for t in trigger.subtree if abs(t.i - trigger.i) < 20 and t.ent_type_ != "DATE"]
    text = "".join(t.text_with_ws for t in tokens)
    found = SHARE.search(text)
    return found.group(0) if found else ""
