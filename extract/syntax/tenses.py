"""The tense of the verb that carries a reading, and whether a sentence is a question."""

from extract.syntax.climb import OWN_ASSERTION, chain
from extract.syntax.parse import Token
from extract.syntax.relatives import passive

FUTURE = frozenset("will would shall could can may might 'll 'd wo".split())

SETTLED = frozenset(
    "agree agreement contract decide resolve undertake approve due expect set schedule sign deal oblige option right "
    "entitle authorise authorize announce complete clear poise slate".split()
)
SOUGHT = frozenset(
    "want plan seek hope intend aim consider weigh explore bid offer talk negotiation negotiate discussion discuss "
    "interest interested intent propose proposal try attempt eye mull like look keen close near".split()
)

CLOSING = frozenset("close complete conclude consummate finalise finalize finish".split())


def tense(trigger: Token) -> str:
    """ "past", "present" or "" of the verb that carries a trigger."""
    for token, _ in chain(trigger):
        if token.pos_ in ("VERB", "AUX"):
            tags = {token.tag_} | {c.tag_ for c in token.children if c.dep_ in ("aux", "auxpass")}
            if "VBD" in tags:
                return "past"
            if tags & {"VBZ", "VBP"}:
                return "present"
            if token.tag_ == "VBN" and passive(token):
                return ""
        if token.dep_ in OWN_ASSERTION:
            return ""
    return ""


def future(verb: Token) -> bool:
    """Whether a verb stands under an auxiliary or "to": what it tells has not happened yet."""
    return any(c.dep_ == "aux" and (c.lower_ in FUTURE or c.lower_ == "to") for c in verb.children)


def completed(verb: Token) -> bool:
    """Whether a verb tells what is over: "bought", "had bought", "to have bought"."""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return (verb.tag_ == "VBD" and not future(verb)) or (verb.tag_ == "VBN" and perfect)


def sought(trigger: Token) -> bool:
    """Whether a deal is still sought ("wants to buy"): not one that is done, settled or left open ("may buy")."""
    if completed(trigger) or any(c.tag_ == "MD" for c in trigger.children) or _closes(trigger):
        return False
    words = (token.lemma_.lower() for token, dep in chain(trigger) if dep)
    return next((word not in SETTLED for word in words if word in SETTLED | SOUGHT), True)


def _closes(deal: Token) -> bool:
    """ "Its purchase of it will close in May", "its purchase, expected to be completed in May": it is agreed on."""
    if deal.pos_ != "NOUN":
        return False
    verbs = [c for p in deal.children if p.dep_ == "acl" for c in p.children if c.dep_ == "xcomp"]
    if deal.dep_ in ("nsubj", "nsubjpass"):
        verbs += [deal.head, *(c for c in deal.head.children if c.dep_ == "xcomp")]
    return any(v.lemma_ in CLOSING for v in verbs)


def asked(sentence_end: Token) -> bool:
    """Whether a sentence is a question."""
    return sentence_end.lower_ in ("?", '?"')
