"""Whether what a statement tells still holds on the day of the document."""

from extract.readings.drafts import Draft
from extract.status.denial import denials
from extract.status.given import LEAVING
from extract.status.moments import When
from extract.syntax.climb import chain
from extract.syntax.parse import Token
from extract.syntax.tenses import completed, future, tense
from graph.model import Current

DISPOSED = frozenset("sell divest exit offload dispose relinquish unload".split())
SALES = frozenset("disposal divestiture divestment sale".split())
FORMER = frozenset(
    "erstwhile ex ex- former formerly late onetime once outgoing previous previously then".split()
)
ONETIME = ("one-time", "ex-", "then-")
STANDING = frozenset(
    "base belong chair control employ head headquarter hold lead live locate manage operate own register "
    "represent reside run serve work".split()
)
BESIDE = ("appos", "compound", "nmod")
INVITED = frozenset({"MEETS_WITH", "VISITS"})


def current(made: Draft, nature: str, time: When | None, today: str | None) -> Current:
    """ "yes", "no" or "unknown"; `nature` is that of the predicate, `today` the date of the document."""
    trigger = made.found.trigger
    if past(made):
        return "no"
    if nature != "state" or made.modality != "actual":
        return "unknown"
    if time is not None and time.end is not None and today is not None and time.end < today:
        return "no"
    sold = made.found.frame.presupposed and trigger.head.lemma_ in DISPOSED and completed(trigger.head)
    if sold or _in_the_days_of(trigger):
        return "no"
    if made.given:
        return "unknown" if _on_sale(trigger) else "yes"
    if trigger.dep_ in ("acl", "amod") and trigger.tag_ == "VBN":
        return "yes" if trigger.lemma_ in STANDING else "unknown"
    if tense(trigger) == "present":
        return "yes"
    if over(made):
        return "no"
    return "yes" if trigger.dep_ in BESIDE else "unknown"


def _on_sale(trigger: Token) -> bool:
    """ "the sale of its stake": whether it is held still is not told."""
    return trigger.dep_ == "pobj" and trigger.head.head.lemma_ in SALES


def past(made: Draft) -> bool:
    """Whether the text itself says that it no longer holds: "former", "then", "no longer", "resigned as"."""
    trigger = made.found.trigger
    beside = (() if trigger.pos_ == "VERB" else trigger.children, made.found.subject.token.children)
    if made.status.former or any(c.lower_ in FORMER for tokens in beside for c in tokens):
        return True
    title = trigger.doc[trigger.left_edge.i : trigger.i].text.lower()
    if trigger.pos_ == "NOUN" and any(word in title for word in ONETIME):
        return True
    if _left(made):
        return True
    if trigger.pos_ == "VERB":
        used = trigger.dep_ == "xcomp" and trigger.head.lower_ == "used"
        return used or any(
            c.lower_ in ("once", "formerly", "previously") and c.i < trigger.i for c in trigger.children
        )
    return (
        trigger.dep_ == "pobj"
        and trigger.head.lower_ in ("as", "from")
        and trigger.head.head.lemma_ in LEAVING
        and not future(trigger.head.head)
        and not denials(trigger.head.head)
    )


def _left(made: Draft) -> bool:
    """ "retired from Shell", "joined Shell from Amber": whoever came from there works there no longer."""
    trigger, origin = made.found.trigger, made.found.object.token
    from_there = origin.dep_ == "pobj" and origin.head.lower_ == "from"
    return made.predicate == "WORKS_FOR" and trigger.pos_ == "VERB" and from_there and completed(trigger)


def over(made: Draft) -> bool:
    """Whether a state no longer holds: the text says so, or tells of it in the past tense."""
    trigger = made.found.trigger
    if past(made):
        return True
    verbal = trigger.pos_ in ("VERB", "AUX") and trigger.lemma_ in STANDING
    predicated = trigger.dep_ == "attr" and trigger.head.lemma_ == "be"
    return (verbal or predicated) and not made.given and tense(trigger) == "past" and not _reported(trigger)


def _reported(trigger: Token) -> bool:
    """ "said that it owned": the past of the report, not of what is reported."""
    return any(dep == "ccomp" and token.tag_ == "VBD" for token, dep in chain(trigger))


def _in_the_days_of(trigger: Token) -> bool:
    """ "the German government under Angela Merkel"."""
    around = {trigger, *trigger.ancestors}
    return any(
        c.dep_ == "prep"
        and c.lower_ in ("under", "during")
        and any(g.ent_type_ == "PERSON" for g in c.children)
        for token in around
        for c in token.children
    )


def taken_up(made: Draft, time: When | None, date: str | None) -> bool:
    """Whether what one was invited to is over by the document's date, and nothing says that it fell through.

    "In August A invited B to a summit", told in December, tells of a summit; told in August, of a plan.
    """
    if (
        made.found.frame.modality != "intended"
        or made.predicate not in INVITED
        or time is None
        or date is None
    ):
        return False
    last = time.end or time.start
    return made.status.modality == "actual" and last is not None and len(last) > 4 and last[:7] < date[:7]
