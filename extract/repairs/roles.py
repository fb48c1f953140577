"""Whose name stands behind "the head of the fund": mendings of the parse, each of which changes a Doc."""

import tomllib
from functools import cache
from importlib import resources

from extract.syntax.parse import Doc, Span, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.nouns import Nouns, read_nouns

NOMINAL = ("NOUN", "PROPN")
NAMING = frozenset("appoint choose declare designate elect make name nominate pick reelect".split())
BETWEEN = frozenset({"of", "for", "to", "in", "at", "from", "with"})
BODIES = frozenset({"Company", "Organization", "PublicBody"})
PREFIXES = frozenset({"co", "deputy", "ex", "non", "vice"})


def last_named(doc: Doc, lexicon: Lexicon) -> None:
    """ "Shell and Novatek, its holding company, …": what is one and stands behind two is the last of them."""
    for noun in doc:
        if noun.dep_ != "appos" or noun.tag_ != "NN" or doc[noun.left_edge.i - 1].text != ",":
            continue
        name = noun.head
        while further := [c for c in name.children if c.dep_ == "conj" and name.i < c.i < noun.i]:
            name = further[-1]
        if name is not noun.head and name.pos_ == "PROPN":
            noun.head = name


def apposed_bearer(doc: Doc, lexicon: Lexicon) -> None:
    """ "The head of the fund Altior, Mary Miller, said": the name is the head's, though the parse gives it to Altior."""
    nouns = read_nouns()
    for ent in doc.ents:
        name = ent.root
        if ent.start < 2 or name.pos_ != "PROPN" or not _person(ent, nouns):
            continue
        before = doc[ent.start - 1]
        if before.text == ",":
            closed = doc[ent.end : ent.end + 1].text in (",", "-", "–", "—")
            _behind_comma(name, _kin(doc[ent.start - 2]), closed)
        elif (
            before.pos_ in NOMINAL and before.text.islower() and before.tag_ != "NNS" and person_noun(before)
        ):
            _right_behind(name, before)
        _named_to_post(name)
    for pronoun in doc:
        if pronoun.lower_ in ("he", "she") and pronoun.i > 2 and doc[pronoun.i - 1].text == ",":
            _fronted(pronoun)


def _kin(word: Token) -> Token:
    """ "son-in-law" is four words to the tokenizer: the first of them tells whose name follows."""
    hyphened = word.lower_ == "law" and word.i > 3 and word.nbor(-2).lower_ == "in"
    return word.nbor(-4) if hyphened and word.nbor(-1).text == word.nbor(-3).text == "-" else word


def _behind_comma(name: Token, before: Token, closed: bool) -> None:
    """A name behind a comma; `closed` where another one follows it."""
    role_like = before.tag_ == "NN" or (before.tag_ == "NNP" and before.text in read_nouns().titles)
    beside = role_like and before != name.head and person_noun(before) and not _apposed(before)
    if name.dep_ == "appos":
        role = before if beside else _role(name.head)
        if role is not None and not _apposed(role):
            name.head = role
    elif name.dep_ == "conj" and name.head == before and role_like and person_noun(before):
        if any(c.dep_ in ("poss", "amod", "nmod") for c in before.children):
            name.dep_ = "appos"  # "India's premier, A and China's president, B"
            for other in [c for c in name.children if c.dep_ in ("conj", "cc") and c.i > name.i]:
                other.head = before
    elif name.dep_ == "conj" and not any(c.dep_ == "cc" for c in name.head.children):
        role = _role(name.head)  # "the president of Chile, Ricardo Lagos"
        if role is not None and not _apposed(role):
            name.head, name.dep_ = role, "appos"
    elif name.dep_ in ("npadvmod", "dep", "oprd") and beside and not _apposed(before):
        name.head, name.dep_ = before, "appos"  # "relies on his nephew, Anton Krause, a banker"
    elif name.dep_ in ("nsubj", "nsubjpass"):
        if beside and before.dep_ == "conj" and before.head.pos_ == "PROPN":
            name.head, name.dep_ = before, "appos"
            if before.head.dep_ == "appos":
                before.head = before.head.head
        elif beside and (closed or (before.dep_ == name.dep_ and before.head == name.head)):
            _share_subject(before, name)
        elif not closed:
            _fronted(name)


def _right_behind(name: Token, role: Token) -> None:
    """ "son of mayor Giorgi Lomidze", "his old classmate Zurab Beridze built it": a name belongs to the noun before it."""
    rival = name.dep_ in ("nsubj", "nsubjpass") and role.dep_ in ("nsubj", "nsubjpass", "dep", "npadvmod")
    astray = name.dep_ == "appos" and name.head.i < role.i and role.dep_ == "pobj"
    if (rival and role.head == name.head) or (astray and not role.is_ancestor(name)):
        role.dep_ = name.dep_ if rival else role.dep_
        name.head, name.dep_ = role, "appos"


def _fronted(name: Token) -> None:
    """ "A Yale graduate, Tamar Levi returned home": what stands before the subject is said of it."""
    for noun in name.head.children:
        if (
            noun.i < name.i
            and noun.tag_ == "NN"
            and noun.dep_ in ("nsubj", "nsubjpass", "npadvmod", "dep", "advcl", "nmod")
            and person_noun(noun)
            and (noun.left_edge.is_sent_start or noun.dep_ == name.dep_)
        ):
            noun.head, noun.dep_ = name, "appos"
            _nearest(noun)
            return


def _nearest(role: Token) -> None:
    """ "the son of Cyril Berg, headmaster of Eton, …": what is said behind a name is said of that name."""
    for noun in role.children:
        if noun.dep_ == "appos" and noun.tag_ == "NN" and person_noun(noun):
            name = noun.doc[max(0, noun.left_edge.i - 2)]
            if name.ent_type_ == "PERSON" and role.is_ancestor(name):
                noun.head = name


def _named_to_post(name: Token) -> None:
    """ "appointed Clara Montes chief operating officer": the name is the object, the post what she is made."""
    post = name.head
    verb = post.head
    if (
        name.dep_ in ("compound", "nmod")
        and post.i > name.i
        and post.text.islower()
        and post.dep_ in ("oprd", "dobj", "attr")
        and verb.lemma_ in NAMING
        and verb.i < name.i
        and person_noun(post)
    ):
        name.head, name.dep_, post.dep_ = verb, "dobj", "oprd"


def _share_subject(role: Token, name: Token) -> None:
    """ "At its seat in Oslo a spokeswoman, Mary Miller, said": the noun is the subject, the name is apposed to it."""
    verb = name.head
    stray = role.dep_ == "pobj" and sum(c.dep_ == "pobj" for c in role.head.children) > 1
    if not stray and not (
        role.dep_ in ("nsubj", "nsubjpass", "npadvmod", "dep", "advcl") and role.head == verb
    ):
        return
    role.head, role.dep_ = verb, name.dep_
    name.head, name.dep_ = role, "appos"


def _person(ent: Span, nouns: Nouns) -> bool:
    return ent.label_ == "PERSON" or (len(ent) > 1 and ent[0].text in nouns.given)


def _role(of: Token) -> Token | None:
    """The noun of a person that a name is tied to by a preposition: "head" of "the head of the bank of Oslo"."""
    if of.pos_ != "PROPN":
        return None
    for _ in range(3):
        preposition = of.head
        if of.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.lower_ not in BETWEEN:
            return None
        of = preposition.head
        if of.pos_ not in NOMINAL:
            return None
        if (of.tag_ == "NN" or of.text in read_nouns().titles) and person_noun(of):
            return of
    return None


def person_noun(noun: Token) -> bool:
    """Whether a noun says what somebody is: "lawyer", "niece"."""
    return (
        read_nouns().kinds.get(noun.lemma_.lower()) == "Person" or noun.lemma_.lower() in _words()["persons"]
    )


def body_noun(noun: Token) -> bool:
    """Whether a noun says what a firm or a body is: "lender", "watchdog"."""
    return read_nouns().kinds.get(noun.lemma_.lower()) in BODIES


def _apposed(role: Token) -> bool:
    return role.dep_ == "appos" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in role.children)


def offices() -> frozenset[str]:
    """The nouns of those who lead, run or speak for a body, in lower case."""
    return _words()["offices"]


@cache
def _words() -> dict[str, frozenset[str]]:
    """Read roles.toml once."""
    data = tomllib.loads(
        resources.files("extract.repairs").joinpath("roles.toml").read_text(encoding="utf-8")
    )
    return {name: frozenset(words.split()) for name, words in data.items()}


def second_title(doc: Doc, lexicon: Lexicon) -> None:
    """ "Lena Ortiz and Shell CEO Ravi Menon": the parse joins the second title to the first name."""
    titles = read_nouns().titles
    for title in doc:
        if title.dep_ != "conj" or title.text not in titles or title.i + 1 >= len(doc):
            continue
        name = title.nbor(1)
        while name.dep_ == "compound" and name.head.i > name.i:
            name = name.head
        beside = name.dep_ in ("conj", "appos") and name.head in (title.head, title.head.head)
        if beside and name.pos_ == "PROPN" and name is not title.head:
            name.head, name.dep_ = title.head, "conj"
            title.head, title.dep_ = name, "compound"


def hyphened(doc: Doc, lexicon: Lexicon) -> None:
    """ "the ex-president of Chile", "a co-leader": what stands before the hyphen hangs on the role alone."""
    for dash in doc:
        if dash.text != "-" or dash.i == 0 or dash.i + 1 >= len(doc):
            continue
        first, noun = doc[dash.i - 1], doc[dash.i + 1]
        if noun.lower_ == "general" and noun.head is first and person_noun(first):
            for child in [c for c in noun.children if c.i > noun.i]:
                child.head = first  # "secretary-general of NATO"
            continue
        if first.lower_ not in PREFIXES or first.whitespace_ or dash.whitespace_ or not person_noun(noun):
            continue
        outer = next((t for t in (first, dash) if t.head not in (first, dash, noun)), None)
        if noun.head in (first, dash):
            noun.head, noun.dep_ = (outer.head, outer.dep_) if outer is not None else (noun, "ROOT")
        for child in [c for t in (first, dash) for c in t.children if c not in (first, dash, noun)]:
            child.head = noun
        first.head, first.dep_ = noun, "amod"
        dash.head, dash.dep_ = noun, "punct"


def bracketed_body(doc: Doc, lexicon: Lexicon) -> None:
    """ "Central Bank of Kenya (CBK) Governor Lena Ortiz": the body is the governor's, with its letters between."""
    titles = read_nouns().titles
    for title in doc[3:]:
        if title.text not in titles or title.nbor(-1).text != ")" or title.nbor(-3).text != "(":
            continue
        short = title.nbor(-2)
        body, name = short.head, title.head
        if short.dep_ != "appos" or body.pos_ != "PROPN" or name.i <= title.i or name.pos_ != "PROPN":
            continue
        if name.head is body:
            name.head, name.dep_ = body.head, body.dep_
        if name is not body.head and not body.is_ancestor(name):
            body.head, body.dep_ = title, "compound"


def body_told(doc: Doc, lexicon: Lexicon) -> None:
    """ "Lena Ortiz (, an engineer) of Marlow Tin, a firm based in Riga": what a firm is said to be is not said of her."""
    kinds = read_nouns().kinds
    for noun in doc:
        if noun.dep_ != "appos" or noun.tag_ != "NN" or noun.head.ent_type_ != "PERSON":
            continue
        hyphened_name = f"{noun.nbor(-2).lower_}-{noun.lower_}" if noun.i > 1 else ""
        if not {kinds.get(noun.lemma_), kinds.get(hyphened_name)} & BODIES:
            continue
        comma = noun.left_edge.i - 1
        last = doc[comma - 1] if comma > 1 and doc[comma].text == "," else noun
        if last.dep_ != "pobj" or last.head.lower_ not in ("of", "at", "from", "for"):
            continue
        told = last.head.head
        role = told.dep_ == "appos" and told.head is noun.head and last.ent_type_ != "PERSON"
        if role or (told is noun.head and last.head.lower_ != "for"):
            noun.head = last


def firm_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "a former executive of engineering firm Engevix": the name is that of the firm, not of the executive."""
    nouns = read_nouns()
    for name in doc:
        if name.dep_ != "appos" or name.pos_ != "PROPN":
            continue
        first = name.left_edge.i
        if not first:
            continue
        firm = doc[first - 1]
        if (
            firm.tag_ == "NN"
            and nouns.kinds.get(firm.lemma_) in ("Company", "Organization", "PublicBody")
            and firm.dep_ == "pobj"
            and name.head.i < firm.i
            and name.ent_type_ != "PERSON"
        ):
            name.head = firm
