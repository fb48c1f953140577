"""What a text takes for granted: role and kin nouns that are not what the sentence says."""

from extract.grammar.nominals import OFFICES, RUNNING, SOME
from extract.status.carriers import HAPPENS, SCHEDULED
from extract.status.denial import denials, denied_noun
from extract.status.foreseen import foreseen
from extract.status.moods import OPEN
from extract.status.standing import GONE
from extract.syntax.climb import first_joined
from extract.syntax.parse import Token
from extract.syntax.tenses import completed, future
from extract.vocabulary.words import read_words

COPULAS = frozenset(
    "act appoint be become call choose consider describe designate elect make name nominate remain serve "
    "stay work".split()
)
LOOKING = frozenset(
    "appoint elect find hire lack look name need nominate recruit require search seek want".split()
)
CANDIDATES = frozenset("aspirant candidate contender favorite favourite frontrunner hopeful nominee".split())
COUNTED = frozenset("be count list name number rank".split())
INQUIRIES = frozenset(
    "case charge complaint enquiry indictment inquiry investigation lawsuit probe proceeding prosecution suit".split()
)
DROPPING = frozenset(
    "abandon cancel close discontinue dismiss drop end halt quash scrap shelve terminate throw withdraw".split()
)
CLOSING = DROPPING | {"complete", "conclude", "suspend"}
UNMADE = frozenset("future likely planned possible potential proposed prospective threatened".split())
RULES = frozenset("ban blockade control curb embargo restriction sanction".split())
OBEYING = frozenset(
    "break breach bust circumvent comply contravene defy dodge enforce evade flout observe respect skirt uphold violate "
    "foul violation evasion circumvention compliance observance".split()
)
SPANS = frozenset(
    "act address appearance capacity career day decade duty era interview job month period record role speech spell "
    "stint tenure term time tour trip visit week work year".split()
)
LEAVING = frozenset(
    "depose dismiss fire leave oust quit remove replace resign retire sack stand step".split()
)


def given_role(noun: Token, ends: frozenset[Token]) -> bool:
    """Whether a noun that names one who bears a relation ("owner", "nephew") takes the relation for granted.

    It does as a title, in apposition, with a possessive or as the subject; not as what somebody is said to
    be or to become, nor behind "no" or "any".
    """
    if noun.pos_ not in ("NOUN", "PROPN") or denied_noun(noun):
        return False
    if noun.dep_ == "appos" and denials(noun):
        return False
    if noun.dep_ in ("compound", "nmod", "appos"):
        return noun.dep_ == "appos" or noun.head.pos_ == "PROPN" or noun.head in ends
    if any(c.dep_ == "det" and c.lower_ in ("any", "no") for c in noun.children):
        return False
    if any(c.dep_ == "amod" and c.lower_ == "former" for c in noun.children) and not denials(noun.head):
        return True  # "would be the first former leader to be jailed"
    owned = any(c.dep_ == "poss" for c in noun.children)
    if owned and noun.dep_ == "conj" and any(c.dep_ == "appos" and c in ends for c in noun.children):
        return True  # "it was Lena Ortiz, not her husband, Jan, who …"
    if _predicate(noun):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        return True
    the = any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children
    )
    named = any(c.dep_ in ("appos", "compound") and c in ends for c in noun.children)
    met = noun in ends and not _sought(noun)  # "denied lending to a Turkish businessman"
    return owned or the or named or met or noun.dep_ in ("nsubj", "nsubjpass", "poss")


def _sought(noun: Token) -> bool:
    """Whether a text only looks for one who would bear the relation: "needs an owner"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.dep_ in ("dobj", "pobj") and verb.lemma_ in LOOKING


def _predicate(noun: Token) -> bool:
    first = first_joined(noun)
    if first.dep_ in ("attr", "oprd", "acomp"):
        return True
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_ in SOME:
        return _predicate(first.head.head)
    if first.dep_ in ("ROOT", "ccomp", "xcomp"):
        return True
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_ in OFFICES:
        return True  # "was offered the job of chairman"
    if first.dep_ == "pobj" and first.head.lower_ == "for" and first.head.head.lemma_ in RUNNING | CANDIDATES:
        return True
    if first.dep_ == "pobj" and first.head.lower_ == "among":
        return first.head.head.lemma_ in COUNTED
    if first.dep_ == "pobj" and first.head.lower_ == "as":
        if first.head.i > 0 and first.head.nbor(-1).lower_ in ("such", "well"):
            return False
        if (first.head.head.lemma_ in SPANS and first.head.head.pos_ == "NOUN") or _opening(first.head):
            return False  # "his first visit as president", "As president, he will"
        return first.head.head.lemma_ not in LEAVING  # who steps down as chairman has been that
    return first.dep_ == "dobj" and (first.head.lemma_ in COPULAS or first.head.lemma_ in ("have", "get"))


def _opening(preposition: Token) -> bool:
    """Whether a preposition stands before the subject of its verb."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > preposition.i for c in preposition.head.children)


def _open(noun: Token, verb: Token) -> bool:
    """ "an attack is possible", "the attack never happened", "sanctions were proposed": the verb tells."""
    event = verb.lemma_ in HAPPENS or (verb.tag_ == "VBN" and verb.lemma_ in SCHEDULED | read_words("light"))
    if verb.lemma_ in ("be", "have", "remain"):
        event = any(
            c.lower_ in OPEN | GONE or (c.dep_ == "xcomp" and c.tag_ == "VBN")
            for c in verb.children
            if c.dep_ in ("acomp", "advmod", "xcomp")
        )
    bare = not any(c.dep_ in ("poss", "det") and c.lower_ not in ("a", "an", "any") for c in noun.children)
    return event and (bare or bool(denials(verb)))


def _yet_to_come(sale: Token) -> bool:
    """ "Shell's purchase of it could happen in May", "is expected to close", "purchase, expected in May": not yet made."""
    if sale.lemma_ not in read_words("sales"):
        return False
    if foreseen(sale):
        return True
    verb = sale.head
    if sale.dep_ not in ("nsubj", "nsubjpass"):
        return False
    ahead = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    if verb.lemma_ in read_words("coming_about") | read_words("over"):
        return ahead
    expected = verb.tag_ == "VBN" and verb.lemma_ in SCHEDULED
    return expected and any(
        c.dep_ == "xcomp" and c.lemma_ in read_words("coming_about") | read_words("over")
        for c in verb.children
    )


def dropped(noun: Token) -> bool:
    """Whether an inquiry is told to be over without a result: "dropped the case", "the suit was dismissed"."""
    verb = noun.head
    if noun.lemma_ not in INQUIRIES or noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in DROPPING:
        return False
    return (completed(verb) or verb.tag_ == "VBN") and not denials(verb) and not future(verb)


def _obeyed(noun: Token) -> bool:
    """ "never broke EU sanctions on …", "without falling foul of an embargo on …": what can be broken is there."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "of")
    governor = noun.head.head if behind else noun.head
    return governor.lemma_ in OBEYING and (behind or noun.dep_ in ("dobj", "nsubjpass"))


def _would_mark(noun: Token) -> bool:
    """ "Any deal would mark the group's first takeover of": it has yet to come."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "attr") or verb.lemma_ not in ("be", "constitute", "mark", "represent"):
        return False
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def standing_already(noun: Token) -> bool:
    """Whether words at a noun tell that it is there: "a year-old deal", "its existing pact", "renegotiate the treaty"."""
    if noun.pos_ != "NOUN" or denied_noun(noun):
        return False
    topic = noun.dep_ == "pobj" and noun.head.lower_ in read_words("topical")
    if topic and noun.head.head.lemma_ in read_words("uproars"):
        return any(c.dep_ in ("poss", "prep") for c in noun.children)  # "a controversy over his talks with"
    aged = any(
        c.lower_ in read_words("standing_already") or (c.lower_ == "old" and any(map(_measure, c.children)))
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod")
    )
    definite = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ == "the") for c in noun.children)
    touched = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in read_words("touching")
    return aged or (definite and touched)


def _measure(token: Token) -> bool:
    """ "year" of "year-old"."""
    return token.dep_ in ("npadvmod", "nmod", "compound") and token.ent_type_ == "DATE"


def _not_begun(verb: Token) -> bool:
    """ "called off its raid", "is planning its attack": no blow has fallen."""
    off = verb.lemma_ in ("call", "put") and any(c.lower_ == "off" for c in verb.children)
    return off or verb.lemma_ in read_words("unbegun")


def given_noun(noun: Token) -> bool:
    """Whether a noun phrase takes what it names for granted: "its stake in …", "the sanctions on …"."""
    if noun.pos_ in ("ADP", "PART"):
        return True
    if noun.dep_ in ("compound", "nmod") and noun.lemma_ in read_words("percents"):
        noun = noun.head  # "its 15 percent stake"
    if _would_mark(noun):
        return False
    if any(c.dep_ == "amod" and c.lower_ in UNMADE for c in noun.children):
        return False
    if noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_ in read_words("blows") and _not_begun(noun.head):
        return False
    if noun.lemma_ in RULES and _obeyed(noun) and not denied_noun(noun):
        return True
    if noun.dep_ == "dobj" and noun.lemma_ in INQUIRIES and noun.head.lemma_ in CLOSING:
        return True  # "dropped an inquiry into …": there was one
    subject = noun.dep_ in ("nsubj", "nsubjpass") and not denied_noun(noun)
    if (subject and _open(noun, noun.head)) or _yet_to_come(noun):
        return False
    return subject or any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "these", "those", "such"))
        for c in noun.children
    )
