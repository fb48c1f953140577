"""What a governing word does to what it governs: denies it, makes it a plan or a possibility."""

from dataclasses import dataclass

from spacy.tokens import Token

from extract.clauses import COPULAS, LIGHT
from extract.denial import denied_noun
from extract.ellipsis import elliptical
from extract.lexicon import Lexicon
from extract.moods import ACTUAL, INTENDED, POSSIBLE

REPORTS = frozenset(
    "report claim allegation rumour rumor story suggestion statement accusation notion idea".split()
)
ASKED = frozenset("bid offer proposal request interest application".split())
SCHEDULED = frozenset("plan schedule expect propose seek set envisage slate due".split())
HAPPENS = frozenset(
    "be begin close come conclude continue exist go happen hold materialise materialize occur open proceed "
    "resume sign start take".split()
)
WISHES = frozenset("seek want propose plan request schedule set".split())
ADJUNCTS = frozenset("after before since while by during amid despite following besides through upon".split())
INSTEAD = frozenset({"without", "rather", "instead"})
CLAUSES = frozenset("make let see mean have get be depend ensure".split())
PLAIN = frozenset("be call get go have help know let look make see set work".split())
ORDINALS = frozenset("first second third last only next latest".split())


@dataclass(frozen=True, slots=True)
class Crossing:
    """How a status goes up from a word to its governor.

    `denies` and `weight` are what the governor does by its own meaning; `heard` says that its own
    negation and auxiliaries count too, `moods` that its auxiliaries alone do; `stop` ends the climb,
    `unsaid` says that the text does not assert the thing at all, `rumour` that it tells of a report of it.
    """

    denies: bool = False
    weight: int = ACTUAL
    heard: bool = True
    moods: bool = False
    stop: bool = False
    unsaid: bool = False
    rumour: bool = False


STOP = Crossing(heard=False, stop=True)


def cross_noun(below: Token, dep: str, token: Token, lexicon: Lexicon) -> Crossing:
    """Up from a noun (or a preposition) to what it depends on."""
    lemma = token.lemma_.lower()
    verbal = token.pos_ in ("VERB", "AUX")
    if dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and verbal:
        return _subject(below, dep, token, lexicon)
    if dep == "dobj" and verbal:
        return _object(below, token, lexicon)
    if dep == "prep":
        return _prepositional(below, token, lexicon)
    if dep in ("dative", "agent", "amod"):
        return STOP
    if dep in ("acomp", "attr", "oprd", "xcomp") and lemma not in ("be", "become", "remain"):
        return _listed(token, lexicon)
    return Crossing()


def cross_clause(below: Token, dep: str, token: Token, lexicon: Lexicon) -> Crossing:
    """Up from the verb of a dependent clause to the word that governs the clause."""
    lemma = token.lemma_.lower()
    whether = any(c.lower_ in ("whether", "if") and c.dep_ == "mark" for c in below.children)
    if dep in ("ccomp", "pcomp", "acl") and whether:
        asks = lemma in ("ask", "know", "say", "tell", "wonder", "comment", "inquire", "enquire")
        return Crossing(weight=POSSIBLE, unsaid=asks, stop=asks or lemma in lexicon.report)
    if dep == "ccomp":
        return _content(below, token, lexicon)
    if dep == "acl":
        return _of_noun(below, token, lexicon)
    if dep == "xcomp" and lemma in ("be", "have"):
        return _be_to(below, token)
    if dep in ("xcomp", "csubj", "acomp", "dep"):
        if token.pos_ == "ADJ" and lemma in lexicon.negated:
            return Crossing(denies=True)
        if lemma in ("help", "be", "go", "work", "know", "look", "call") and dep != "xcomp":
            return Crossing()
        return Crossing() if lemma == "help" else _listed(token, lexicon)
    return Crossing()


def takes_clause(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb can govern a clause; two sentences run together hang the first as a complement too."""
    lists = (
        lexicon.intended,
        lexicon.possible,
        lexicon.negated,
        lexicon.report,
        lexicon.evidence,
        lexicon.requires,
        CLAUSES,
    )
    return any(verb.lemma_.lower() in words for words in lists)


def _subject(below: Token, dep: str, verb: Token, lexicon: Lexicon) -> Crossing:
    """ "the talks were cancelled", "no talks took place", "a sale is planned", "the sale hurt Shell"."""
    lemma, passive = verb.lemma_.lower(), dep == "nsubjpass"
    if below.dep_ in ("csubj", "csubjpass"):
        return Crossing()
    false = any(c.dep_ == "acomp" and c.lemma_.lower() in lexicon.negated for c in verb.children)
    if false and lemma == "be":
        return Crossing(denies=below.lemma_ in REPORTS, heard=True)
    if lemma in lexicon.stopped and below.lemma_ not in ASKED and (passive or lemma in ("collapse", "fail")):
        return Crossing(denies=True)
    if passive and lemma in SCHEDULED:
        return Crossing(weight=INTENDED)
    if lemma in HAPPENS or (passive and lemma in LIGHT):
        return Crossing()
    return Crossing(heard=False, moods=not _definite(below))


def _object(below: Token, verb: Token, lexicon: Lexicon) -> Crossing:
    """ "held no talks", "denied a stake", "wants a deal"; "criticised the sale" takes it for granted."""
    lemma = verb.lemma_.lower()
    if lemma in LIGHT:
        if lemma in WISHES:
            return Crossing(weight=INTENDED)
        return Crossing(denies=lemma == "cancel")
    if lemma in lexicon.stopped and _made(below):
        return STOP
    if (
        lemma in lexicon.negated | lexicon.intended | lexicon.possible | lexicon.ended
        and lemma not in lexicon.aside
    ):
        return _listed(verb, lexicon)
    if any(c.lower_ == "any" for c in below.children):
        return Crossing()
    return STOP


def _prepositional(below: Token, token: Token, lexicon: Lexicon) -> Crossing:
    """Up from a preposition: "ruled out", "stopped short of", "plans for a sale", "is in talks"."""
    word, lemma = below.lower_, token.lemma_.lower()
    if token.lower_ in INSTEAD or word == "without":
        return Crossing(denies=True, heard=False, stop=True)
    if word in ADJUNCTS:
        return Crossing(heard=False, moods=True, stop=True)
    if token.pos_ == "ADJ" and lemma in lexicon.negated:
        return Crossing(denies=True)
    if lemma in ("stop", "refrain", "fall") or (lemma == "short" and word == "of"):
        return Crossing(denies=True)
    if lemma in ("accuse", "suspect", "allege"):
        return Crossing(heard=False, stop=True, unsaid=True)
    if token.pos_ == "NOUN":
        if lemma in REPORTS and word == "of":
            return Crossing(rumour=True)
        if lemma in LIGHT and lemma not in ("seek", "want", "plan", "propose"):
            return Crossing()
        kind = _listed(token, lexicon)
        return Crossing() if lemma == "rule" else kind
    if lemma in ("comment", "respond", "reply", "object", "speak", "talk", "know", "report", "ask"):
        return Crossing(heard=False, stop=True)
    if lemma in COPULAS | LIGHT or word in (
        "in",
        "into",
        "to",
        "on",
        "of",
        "about",
        "from",
        "against",
        "for",
    ):
        effect = _listed(token, lexicon) if lemma not in LIGHT or lemma in WISHES else Crossing()
        return Crossing(effect.denies, effect.weight) if lemma != "rule" else _ruled_out(token)
    return Crossing(heard=False, moods=True)


def _content(below: Token, verb: Token, lexicon: Lexicon) -> Crossing:
    """Up from a that-clause to the verb of saying, thinking, denying."""
    lemma = verb.lemma_.lower()
    if elliptical(verb) or _run_on(below, verb):
        return STOP
    said = [c.lemma_.lower() for c in verb.children if c.dep_ == "acomp"] if lemma == "be" else []
    if said and said[0] in lexicon.negated:
        return Crossing(denies=True)
    if said and said[0] in lexicon.possible:
        return Crossing(weight=POSSIBLE)
    if lemma in lexicon.report and lemma != "deny":
        doubt = lemma in ("believe", "think", "suspect")
        weight = POSSIBLE if lemma in lexicon.possible else ACTUAL
        return Crossing(denies=doubt and _not(verb), weight=weight, heard=False, stop=True)
    if verb.pos_ == "VERB" and not takes_clause(verb, lexicon):
        return STOP
    if lemma in PLAIN:
        return Crossing()
    return _listed(verb, lexicon)


def _run_on(below: Token, verb: Token) -> bool:
    """ "They met once; nothing was signed": two sentences, whatever the parse makes of them."""
    return below.i < verb.i and any(t.text in (";", ":") for t in verb.doc[below.i : verb.i])


def _made(noun: Token) -> bool:
    """ "blocked the bid", "rejects its memorandum with Turkey": it was made, whoever refuses it."""
    made = noun.lemma_ in ASKED or noun.lemma_ in ("memorandum", "accord", "agreement", "treaty", "pact")
    return made and _definite(noun)


def _of_noun(below: Token, noun: Token, lexicon: Lexicon) -> Crossing:
    """Up from a clause to the noun it describes: "plans to buy", "no evidence that", "a firm owned by"."""
    lemma = noun.lemma_.lower()
    clausal = any(c.dep_ in ("mark", "aux") and c.lower_ in ("to", "that") for c in below.children)
    if not clausal and lemma not in lexicon.evidence | lexicon.possible | lexicon.intended | lexicon.negated:
        return Crossing(denies=denied_noun(noun), heard=False, stop=True)
    if lemma in REPORTS:
        return Crossing(rumour=True)
    effect = _listed(noun, lexicon)
    if clausal and lemma not in lexicon.evidence and effect == Crossing():
        first = any(c.lower_ in ORDINALS for c in noun.children)
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)
        return Crossing(weight=INTENDED if to and not first else ACTUAL)
    return effect


def _be_to(below: Token, verb: Token) -> Crossing:
    """ "is to meet", "has to meet", "was to have met"; "what it did was (to) sell" tells a fact."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in below.children):
        return Crossing()
    if any(c.lower_ == "yet" for c in (*verb.children, *below.children)):
        return Crossing()
    if any(c.lower_ == "able" for c in verb.children):
        return Crossing()
    perfect = below.tag_ == "VBN" and any(c.lower_ == "have" and c.dep_ == "aux" for c in below.children)
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj")]
    if verb.lemma_ == "be" and any(c.pos_ in ("NOUN", "VERB") and not c.ent_type_ for c in subjects):
        aim = subjects[0].pos_ == "NOUN" and subjects[0].lemma_ in (
            "aim",
            "plan",
            "goal",
            "intention",
            "task",
        )
        role = subjects[0].pos_ == "NOUN" and not aim
        return Crossing(weight=INTENDED if aim or role else ACTUAL)
    return Crossing(denies=verb.lemma_ == "be" and perfect, weight=INTENDED)


def _ruled_out(verb: Token) -> Crossing:
    """What is ruled out is denied as a plan; what is not ruled out is possible."""
    return Crossing(denies=True, weight=POSSIBLE if _not(verb) else INTENDED)


def _definite(noun: Token) -> bool:
    return any(
        c.dep_ == "poss"
        or (c.dep_ == "det" and c.lower_ in ("the", "these", "those", "such", "this", "that"))
        for c in noun.children
    )


def _not(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _listed(token: Token, lexicon: Lexicon) -> Crossing:
    """What the word lists say of a lemma (or a form) as a governor."""
    words = {token.lemma_.lower(), token.lower_}
    if "rule" in words and token.pos_ == "VERB":
        return _ruled_out(token)
    if words & lexicon.negated or (words & lexicon.ended and token.pos_ == "VERB"):
        return Crossing(denies=True)
    if words & lexicon.possible:
        return Crossing(weight=POSSIBLE)
    return Crossing(weight=INTENDED) if words & lexicon.intended else Crossing()
