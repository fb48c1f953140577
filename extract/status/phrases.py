"""What a preposition does to the noun behind it, by what it hangs on: "took no part in talks", "tipped as chairman"."""

from extract.grammar.nominals import RUNNING
from extract.status.beside import HELD, ahead_of, beside, opening
from extract.status.crossing import STOP, Crossing, listed, out, phrasal, ruled_out, unwilling
from extract.status.denial import NOTHING, denials, denied_noun
from extract.status.moods import ACTUAL, INTENDED, POSSIBLE
from extract.status.standing import leave, made_up, untrue
from extract.syntax.parse import Token
from extract.syntax.relatives import passive
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

TAKEN_AS = frozenset(
    "accept acknowledge cite class count describe identify know portray recognise recognize record regard report see "
    "treat view".split()
)
NAMED_AS = frozenset(
    "act appoint choose confirm designate elect employ engage enlist hire install list name nominate pick reappoint reelect "
    "register retain select serve work".split()
)
WANTED_AS = frozenset("favor favour prefer propose want".split())
BACKED_AS = frozenset("back float".split())
ADJUNCTS = frozenset("after before since while by during amid despite following besides through upon".split())
UNTOUCHED = frozenset("comment respond reply object speak talk know report ask".split())
AGAINST = frozenset(
    "advise argue campaign caution choose decide lobby opt resolve rule settle vote warn".split()
)
SAID = frozenset({"hear", "know", "reveal", "say", "tell"})
PARTAKING = frozenset("have play send take".split())
PARTS = frozenset("hand involvement part participation place role say seat share".split())
REMARKS = frozenset(
    "comment detail information news opinion position remark statement update view word".split()
)
WORTH = frozenset("merit point purpose sense use value".split())
HEARSAY = frozenset("accusation allegation claim report rumor rumour".split())
OUTSIDE = frozenset("be become get knock leave remain".split())
CONTESTS = frozenset("bidding contention contest race running".split())
INSTEAD = frozenset({"without", "rather", "instead"})
GOVERNED = frozenset("about against for from in into of on to".split())
RESOLVED = frozenset("bent committed intent keen serious".split())
WISHES = frozenset("seek want propose plan request schedule set".split())


def cross_preposition(below: Token, token: Token, lexicon: Lexicon) -> Crossing:
    """Up from a preposition to the word it hangs on: "stopped short of", "plans for a sale", "is in talks"."""
    for step in (
        _set_apart,
        _no_part,
        _occasion,
        _adjective,
        _against,
        _stopped,
        _idiom,
        _known,
        _claimed,
        _noun,
        _verb,
    ):
        found = step(below, token, lexicon)
        if found is not None:
            return found
    return Crossing(heard=False, moods=True)


def _set_apart(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "without", "after", "ahead of": what stands behind is told apart from the clause."""
    ahead = ahead_of(below, token)
    if ahead is not None:
        return ahead
    if beside(below, token):
        return Crossing(weight=opening(below, token), heard=False, stop=True)
    if token.lower_ in INSTEAD or below.lower_ == "without":
        return Crossing(denies=True, heard=False, stop=True)
    return Crossing(heard=False, moods=True, stop=True) if below.lower_ in ADJUNCTS else None


def _no_part(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "took no part in the talks", "played no role in", "sent nobody to"."""
    if below.lower_ not in ("at", "from", "in", "to") or token.lemma_ not in PARTAKING:
        return None
    none = any(
        (denied_noun(c) and (c.lemma_ in PARTS or token.lemma_ == "send")) or c.lower_ in NOTHING
        for c in token.children
        if c.dep_ == "dobj" and c.i < below.i
    )
    return Crossing(denies=True) if none else None


def _occasion(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "refused it in talks with Shell": the talks are held, whatever happens there."""
    if below.lower_ == "in" and _pointless(below, token):
        return Crossing(denies=True, weight=INTENDED, heard=False, stop=True)  # "saw no point in talks"
    if token.lemma_ == "exclude" and below.lower_ == "from" and not passive(token):
        return STOP
    held = below.lower_ in ("at", "in") and any(c.dep_ == "pobj" and c.lemma_ in HELD for c in below.children)
    if not held or token.pos_ not in ("VERB", "NOUN") or token.lemma_.lower() in lexicon.engaging:
        return None
    return Crossing(weight=opening(below, token), heard=False, stop=True)


def _pointless(below: Token, token: Token) -> bool:
    """ "saw no point in", "there is no use in"."""
    beside = [c for c in token.children if c.dep_ in ("attr", "dobj") and c.i < below.i]
    return any(t.lemma_ in WORTH and denied_noun(t) for t in (token, *beside))


def _adjective(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """What a word denies or brings near by its own meaning: "incapable of", "deprived of", "close to", "open to"."""
    word, lemma = below.lower_, token.lemma_.lower()
    if (lemma, word) == ("hit", "at") and any(
        c.dep_ == "pobj" and c.lemma_ in read_words("reports") for c in below.children
    ):
        return Crossing(denies=True)  # "hit back at claims that"
    if lemma in lexicon.heeding and word in ("of", "with", "by", "from"):
        return STOP
    if lemma in read_words("moods") and word in (
        "about",
        "over",
        "on",
    ):  # "is not optimistic about the talks"
        held = any(c.dep_ == "pobj" and c.lemma_ in HELD for c in below.children)
        return STOP if held else Crossing(weight=POSSIBLE, heard=False, stop=True)
    if token.pos_ == "ADJ" and lemma in lexicon.negated:
        return unwilling(token)
    if lemma in RESOLVED and any(c.dep_ == "pcomp" for c in below.children):
        return Crossing(weight=INTENDED)  # "is intent on joining"
    if word == "of" and lemma in ("deprive", "strip"):
        return Crossing(denies=True)
    if lemma == "be" and any(c.dep_ == "attr" and c.i < below.i and denied_noun(c) for c in token.children):
        return Crossing(denies=True)  # "there is no agreement yet on a meeting"
    done = token.head.lemma_ == "come" and {token.head.tag_} & {"VBD", "VBN"}
    if token.lower_ in ("close", "near") and done and any(c.dep_ == "pcomp" for c in below.children):
        return Crossing(denies=True)  # "came close to buying it"
    if token.pos_ in ("ADJ", "ADV") and lemma in ("close", "near", "closer"):
        return Crossing(weight=INTENDED)
    return Crossing(weight=POSSIBLE) if token.pos_ == "ADJ" and (lemma, word) == ("open", "to") else None


def _against(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "voted against joining", "is not against Chad joining NATO"."""
    lemma = token.lemma_.lower()
    if below.lower_ != "against":
        return None
    if lemma == "be":
        return Crossing(heard=False, stop=True, unsaid=True)
    return Crossing(denies=True, weight=INTENDED) if lemma in AGAINST else None


def _kept(below: Token, token: Token, lexicon: Lexicon) -> bool:
    """ "stopped short of", "backed away from", "balked at", "had second thoughts about", "drew the line at"."""
    before = below.nbor(-1) if below.i else below
    words = {token.lower_, token.lemma_.lower(), *((before.lower_,) if before.head == token else ())}
    if token.pos_ == "VERB" and before.dep_ == "dobj":
        words.add(f"{token.lemma_} {before.lower_}")
        words.update(f"{c.lower_} {before.lower_}" for c in before.children if c.i < before.i)
    if token.pos_ == "NOUN":
        words.update(f"{c.lower_} {token.lower_}" for c in token.children if c.i < token.i)
    return any(f"{w} {below.lower_}" in lexicon.kept_from for w in words)


def _stopped(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "stopped short of", "pulled the plug on", "gave up on buying it": nothing came of it."""
    word, lemma = below.lower_, token.lemma_.lower()
    plug = any(c.dep_ == "dobj" and c.lower_ == "plug" for c in token.children)
    if (lemma, word) == ("pour", "on") or (lemma == "pull" and word == "on" and plug):
        return Crossing(denies=True)
    if (lemma in ("stop", "refrain", "fall") and token.pos_ == "VERB") or _kept(below, token, lexicon):
        return Crossing(denies=True)
    if (lemma, word) == ("contrary", "to"):
        return Crossing(denies=True, heard=False, stop=True)
    if (lemma, word) in (("give", "on"), ("hold", "on"), ("hold", "from")) and phrasal(token, lexicon):
        return Crossing(denies=True)  # "gave up on buying it", "held off from sanctioning it"
    if (lemma, word, token.head.lower_) == ("point", "of", "on"):
        return Crossing(weight=INTENDED)  # "was on the point of buying it"
    if word in ("about", "of") and lemma in SAID and any(c.lower_ == "nothing" for c in token.children):
        return Crossing(heard=False, stop=True, unsaid=True)  # "said nothing about buying it"
    if word == "of" and (lemma in lexicon.clearing or token.head.lemma_ in lexicon.clearing):
        cleared = token.pos_ == "VERB" or token.dep_ in ("dobj", "nsubjpass")
        return Crossing(denies=True, heard=False, stop=True) if cleared else None
    if (lemma, word) == ("come", "of") and any(c.lower_ == "nothing" for c in token.children):
        return Crossing(denies=True, heard=False, stop=True)  # "nothing came of its plan to sell"
    if (lemma, word) == ("keep", "from") and any(c.dep_ == "pcomp" for c in below.children):
        return Crossing(denies=True)  # "illness kept him from travelling"
    if word == "for" and lemma in ("pass", "turn") and phrasal(token, lexicon):
        return Crossing(denies=True)  # "was passed over for the post of"
    if (lemma, word) != ("out", "of"):
        return None
    lost = token.head.lemma_ in OUTSIDE and any(c.lemma_ in CONTESTS for c in below.children)
    return Crossing(denies=lost or token.head.lemma_ in lexicon.quitting)


def _idiom(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "fears for", "ahead of", "accused of", "left for"."""
    word, lemma = below.lower_, token.lemma_.lower()
    if (lemma, word) == ("fear", "for"):
        return STOP
    if (lemma, word) == ("go", "into"):
        return Crossing()  # "went into talks": it is in them
    if (lemma, word) == ("ahead", "of"):
        return Crossing(weight=INTENDED, heard=False, stop=True)
    if lemma in ("accuse", "suspect", "allege"):
        return Crossing(heard=False, stop=True, unsaid=True)
    return Crossing(weight=INTENDED) if word in ("for", "from") and leave(token) else None


def _known(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "tipped as chairman", "runs for president"."""
    if below.lower_ == "as":
        return _as(below, token, lexicon)
    running = below.lower_ == "for" and token.lemma_.lower() in RUNNING and token.pos_ == "VERB"
    return Crossing(weight=INTENDED) if running else None


def _claimed(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "claims made by the press about talks with": the talks are what the claims tell of."""
    told = below.lower_ == "about" and token.dep_ == "acl" and token.head.lemma_ in HEARSAY
    return Crossing(rumour=True, heard=False) if told else None


def _noun(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "had no comment on the bid", "reports of a sale", "interest in", "plans for"."""
    word, lemma = below.lower_, token.lemma_.lower()
    if token.pos_ != "NOUN":
        return None
    if lemma in REMARKS and word in ("about", "on", "regarding", "concerning"):
        told = token.dep_ == "nsubj" and made_up(token.head, True, lexicon)
        return Crossing() if told else Crossing(heard=False, stop=True)
    if lemma == "objection" and word == "to":
        return Crossing(weight=INTENDED, heard=False, stop=True)  # "raised no objection to the sale"
    if lemma in read_words("reports") and (word == "of" or (word == "about" and lemma in HEARSAY)):
        return Crossing(rumour=True)
    if token.lower_ == "interests" and not any(c.dep_ == "pcomp" for c in below.children):
        return Crossing()
    if lemma == "interest" and word == "in":
        return Crossing(weight=INTENDED)
    if word == "on" and lemma in read_words("decisions") and any(c.dep_ == "pcomp" for c in below.children):
        return Crossing(weight=POSSIBLE)  # "a decision on lifting them"
    if lemma == "rule" or (lemma in read_words("light") and lemma not in ("seek", "want", "plan", "propose")):
        return Crossing()
    return listed(token, lexicon)


def _verb(below: Token, token: Token, lexicon: Lexicon) -> Crossing | None:
    """ "is talking about buying it", "is in talks", "ruled out of": what the lists say of the verb."""
    word, lemma = below.lower_, token.lemma_.lower()
    if lemma == "talk" and any(c.dep_ == "pcomp" for c in below.children):
        return Crossing(weight=INTENDED)
    if lemma in UNTOUCHED and (lemma, word) != ("ask", "for"):
        return Crossing(heard=False, stop=True)
    if lemma not in read_words("serving") | read_words("light") and word not in GOVERNED:
        return None
    if lemma == "rule" and out(token):
        return ruled_out(token)
    if lemma == "be" and word == "for":
        due = [listed(c, lexicon).weight for c in token.children if c.dep_ == "acomp"]
        return Crossing(weight=max(due, default=ACTUAL))  # "is due in Oslo for talks"
    weighed = lemma in lexicon.possible and word == "in" and any(c.dep_ == "dobj" for c in token.children)
    probed = (lemma, word) == ("look", "into") and any(c.dep_ == "pobj" for c in below.children)
    if weighed or probed:
        return Crossing()  # "evaluates it in cooperation with Chad", "looked into reports that"
    effect = listed(token, lexicon) if lemma not in read_words("light") or lemma in WISHES else Crossing()
    return Crossing(effect.denies, effect.weight)


def _as(preposition: Token, verb: Token, lexicon: Lexicon) -> Crossing:
    """ "was passed over as chairman", "is tipped as chairman", "has been proposed as chairman".

    "dismissed as false a report that" denies the report.
    """
    claims = [c for c in preposition.children if c.dep_ == "pobj" and c.lemma_ in read_words("reports")]
    if claims and (
        verb.lemma_ in lexicon.negated or any(untrue(t, lexicon) for t in (preposition, claims[0]))
    ):
        return Crossing(denies=True)
    if verb.lemma_ in lexicon.refused or phrasal(verb, lexicon):
        return Crossing(denies=True)
    if verb.lemma_ == "rule" and out(verb):
        return ruled_out(verb)
    if denials(verb) and verb.lemma_ in TAKEN_AS:
        return Crossing(heard=False, stop=True, unsaid=True)
    if denials(verb) and verb.lemma_ in NAMED_AS:
        return Crossing(denies=True, heard=False, moods=True)
    if verb.lemma_ in lexicon.mooted or verb.lemma_ in BACKED_AS:
        return Crossing(weight=POSSIBLE)
    return Crossing(weight=INTENDED) if verb.lemma_ in WANTED_AS else Crossing(heard=False, moods=True)
