"""What is said of a thing that tells whether it is there: "is off", "is under review", "are baseless"."""

from extract.status.denial import denials
from extract.status.protases import LEAVE
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

THERE = frozenset("active alive complete dead final off ongoing over real true underway".split())
FINISHING = frozenset(
    "approve authorise authorize clear close complete consummate finalise finalize ratify".split()
)
AGREEING = frozenset("agree announce propose sign unveil".split())
PENDING = frozenset({"await", "need", "require"})
GONE = frozenset({"off", "dead", "impossible", "unlikely"})
SHELVED = frozenset({("on", "hold"), ("on", "ice"), ("off", "table"), ("in", "limbo"), ("in", "tatters")})
AHEAD = frozenset(
    "in offing,in pipeline,in sight,in works,on agenda,on cards,on horizon,within reach,within sight".split(
        ","
    )
)
TRUE = frozenset("accurate correct credible right true".split())
TOLD_AS = frozenset("acomp advcl amod attr ccomp oprd pobj prep xcomp".split())


def untrue(word: Token, lexicon: Lexicon) -> bool:
    """ "called the reports baseless", "described them as nonsense", "as baseless reports that"."""
    near = [c for c in word.children if c.dep_ in TOLD_AS]
    near += [g for c in near if c.lower_ == "as" for g in c.children]
    return any(c.lower_ in lexicon.untrue for t in near for c in (t, *t.children))


def made_up(verb: Token, told: bool, lexicon: Lexicon) -> bool:
    """ "is untrue", "are pure invention", "is nothing more than a fabrication", "are baseless rumours".

    Of what is `told`, a claim or a rumour, also "is wrong": a deal that is wrong is there all the same.
    """
    words = lexicon.untrue if told else lexicon.untrue - lexicon.unfit
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ in words:
            return True
        if child.dep_ == "attr" and (
            child.lemma_ in lexicon.invented
            or (child.lemma_ in read_words("reports") and any(c.lower_ in words for c in child.children))
            or (child.lower_ == "nothing" and any(c.lemma_ in lexicon.invented for c in child.subtree))
        ):
            return True
    return False


def belied(verb: Token, lexicon: Lexicon) -> bool:
    """ "the reports are baseless", "are not true", "do not correspond to reality"."""
    if verb.lemma_ == "be":
        true = any(c.dep_ == "acomp" and c.lemma_ in TRUE for c in verb.children)
        return (true and bool(denials(verb))) or (not denials(verb) and untrue(verb, lexicon))
    return verb.lemma_ in ("correspond", "reflect", "match") and bool(denials(verb))


def leave(token: Token) -> bool:
    """ "won approval for a takeover", "approval from the EU for a takeover"."""
    return any(t.lemma_ in LEAVE for t in (token, *(c for c in token.children if c.dep_ == "dobj")))


def at_issue(preposition: Token, lexicon: Lexicon) -> bool:
    """ "is not in question", "is at risk": what is so is there."""
    return preposition.dep_ == "prep" and any(c.lemma_ in lexicon.issues for c in preposition.children)


def in_store(preposition: Token) -> bool:
    """ "is on the cards", "is in the works"."""
    return preposition.dep_ == "prep" and any(
        f"{preposition.lower_} {c.lower_}" in AHEAD for c in preposition.children
    )


def shelved(preposition: Token) -> bool:
    """ "is on hold", "put the sale on ice"."""
    return preposition.lower_ in ("on", "off", "in") and any(
        c.dep_ == "pobj" and (preposition.lower_, c.lower_) in SHELVED for c in preposition.children
    )


def to_nothing(verb: Token) -> bool:
    """ "came to nothing", "went nowhere"."""
    if verb.lemma_ == "go":
        return any(c.lower_ == "nowhere" for c in verb.children)
    behind = [g for c in verb.children if c.lower_ == "to" for g in c.children]
    return verb.lemma_ in ("come", "amount", "lead") and any(
        g.lower_ in ("nothing", "naught") for g in behind
    )


def quality(adjective: Token, lexicon: Lexicon) -> bool:
    """ "his meeting was not secret": how it was, not whether it was."""
    if adjective.dep_ != "acomp" or adjective.pos_ != "ADJ":
        return False
    words = {adjective.lemma_.lower()}
    whether = lexicon.possible | lexicon.intended | lexicon.negated | lexicon.nearing | THERE
    return not words & whether and any(c.dep_ == "nsubj" and _owned(c) for c in adjective.head.children)


def _owned(noun: Token) -> bool:
    return any(c.dep_ == "poss" for c in noun.children)


def pondered(verb: Token, lexicon: Lexicon) -> bool:
    """ "is under consideration", "is in discussion"."""
    return any(
        g.lemma_ in lexicon.pondered
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in ("under", "in")
        for g in c.children
        if g.dep_ == "pobj"
    )


def to_be_done(verb: Token) -> Token | None:
    """ "is to be signed", "has yet to be signed": the participle."""
    return next(
        (
            c
            for c in verb.children
            if c.dep_ == "xcomp" and c.tag_ == "VBN" and any(g.dep_ == "auxpass" for g in c.children)
        ),
        None,
    )


def unsigned(verb: Token) -> bool:
    """ "is awaiting signature", "has yet to be signed": drawn up, and not agreed on."""
    signature = any(c.dep_ == "dobj" and c.lemma_ in ("signature", "signing") for c in verb.children)
    return signature and verb.lemma_ in PENDING and not denials(verb)


def unfinished(verb: Token) -> bool:
    """ "has not closed", "has yet to be completed", "still needs approval": agreed on, and not done."""
    later = [c for c in verb.children if c.dep_ in ("ccomp", "conj") and c.i > verb.i]
    if verb.lemma_ in AGREEING and any(map(unfinished, later)):
        return True  # "the purchase, agreed in May, has not closed", read as a verb of its own
    perfect = any(c.lower_ in ("has", "have", "'ve") and c.dep_ == "aux" for c in verb.children)
    if verb.lemma_ in FINISHING:
        return perfect and bool(denials(verb))
    if verb.lemma_ in ("have", "be", "remain"):
        done = to_be_done(verb)
        yet = any(c.lower_ == "yet" for t in (verb, *([done] if done else [])) for c in t.children)
        return done is not None and yet and done.lemma_ in FINISHING
    return verb.lemma_ in PENDING and verb.tag_ in ("VBZ", "VBP") and not denials(verb)
