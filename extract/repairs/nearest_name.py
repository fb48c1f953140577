"""Relative clauses and roles that the parse hangs farther off than on the name right before them: mendings of a Doc."""

from extract.repairs.roles import person_noun
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon

BODIES = frozenset({"ORG", ""})
RELATIVES = frozenset({"WDT", "WP"})
PARTIES = frozenset({"against", "between", "by", "for", "from", "to", "with"})


def name_before_which(doc: Doc, lexicon: Lexicon) -> None:
    """ "the takeover of Opel by PSA, which Paris owns", "contacts between Berg and Lund, who was a senator"."""
    for word in doc.words[2:]:
        if word.lower_ not in ("who", "which") or word.nbor(-1).text != ",":
            continue
        name = word.nbor(-2)
        if name.pos_ != "PROPN":
            continue
        if name.ent_type_ in BODIES:
            _inside_clause(word, name)
        clause = _clause(word)
        if clause is not None and clause.head != name and _meant(word, name, clause):
            clause.head = name


def noun_of_number(doc: Doc, lexicon: Lexicon) -> None:
    """ "any truth in reports in the press that say": what says so are the reports, as the verb is in the plural."""
    for word in doc:
        if word.lower_ not in ("who", "which", "that") or word.dep_ != "nsubj" or word.tag_ not in RELATIVES:
            continue
        clause = word.head
        noun = clause.head
        if clause.dep_ != "relcl" or noun.tag_ != "NN" or noun.i > word.i or not _plural(word, clause):
            continue
        if any(c.dep_ == "conj" for c in noun.children):
            continue
        plurals = [t for t in doc.words[noun.i + 1 : word.i] if t.tag_ == "NNS" and t.dep_ == "pobj"]
        if plurals and noun.is_ancestor(plurals[-1]):
            clause.head = plurals[-1]


def role_before_name(doc: Doc, lexicon: Lexicon) -> None:
    """ "spoke to Berg, a spokesman for Lund, a member of the council": the member is Lund, right before."""
    for role in doc.words[3:]:
        if role.dep_ != "appos" or role.pos_ != "NOUN" or not person_noun(role) or role.head.pos_ != "NOUN":
            continue
        comma = role.left_edge.i - 1
        if comma < 2 or doc[comma].text != ",":
            continue
        name, noun = doc[comma - 1], role.head
        behind = name.dep_ == "pobj" and name.head.head == noun and name.head.lower_ in PARTIES | {"of"}
        if behind and name.ent_type_ == "PERSON" and person_noun(noun):
            role.head = name


def _inside_clause(word: Token, name: Token) -> None:
    """ "The sale of Opel to PSA, which is owned by Norway, worries London": the sale worries, it is not owned."""
    be, told = word.head, word.head.head
    if told.dep_ == "ROOT":
        _main_behind(word, name, told)
        return
    main = told.head
    if be.dep_ != "auxpass" or told.dep_ != "ccomp" or not word.i < be.i < told.i < main.i:
        return
    for subject in _passed_on(told, name):
        _part(subject, main, word, told, name)


def _main_behind(word: Token, name: Token, told: Token) -> None:
    """The same where the parse takes the main clause for one that is joined: ", has worried London"."""
    be, joined = word.head, [c for c in told.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if be.dep_ != "auxpass" or len(joined) != 1 or any(c.dep_ == "cc" for c in told.children):
        return
    main = joined[0]
    first = min([main, *[c for c in main.children if c.dep_ in ("aux", "auxpass")]], key=lambda t: t.i)
    subjects = _passed_on(told, name)
    if len(subjects) != 1 or first.nbor(-1).text != ",":
        return
    main.head, main.dep_ = main, "ROOT"
    _part(subjects[0], main, word, told, name)


def _passed_on(told: Token, name: Token) -> list[Token]:
    """The subject that the parse gives a relative clause, though it is that of the main one: the name is in it."""
    return [c for c in told.children if c.dep_ == "nsubjpass" and c.is_ancestor(name)]


def _part(subject: Token, main: Token, word: Token, told: Token, name: Token) -> None:
    """Give the main verb its subject, and the relative clause its pronoun and the name that it tells of."""
    subject.head, subject.dep_ = main, "nsubj"
    word.head, word.dep_ = told, "nsubjpass"
    told.head, told.dep_ = name, "relcl"


def _clause(word: Token) -> Token | None:
    """The verb of the relative clause that a pronoun opens."""
    verb = word.head
    while verb.dep_ in ("aux", "auxpass", "xcomp", "ccomp") and verb.head.i > word.i:
        verb = verb.head
    return verb if verb.dep_ == "relcl" and verb.i > word.i else None


def _meant(word: Token, name: Token, clause: Token) -> bool:
    """Whether the clause tells of the name, not of what it hangs on, which stands before and governs the name."""
    noun = clause.head
    if noun.i > name.i or not noun.is_ancestor(name) or _plural(word, clause):
        return False
    if name.dep_ == "pobj" and name.head.lower_ not in PARTIES:
        return False  # "the works of Marlow Tin at Lyon, which"
    if word.lower_ == "which":
        return noun.pos_ == "PROPN" and name.ent_type_ in BODIES
    if name.ent_type_ != "PERSON":
        return False
    if noun.pos_ == "NOUN":
        return not person_noun(noun)
    return noun.pos_ == "PROPN" and name.dep_ == "conj" and name.head == noun  # "Berg and Lund, who was"


def _plural(word: Token, clause: Token) -> bool:
    """Whether a relative clause is in the plural: it tells of both."""
    between = [c for c in (clause, *clause.children) if word.i < c.i <= clause.i]
    return any(c.tag_ == "VBP" or c.lower_ in ("are", "were", "have") for c in between)
