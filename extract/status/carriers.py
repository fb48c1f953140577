"""What a verb does to the noun that it carries, as its subject or object: "held no talks", "a sale is planned"."""

from extract.grammar.addressees import ASKING
from extract.status.beside import HELD
from extract.status.crossing import STOP, Crossing, definite, listed, phrasal
from extract.status.denial import denials
from extract.status.moods import ACTUAL, INTENDED, POSSIBLE
from extract.status.phrases import WISHES, cross_preposition
from extract.status.standing import (
    GONE,
    at_issue,
    belied,
    in_store,
    made_up,
    pondered,
    quality,
    shelved,
    to_be_done,
    to_nothing,
    unfinished,
    unsigned,
    untrue,
)
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

ASKED = frozenset("bid offer proposal request interest application".split())
SCHEDULED = frozenset("plan schedule expect propose seek set envisage slate due".split())
HAPPENS = frozenset(
    "be begin close come conclude continue exist go happen hold materialise materialize occur open proceed "
    "resume sign start take".split()
)
TEARING = frozenset({"annul", "rip", "tear"})
UNHEEDED = frozenset("defy ignore rebuff resist".split())
BUYING = frozenset("acquire buy combine merge purchase take".split())
FINISHING = frozenset(
    "clinch close complete conclude consummate effect execute finalise finalize finance finish fund seal undertake".split()
)
APPROVING = frozenset("approve authorise authorize clear greenlight okay".split())
DECREES = frozenset(
    "act bill decree directive law legislation memorandum order proclamation resolution".split()
)
DECREED = frozenset("adopt approve draft enact issue pass publish release revoke sign unveil".split())
WANTED = frozenset("desirable essential imperative inevitable necessary needed needful required".split())
WANTING = frozenset("demand need request require want".split())
LOOKING_AHEAD = frozenset("anticipate await envisage envision foresee near".split())
FORETOLD = frozenset("bound certain due expected likely poised scheduled set slated sure".split())
COVERING = frozenset(
    "address centre center concentrate cover deal discuss dominate focus include last tackle touch".split()
)


def cross_noun(below: Token, dep: str, token: Token, lexicon: Lexicon, own: bool = False) -> Crossing:
    """Up from a noun (or a preposition) to what it depends on; `own` says that the noun is the trigger itself."""
    lemma = token.lemma_.lower()
    verbal = token.pos_ in ("VERB", "AUX")
    if dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and verbal:
        return _subject(below, dep, token, lexicon, own)
    if dep == "dobj" and verbal:
        return _object(below, token, lexicon, own)
    if dep == "prep":
        return cross_preposition(below, token, lexicon)
    if dep in ("dative", "agent", "amod"):
        return STOP
    if dep in ("acomp", "attr", "oprd", "xcomp") and lemma not in ("be", "become", "remain"):
        return listed(token, lexicon)
    return Crossing()


def _subject(below: Token, dep: str, verb: Token, lexicon: Lexicon, own: bool) -> Crossing:
    """ "the talks were cancelled", "no talks took place", "a sale is planned", "the sale hurt Shell"."""
    lemma, passive = verb.lemma_.lower(), dep == "nsubjpass"
    if below.dep_ in ("csubj", "csubjpass"):
        return Crossing()
    if below.lemma_ in read_words("reports") and (
        (passive and lemma in lexicon.negated) or belied(verb, lexicon)
    ):
        return Crossing(denies=True, heard=False)
    if lemma == "be" and made_up(verb, below.lemma_ in read_words("reports"), lexicon):
        return Crossing(denies=not denials(verb), heard=False)  # "fears that … are not unfounded"
    false = any(c.dep_ == "acomp" and c.lemma_.lower() in lexicon.negated - GONE for c in verb.children)
    if false and lemma == "be":
        return Crossing(denies=below.lemma_ in read_words("reports"), heard=True)
    if unsigned(verb) or (below.lemma_ in read_words("sales") and unfinished(verb)):
        return Crossing(weight=INTENDED, heard=False, stop=True)
    unheard = lemma in lexicon.stopped or lemma == "refuse" or phrasal(verb, lexicon)
    if passive and lemma == "drop" and _infinitive(below):
        return Crossing(denies=True)  # "the plan to sanction it was dropped"
    if passive and unheard and below.lemma_ in lexicon.pleas and _infinitive(below):
        return Crossing(denies=True)
    if passive and unheard and below.lemma_ in ASKED and not (own or _infinitive(below)):
        return Crossing(denies=True)  # "their offer of talks was turned down"
    unheld = any(c.dep_ == "xcomp" and c.lemma_ in HAPPENS for c in verb.children)  # "failed to take place"
    failed = lemma in ("collapse", "fail") and (below.lemma_ not in HELD or unheld)
    if lemma in lexicon.stopped and below.lemma_ not in ASKED and (passive or failed):
        return Crossing(denies=True)
    nothing = to_nothing(verb) and below.lemma_ not in HELD
    if nothing and below.lemma_ not in ASKED:
        return Crossing(denies=True)  # "its plan to sell came to nothing"
    if (nothing or lemma in ("fail", "collapse")) and _infinitive(below) and not _buys(below):
        return Crossing(denies=True)  # "Norway's bid to join NATO failed"
    if phrasal(verb, lexicon) and below.lemma_ not in ASKED:
        return Crossing(denies=True)
    if lemma == "arise" and below.lemma_ == "question":
        return Crossing(denies=bool(denials(verb)), heard=False, unsaid=not denials(verb))
    if lemma == "get" and denials(verb) and any(c.lower_ == "off" for c in verb.children):
        return Crossing(denies=True, heard=False, stop=True)  # "never got off the ground"
    if lemma == "be" and pondered(verb, lexicon):
        return Crossing(weight=POSSIBLE)
    if lemma in ("be", "look", "seem", "appear", "remain"):
        told = [c for c in verb.children if c.dep_ in ("acomp", "advmod", "prep")]
        if any(c.lower_ in lexicon.nearing or in_store(c) for c in told):
            return Crossing(weight=INTENDED)
        if any(c.lower_ in GONE or shelved(c) for c in told):
            return Crossing(denies=True)
        if not definite(below) and any(c.dep_ == "acomp" and c.lower_ in WANTED for c in told):
            return Crossing(weight=INTENDED)
        due = [
            listed(c, lexicon) for c in told if c.dep_ == "acomp" and c.pos_ == "ADJ" and not definite(below)
        ]
        due = [c for c in due if c.denies or c.weight]
        if due:
            return due[0]
    if lemma in ("be", "have", "remain") and (done := to_be_done(verb)) is not None:
        return Crossing(denies=bool(denials(done)), weight=ACTUAL if denials(done) else INTENDED)
    if passive and (lemma in SCHEDULED or (lemma in WANTING and not definite(below))):
        return Crossing(weight=INTENDED)
    if definite(below) and (outcome := _outcome(verb)) is not None:
        held = outcome.lemma_ in COVERING | HAPPENS - {"go"} or outcome.tag_ == "VBN"
        return Crossing(weight=INTENDED if held else ACTUAL, heard=False, stop=True)
    ahead = below.lemma_ in HELD and any(
        c.lower_ in ("will", "'ll") and c.dep_ == "aux" for c in verb.children
    )
    if (
        lemma == "be"
        and definite(below)
        and any(c.dep_ == "attr" or at_issue(c, lexicon) or quality(c, lexicon) for c in verb.children)
    ):  # "his meeting with X was not a formal one": it took place
        return Crossing(heard=False, moods=ahead, stop=True)
    delivered = lemma in lexicon.delivered and below.lemma_ not in HELD
    if lemma in HAPPENS or (passive and lemma in read_words("light")) or delivered:
        return Crossing()
    # "her trip will mark her first"; who denies that his meeting with X was about Y has met him
    return Crossing(heard=False, moods=ahead or not definite(below), stop=definite(below))


def _outcome(verb: Token) -> Token | None:
    """What a thing is likely, set or expected to do: "is likely to go down well", "is set to focus on trade"."""
    foretold = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in FORETOLD]
    return next((c for t in foretold for c in t.children if c.dep_ == "xcomp"), None)


def _object(below: Token, verb: Token, lexicon: Lexicon, own: bool) -> Crossing:
    """ "held no talks", "denied a stake", "wants a deal"; "criticised the sale" takes it for granted."""
    lemma = verb.lemma_.lower()
    if below.lemma_ in read_words("reports") and (
        untrue(verb, lexicon) or below.right_edge.lower_ in lexicon.untrue
    ):
        return Crossing(denies=True)
    if lemma == "pass" and any(c.lower_ == "up" and c.dep_ == "prt" for c in verb.children):
        return Crossing(denies=True)  # "passed up a chance to buy it"
    if below.lemma_ in lexicon.bonds and (lemma in lexicon.ended or lemma in TEARING):
        return Crossing(denies=True)  # "tore up its accord"
    if phrasal(verb, lexicon):  # who holds off an attack was attacked
        return STOP if _made(below) or lemma == "hold" else Crossing(denies=True)
    if lemma in ("constitute", "mark", "represent") and any(c.tag_ == "MD" for c in verb.children):
        return Crossing()  # "a deal would mark its first takeover of a bank"
    if lemma in LOOKING_AHEAD and not definite(below):
        return Crossing(weight=INTENDED)  # "nears a deal with", "envisages cooperation between"
    if lemma in DECREED and below.lemma_ in DECREES and not own:
        return Crossing()  # "plans to sign an order lifting sanctions"
    if lemma in ("put", "place") and any(shelved(c) for t in (verb, *below.subtree) for c in t.children):
        return Crossing(denies=True)
    if lemma in UNHEEDED and below.lemma_ in ASKING:
        return Crossing(denies=True)  # "ignored demands to sanction it"
    if lemma in lexicon.cutting and below.lemma_ in lexicon.tied:
        return Crossing(denies=True)
    if lemma in ("end", "terminate") and below.lemma_ in lexicon.tied - HELD:
        return Crossing(denies=True)
    if lemma in APPROVING and below.lemma_ in read_words("sales"):
        return Crossing(weight=INTENDED)  # "the board approved the sale"
    if lemma in read_words("light"):
        if lemma in WISHES:
            return Crossing(weight=INTENDED)
        lost = lemma == "lose" and (
            _infinitive(below) or below.lemma_ == "interest" or below.lemma_ not in ASKED | lexicon.fought
        )
        return Crossing(denies=lemma == "cancel" or lost)
    if (lemma in lexicon.making and not definite(below)) or (
        lemma in FINISHING and below.lemma_ in read_words("sales")
    ):
        return Crossing()  # "seeks loans to complete its takeover"
    if lemma in lexicon.stopped - lexicon.given_up and _made(below):
        return STOP
    if lemma == "reject" and below.lemma_ in HELD and _of_others(below):
        return STOP  # "rejected the talks between Norway and Israel"
    if own and lemma in lexicon.negated and below.lemma_ in lexicon.brought:
        return STOP  # "denied an accusation by the junta": it was brought
    if (
        lemma in lexicon.negated | lexicon.intended | lexicon.possible | lexicon.ended
        and lemma not in lexicon.aside
    ):
        return listed(verb, lexicon)
    if any(c.lower_ == "any" for c in below.children):
        return Crossing()
    if (
        own
        and not definite(below)
        and lemma not in (lexicon.report | lexicon.factive | lexicon.heeding) - {"claim"}
    ):
        return Crossing()  # "failed to obtain a loan", "may include a meeting"
    return STOP


def _infinitive(noun: Token) -> bool:
    return any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in noun.children)


def _buys(noun: Token) -> bool:
    """ "a bid to buy it"."""
    return any(c.lemma_ in BUYING for c in noun.children)


def _of_others(talks: Token) -> bool:
    """ "Norway's talks with Israel", "the talks between A and B", "the American talks"."""
    return any(
        c.lower_ == "between"
        or (c.dep_ == "poss" and c.tag_ != "PRP$")
        or (c.i < talks.i and c.ent_type_ in ("GPE", "NORP"))
        for c in talks.children
    )


def _made(noun: Token) -> bool:
    """ "blocked the bid", "rejects its memorandum with Turkey": it was made, whoever refuses it."""
    if noun.lemma_ in ASKED and (not _infinitive(noun) or _buys(noun)):
        return True  # "turned down an offer for it from Shell"
    made = noun.lemma_ in ASKED or noun.lemma_ in ("memorandum", "accord", "agreement", "treaty", "pact")
    return made and definite(noun)
