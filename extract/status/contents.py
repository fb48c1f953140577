"""Up from a clause to the verb or noun that it is the content of: "denied that", "no evidence that", "plans to buy"."""

from extract.status.crossing import STOP, Crossing, listed, negated
from extract.status.denial import NOTHING, denials, denied_noun, scarce
from extract.status.moods import ACTUAL, INTENDED, POSSIBLE
from extract.status.remnants import elliptical
from extract.status.standing import untrue
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon
from extract.vocabulary.words import read_words


def takes_clause(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb can govern a clause; two sentences run together hang the first as a complement too."""
    lists = (
        lexicon.intended,
        lexicon.possible,
        lexicon.negated,
        lexicon.report,
        lexicon.evidence,
        lexicon.requires,
        lexicon.clause_verbs,
    )
    return any(verb.lemma_.lower() in words for words in lists)


def _wrong_to(verb: Token, lexicon: Lexicon) -> bool:
    """ "it is wrong to say that", "it would be a mistake to think that", "it is not true to claim that"."""
    above = verb.head
    told = [above] if above.dep_ in ("attr", "acomp") else []
    be = told[0].head if told else above
    if be.lemma_ != "be" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    told += [c for c in be.children if c.dep_ in ("attr", "acomp")]
    words = {t.lemma_.lower() for t in told}
    if denials(be):
        return not words.isdisjoint(lexicon.correct)
    return not words.isdisjoint(lexicon.untrue | lexicon.mistaken)


def cross_content(below: Token, verb: Token, lexicon: Lexicon) -> Crossing:
    """Up from a that-clause to the verb of saying, thinking, denying."""
    lemma = verb.lemma_.lower()
    if elliptical(verb) or _run_on(below, verb):
        return STOP
    sign = _come_out(below, verb, lexicon)
    if sign is not None and sign.lemma_ in read_words("reports"):
        return Crossing(rumour=True, heard=False)
    if sign is not None:
        return Crossing(denies=denied_noun(sign) or bool(denials(verb)), heard=False, stop=True)
    said = [c.lemma_.lower() for c in verb.children if c.dep_ == "acomp"] if lemma == "be" else []
    called = lemma in lexicon.calling and any(
        c.lower_ == "it" and c.dep_ in ("dobj", "nsubj") for c in verb.children
    )
    if called and untrue(verb, lexicon):
        return Crossing(denies=True)
    if said and said[0] in lexicon.negated | lexicon.untrue:
        return Crossing(denies=True)
    if said and said[0] in lexicon.possible:
        return Crossing(weight=POSSIBLE)
    if lemma in lexicon.saying and _wrong_to(verb, lexicon):
        return Crossing(denies=True, heard=False, stop=True)
    if (lemma in lexicon.showing and _nothing(verb)) or (lemma in lexicon.proving and negated(verb)):
        return Crossing(denies=True, heard=False, stop=True)
    if lemma in lexicon.directive and any(c.lower_ == "to" and c.dep_ == "aux" for c in below.children):
        return Crossing(weight=INTENDED)
    nobody = _by_nobody(verb)
    if nobody and lemma in lexicon.disputing:
        return Crossing(heard=False, stop=True)
    if lemma == "accept":  # "I do not accept that they were friends"
        return Crossing(denies=negated(verb) or nobody, heard=False, stop=True)
    if lemma in lexicon.report and falsely(verb):
        return Crossing(denies=not denials(verb), heard=False, stop=True)
    if _untold(verb, lexicon) or lemma in lexicon.unreal:
        return Crossing(heard=False, stop=True, unsaid=True)
    if claim_of(verb) is not None:
        return Crossing(rumour=lemma == "suggest", heard=False)
    if lemma in lexicon.report and lemma != "deny":
        doubt = lemma in ("believe", "think", "suspect") and (negated(verb) or _by_few(verb))
        weight = POSSIBLE if lemma in lexicon.possible else ACTUAL
        return Crossing(denies=doubt, weight=weight, heard=False, stop=True)
    if verb.pos_ == "VERB" and not takes_clause(verb, lexicon):
        return STOP
    if lemma in lexicon.plain:
        return Crossing()
    return listed(verb, lexicon)


def _by_nobody(verb: Token) -> bool:
    """ "nobody disputes that", "no one accepts that"."""
    return any(
        c.dep_ == "nsubj" and (c.lower_ in NOTHING or (c.lower_ == "one" and denied_noun(c)))
        for c in verb.children
    )


def _by_few(verb: Token) -> bool:
    """ "few believe that", "hardly anyone thinks that"."""
    return any(
        c.dep_ == "nsubj" and (c.lower_ in ("few", "nobody", "none") or scarce(c)) for c in verb.children
    )


def _come_out(below: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    """What a clause told of behind the verb is a sign or a report of: "no evidence has emerged that …"."""
    if verb.lemma_ not in lexicon.emerging or below.i < verb.i or not clausal_that(below):
        return None
    nouns = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    return next((n for n in nouns if n.lemma_ in read_words("reports") | lexicon.evidence), None)


def falsely(verb: Token) -> bool:
    """ "wrongly stated that": by the text's own word it is not so."""
    return any(c.lower_ in read_lexicon().falsely for c in verb.children)


def _untold(verb: Token, lexicon: Lexicon) -> bool:
    """ "would not confirm that", "declined to say that", "did not deny that"."""
    words = {verb.lemma_.lower()}
    if not words & lexicon.nonfactive:
        return False
    refused = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lexicon.negated
    return bool(denials(verb)) or refused


def claim_of(verb: Token) -> Token | None:
    """The noun in "reports claiming that", "allegations made by Chad that", "a report that quoted him as saying"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        verb = verb.head.head
    told = (
        verb.dep_ in ("acl", "relcl")
        and verb.head.pos_ == "NOUN"
        and verb.head.lemma_ in read_words("reports")
    )
    return verb.head if told else None


def telling(verb: Token) -> bool:
    """Whether a verb beside "report" or "claim" brings what is told: "claiming that", "quoted him as saying"."""
    return any(
        c.dep_ == "ccomp" or (c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children))
        for c in verb.children
    )


def _nothing(verb: Token) -> bool:
    """ "nothing suggests that", "found nothing to show that", "no papers showing that": no sign of it."""
    if verb.dep_ in ("acl", "relcl", "advcl", "xcomp") and verb.tag_ == "VB":
        nouns = [verb.head, *(c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)]
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        nouns = [verb.head]  # "has no information indicating that"
    else:
        nouns = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(n.lower_ in NOTHING or (n.pos_ == "NOUN" and denied_noun(n)) for n in nouns)


def _run_on(below: Token, verb: Token) -> bool:
    """ "They met once; nothing was signed": two sentences, whatever the parse makes of them."""
    return below.i < verb.i and any(t.text in (";", ":") for t in verb.doc[below.i : verb.i])


def cross_described(below: Token, noun: Token, lexicon: Lexicon) -> Crossing:
    """Up from a clause to the noun it describes: "plans to buy", "no evidence that", "a firm owned by"."""
    lemma = noun.lemma_.lower()
    if lemma in lexicon.undoubted and clausal_that(below) and (denied_noun(noun) or noun.dep_ == "ROOT"):
        return Crossing(heard=False, stop=True)  # "there is no doubt that", "no one disputes that"
    if lemma in lexicon.sureness and clausal_that(below) and denied_noun(noun):
        return Crossing(weight=POSSIBLE, heard=False, stop=True)  # "there can be no assurance that"
    if lemma == "right" and noun.pos_ == "NOUN" and below.tag_ == "VB":
        return Crossing(weight=POSSIBLE)  # "has the right to buy it"
    if lemma == "refusal" and noun.dep_ == "pobj" and noun.head.head.lemma_ == "right":
        return Crossing(weight=POSSIBLE, heard=False, stop=True)  # "a right of first refusal to buy it"
    if (
        below.tag_ == "VBG"
        and noun.pos_ == "PROPN"
        and noun.dep_ == "pobj"
        and noun.i == below.left_edge.i - 1
    ):
        return Crossing(heard=False)  # "will lead to Britain leaving", "the risk of Russia invading"
    clausal = _untold_that(below, noun) or any(
        c.dep_ in ("mark", "aux") and c.lower_ in ("to", "that") for c in below.children
    )
    if lemma in read_words("reports") and telling(below):
        return Crossing()
    if not clausal and lemma not in lexicon.evidence | lexicon.possible | lexicon.intended | lexicon.negated:
        return Crossing(denies=denied_noun(noun), heard=False, stop=True)
    if lemma in read_words("reports"):
        return Crossing(rumour=True)
    if lemma == "order" and below.tag_ == "VBG":
        return Crossing(heard=False)  # "signed an order withdrawing the US"
    if lemma in lexicon.attempts and below.lemma_ in lexicon.blaming:
        return STOP  # who attempts to blame somebody has blamed him
    effect = listed(noun, lexicon)
    if clausal and lemma not in lexicon.evidence and effect == Crossing():
        first = any(c.lower_ in lexicon.picking for c in noun.children)
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)
        return Crossing(weight=INTENDED if to and not first else ACTUAL)
    return effect


def _untold_that(clause: Token, noun: Token) -> bool:
    """ "reports it was buying Shell": a clause with a subject of its own right behind the report."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < clause.i for c in clause.children)
    return own and noun.lemma_ in read_words("reports") and clause.left_edge.i == noun.i + 1


def clausal_that(clause: Token) -> bool:
    """Whether "that" opens a clause."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
