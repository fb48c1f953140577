"""Who does what a verb or an event noun says, and to whom, whatever the construction."""

from extract.grammar.addressees import GIVEN, RIGHTS, asked_to, given_to, judged, named_to, recipients
from extract.grammar.agents import ALLEGING, agents, reduced
from extract.grammar.prepositions import light_clauses, prepositional
from extract.syntax.parse import Token
from extract.syntax.relatives import antecedents, own_subject, passive, passive_subjects
from extract.vocabulary.lexicon import read_lexicon
from extract.vocabulary.words import read_words

BEARING = frozenset("dobj attr pobj nsubj nsubjpass".split())
ASKED = frozenset("appeal call demand invitation invite order plea request summons".split())
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says; [] where the text does not tell."""
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if depth > 8:
        return []
    if verb.pos_ in ("NOUN", "PROPN"):
        planning = verb.dep_ == "ROOT" and any(c.dep_ == "xcomp" for c in verb.children)
        return (own_subject(verb) if planning else []) or event_subjects(verb, depth)
    participle = (
        verb.dep_ in ("acl", "amod", "acomp", "advcl")
        and verb.tag_ == "VBN"
        and not any(c.dep_ == "aux" or (c.dep_ == "dobj" and verb.dep_ == "advcl") for c in verb.children)
    )
    first = verb.head
    beside = passive(first) or (first.dep_ == "acl" and first.tag_ == "VBN")  # "those arrested and deported"
    shared_passive = verb.dep_ == "conj" and verb.tag_ == "VBN" and beside and not own_subject(verb)
    by_one = verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)
    if passive(verb) or participle or shared_passive or by_one or reduced(verb):
        return agents(verb)
    own = own_subject(verb)
    if own:
        return own
    return _inherited(verb, depth)


def _inherited(verb: Token, depth: int) -> list[Token]:
    """The subject of a verb without one of its own: coordination, control, participles."""
    head, dep = verb.head, verb.dep_
    asked = asked_to(verb) if verb.tag_ == "VB" and dep in ("acl", "advcl", "xcomp", "ccomp", "relcl") else []
    if asked:
        return asked
    if dep == "advcl" and head.dep_ == "relcl" and _got(head.head, head):
        return prepositional(head, "from")  # "an offer that it received from Shell to buy it"
    if dep == "advcl" and _says_also(verb):
        return _subjects(head.head, depth + 1)
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        if verb.tag_ == "VBG" and head.tag_ == "VB" and head.head.tag_ == "VBG" and head.head.i < head.i:
            return _subjects(head.head, depth + 1)  # "telling Chad to stop and threatening to attack it"
        if passive(head):
            return passive_subjects(head)
        return _subjects(head, depth + 1)
    if dep == "ccomp" and verb.tag_ in FINITE:
        return [head.head] if head.dep_ == "relcl" else []
    if dep == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in read_words("moving") and verb.left_edge.i > 0:
        before = verb.left_edge.nbor(-1)
        if before.tag_ == "NNS" and before.dep_ in ("dobj", "pobj"):
            return [before]  # "a tax on goods of firms coming to Chad"
    doer = judged(verb) if dep in ("xcomp", "acl", "advcl", "ccomp") and verb.tag_ == "VB" else []
    if doer:
        return doer
    if dep in ("xcomp", "ccomp", "advcl", "dep") and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        if _for_anybody(verb):
            return []
        governed = [c for c in head.children if c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i]
        governed = governed or named_to(head)
        sent = dep == "advcl" and verb.tag_ == "VB" and head.lemma_ in read_words("sending")
        if (
            (dep in ("xcomp", "ccomp") or sent)
            and governed
            and (head.lemma_ in read_words("steering") or passive(head))
        ):
            return [t for c in governed for t in antecedents(c)]
        if passive(head):
            return passive_subjects(head)
        if verb.tag_ == "VB" and head.tag_ == "VBN" and head.dep_ in ("acl", "advcl") and _bare(head):
            return objects(head)  # "Lena Ortiz, elected to govern Peru, …"
        return _subjects(head, depth + 1)
    if dep == "acl":
        asked_of = head.dep_ == "dobj" and head.head.lemma_ in read_words("answering_requests")
        if asked_of and verb.tag_ == "VB" and head.lemma_ in ASKED:
            return _subjects(head.head, depth + 1)  # "accepted Chad's invitation to visit it"
        if verb.tag_ == "VBG" or (verb.tag_ == "VB" and head.dep_ == "ROOT" and head.pos_ == "PROPN"):
            return [head]  # "Novatek to build a terminal", a headline
        return _deciding(head) or event_subjects(head, depth + 1) or ([head] if verb.tag_ == "VB" else [])
    if dep == "relcl":
        return [] if any(c.dep_ == "nsubj" for c in verb.children) else [head]
    if dep == "pcomp":
        return _behind_preposition(verb, depth)
    if dep == "csubj" and head.dep_ == "ccomp" and head.head.pos_ == "VERB":
        return _subjects(head.head, depth + 1)
    if dep == "oprd" and passive(head):  # "is thought unlikely to buy it"
        return passive_subjects(head)
    if dep in ("acomp", "attr") or (dep == "ROOT" and verb.pos_ == "ADJ"):
        return _subjects(head, depth + 1) if head != verb else []
    return []


def _says_also(verb: Token) -> bool:
    """ "Chad said the claims were baseless, accusing Mali of …": Chad accuses, and not the claims."""
    be = verb.head
    told = be.dep_ == "ccomp" and be.lemma_ == "be" and be.head.pos_ == "VERB" and be.head.i < be.i
    return told and verb.tag_ == "VBG" and verb.lemma_ in read_words("saying_also") and be.i < verb.i


def _deciding(noun: Token) -> list[Token]:
    """ "condemned the US decision to sanction Lukoil": whose decision it is, where others speak of it."""
    verb = noun.head
    judged_of = noun.dep_ == "dobj" and verb.lemma_ in read_words("judging")
    if not judged_of or any(c.dep_ == "poss" for c in noun.children):
        return []
    return [c for c in noun.children if _country(c)]


def _bare(participle: Token) -> bool:
    """Whether a participle has neither auxiliary nor object: "dispatched to mediate"."""
    return not any(c.dep_ in ("aux", "auxpass", "dobj") for c in participle.children)


def _for_anybody(verb: Token) -> bool:
    """ "It is necessary to arrest Berg": nobody is told who does it, and "it" is nobody."""
    head = verb.head
    if verb.tag_ != "VB" or head.lemma_ != "be":
        return False
    so = any(c.dep_ == "acomp" and c.lemma_ in read_words("impersonal_how") for c in head.children)
    return so and any(c.dep_ == "nsubj" and c.lower_ in ("it", "that", "this") for c in head.children)


def _behind_preposition(verb: Token, depth: int) -> list[Token]:
    """The subject of a verb behind a preposition: "depends on the US lifting …", "after serving as envoy, he …"."""
    head, governor = verb.head, verb.head.head
    doing = [c for c in head.children if c.dep_ == "pobj" and c.i < verb.i]
    if doing and verb.tag_ == "VBG":
        return doing  # "depends on the US lifting …"
    if _ranging(head):
        return []
    if head.lower_ == "as" and governor.lemma_ in read_words("told_as"):
        return objects(governor)  # "identified by Norway as shipping chips to Russia"
    if governor.pos_ == "ADV" and governor.dep_ == "advmod":  # "stopped short of", "far from"
        return _subjects(governor.head, depth + 1)
    if head.lower_ == "of" and governor.lower_ == "out" and governor.head.pos_ == "VERB":
        left = governor.head  # "backed out of buying it", "was talked out of buying it"
        return objects(left) if passive(left) else _subjects(left, depth + 1)
    if head.lower_ == "of" and governor.lemma_ in read_lexicon().clearing:
        return objects(governor)  # "was acquitted of financing it"
    if head.lower_ == "of" and governor.lemma_ == "accuse" and governor.pos_ == "VERB":
        return objects(governor)  # "was accused of financing it", which is no statement unless he denies it
    if (head.lower_ == "by" and passive(governor)) or governor.lemma_ in ALLEGING:
        return []
    if head.lower_ in ("of", "from", "for", "against", "into") and governor.pos_ == "VERB":
        governed = [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")]
        if governed:
            return [t for c in governed for t in antecedents(c)] if head.lower_ != "for" else []
    if governor.pos_ in ("NOUN", "PROPN"):
        accused = governor.dep_ in ("dobj", "nsubjpass") and governor.head.lemma_ in ALLEGING
        if head.lower_ == "of" and accused and governor.head.lemma_ in read_lexicon().clearing:
            return [governor]
        if head.lower_ == "of" and accused:  # "accused the army of bombing", hung on the army
            return []
        return event_subjects(governor, depth + 1)
    halts = [c for c in governor.children if c.dep_ == "attr" and c.lemma_ in read_words("halts")]
    if halts:  # "Oslo was her last stop after visiting Lima"
        return [c for halt in halts for c in halt.children if c.dep_ == "poss"]
    if head.lower_ == "in" and governor.lemma_ == "join" and verb.tag_ == "VBG":
        return [*_subjects(governor, depth + 1), *objects(governor)]  # "joined Eni in buying it"
    if passive(governor):  # "after serving as envoy, he was appointed"
        return passive_subjects(governor)
    return _subjects(governor, depth + 1)


def _ranging(preposition: Token) -> bool:
    """ "crimes, from looting shops to backing rebels": the span of a list, whose members others may have done."""
    if preposition.lower_ not in ("from", "to"):
        return False
    doc = preposition.doc
    start = next((i for i in range(preposition.i, 0, -1) if doc[i].lower_ == "from"), 0)
    return start > 1 and doc[start - 1].text == ","


def event_subjects(noun: Token, depth: int = 0) -> list[Token]:
    """Who does what an event noun says ("their bid", "X held talks", "X is in talks")."""
    if depth > 8:
        return []
    owners = [c for c in noun.children if c.dep_ == "poss" and c.lower_ not in read_words("degrees")]
    own = bool(owners) and owners[0].tag_ == "PRP$"
    if own and noun.dep_ == "dobj" and noun.head.lemma_ in read_words("light"):
        owners = own_subject(noun.head) or owners  # "A and B held their first talks"
    elif own and noun.dep_ == "pobj" and noun.lemma_ in read_words("mutual"):
        behind = [t for t in own_subject(noun.head.head) if t.i > noun.i and t.pos_ == "PROPN"]
        owners = behind or owners  # "During her visit to Oslo, Lena Ortiz said"
    if owners:
        return owners
    by = prepositional(noun, "by")
    if not by and noun.lemma_ in read_words("races"):
        by = prepositional(noun, "between")
    if by:
        return by
    told = [t for c in light_clauses(noun) for t in own_subject(c) if t != noun]
    if told and noun.lemma_ in read_words("gotten"):
        return []  # "the support that it received"
    if told:
        return told  # "the talks that X held with Y"
    if noun.lemma_ in read_words("made"):
        got = [c for c in noun.children if c.dep_ == "relcl" and _got(noun, c) and not passive(c)]
        if got:  # "an offer that it received from Shell"
            return [t for c in got for t in prepositional(c, "from")]
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return _object_subjects(noun, depth)
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        return _phrase_subjects(noun, depth)
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return event_subjects(head, depth + 1)
    return []


def _object_subjects(noun: Token, depth: int) -> list[Token]:
    """Who does what the object of a verb says: "X launched a bid", "was awarded a contract to supply"."""
    head = noun.head
    apart = head.lemma_ in read_words("judging") and not _refused(noun, head)
    if apart and noun.lemma_ in read_words("mutual") | read_words("sales"):
        return []  # who criticises or brokers talks takes no part in them
    if head.lemma_ in read_words("judging") - read_words("granting") and noun.lemma_ in read_words("moneys"):
        return []
    if _got(noun, head):
        return prepositional(head, "from")  # "received an offer from Shell to buy it"
    if head.lemma_ in GIVEN and passive(head):  # "was awarded a contract to supply"
        return passive_subjects(head)
    if noun.lemma_ in RIGHTS and head.lemma_ in GIVEN and recipients(head):
        return recipients(head)  # "gave Shell the right to buy it"
    return _subjects(head, depth + 1)


def _refused(noun: Token, verb: Token) -> bool:
    """ "rejects talks with Israel": talks of one's own, and not "the talks between A and B"."""
    return (
        verb.lemma_ == "reject"
        and noun.lemma_ in read_words("mutual")
        and any(c.lower_ == "with" for c in noun.children)
        and not any(c.lower_ in ("the", "these", "those", "between", "by") for c in noun.children)
    )


def _phrase_subjects(noun: Token, depth: int) -> list[Token]:
    """Who does what stands behind a preposition: "X is in talks", "flew to Oslo for a meeting"."""
    head, governor = noun.head, noun.head.head
    if governor.pos_ in ("ADV", "ADP") and governor.dep_ in ("advmod", "prep", "prt"):
        governor = governor.head  # "walked away from talks", "pulled out of a meeting"
    if (
        governor.lemma_ in read_words("speaking_out")
        and noun.lemma_ in read_words("sales") | read_words("moneys")
        and head.lower_ in ("for", "against", "on", "to")
    ):
        return []  # who calls for a sale is not the seller
    if governor.pos_ in ("VERB", "AUX") and (
        governor.lemma_ in read_words("serving") | read_words("light")
        or head.lower_ in ("in", "for", "on", "from")
        or (
            head.lower_ == "into"
            and noun.lemma_ in read_words("mutual")
            and (passive(governor) or all(c.dep_ != "dobj" for c in governor.children))
        )  # "was drawn into talks"
        or (head.lower_ == "of" and head.head != governor)
        or (
            head.lower_ in ("during", "after", "before", "at", "following")
            and noun.lemma_ in read_words("mutual")
        )
        or (
            head.lower_ in read_words("around") | {"over", "with"}
            and head.i < governor.i
            and noun.lemma_ in read_words("spans")
        )
    ):
        if passive(governor):
            return passive_subjects(governor)
        arrival = [c for c in governor.children if c.dep_ == "dobj" and c.lemma_ in read_words("comings")]
        if head.lower_ == "for" and arrival:  # "confirmed the arrival of the envoys for talks"
            return [t for c in arrival for t in prepositional(c, "of") or event_subjects(c, depth + 1)]
        return _subjects(governor, depth + 1)
    if governor.pos_ == "ADJ" and governor.dep_ == "acomp" and head.lower_ in ("for", "to", "about"):
        return _subjects(governor.head, depth + 1)  # "is ready for talks", "is open to a sale"
    if governor.pos_ == "PROPN" and governor.dep_ == "ROOT" and head.lower_ == "in":
        return [governor]  # a headline: "Shell in talks with Sonatrach"
    arriving = prepositional(governor, "of") if head.lower_ == "for" and governor.pos_ == "NOUN" else []
    if arriving:
        return arriving  # "the arrival of the delegation for talks"
    if governor.pos_ == "PROPN" and governor.dep_ == "pobj" and governor.head.head.pos_ == "PROPN":
        return [governor.head.head] if head.lower_ == "for" else []  # "Stubb, in London for talks"
    if governor.dep_ == "pobj" and governor.head.lower_ in ("from", "by"):
        governor = governor.head.head  # "won approval from the EU for a takeover"
        if governor.pos_ == "VERB":
            return _subjects(governor, depth + 1)
    if governor.pos_ in ("NOUN", "PROPN") and governor.dep_ in BEARING:
        if head.lower_ == "of" and any(_country(c) for c in noun.children):
            return []  # "questioned decades of US talks with China"
        return event_subjects(governor, depth + 1)
    return []


def _got(noun: Token, verb: Token) -> bool:
    """ "received an offer": whether who does what a verb says got what another made."""
    return noun.lemma_ in read_words("made") and verb.lemma_ in read_words("receiving")


def _country(word: Token) -> bool:
    """Whether a word before a noun names a country or a people."""
    return word.dep_ in ("compound", "nmod", "amod") and word.ent_type_ in ("GPE", "NORP")


def ownerless(told: Token) -> bool:
    """Whether a text can leave out whose it is: "there is no deal with …", "no offer was received from …"."""
    if told.pos_ == "VERB":
        return told.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in told.children)
    if told.dep_ == "attr":
        return any(c.dep_ == "expl" for c in told.head.children)
    return told.dep_ in ("nsubj", "nsubjpass")


def objects(verb: Token) -> list[Token]:
    """Whom or what the verb is done to."""
    if verb.pos_ in ("NOUN", "PROPN"):
        return prepositional(verb, "of")
    if verb.dep_ == "relcl" and verb.lemma_ in read_words("judging") and _told_of_deed(verb):
        return []
    if reduced(verb):
        return own_subject(verb)
    return _governed(verb) or _understood(verb)


def _governed(verb: Token) -> list[Token]:
    """The object or passive subject that hangs on a verb itself."""
    roles = ("dobj",) if given_to(verb) else ("dobj", "nsubjpass")
    parts = [c for c in verb.children if c.dep_ in roles]
    if len(parts) > 1:  # "which he accused Norway of stealing"
        parts = [c for c in parts if c.tag_ not in ("WDT", "WP")]
    found = [t for c in parts for t in antecedents(c)]
    if found:
        return found
    # A "dative" alone: "fined the technology firm Hewlett", where the name was read as the object.
    return named_to(verb) or [c for c in verb.children if c.dep_ == "dative" and c.pos_ in ("NOUN", "PROPN")]


def _understood(verb: Token) -> list[Token]:
    """Whom or what a verb without an object is done to: the noun that it tells of, the object of another verb."""
    head, dep = verb.head, verb.dep_
    participle = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    if dep in ("acl", "amod") and participle:
        named = dep == "amod" and head.dep_ in ("compound", "nmod") and head.head.pos_ == "PROPN"
        return [head, head.head] if named and head.i < head.head.i else [head]  # "sanctioned businessman X"
    if dep in ("advcl", "acomp", "prep") and participle:
        if dep == "advcl" and passive(head):  # "Educated at Yale, he was promoted by Shell"
            return passive_subjects(head)
        return _subjects(head, 1)
    shared = dep == "conj" and verb.tag_ == "VBN" and head.pos_ in ("VERB", "AUX") and not own_subject(verb)
    if shared and (passive(head) or (head.dep_ in ("acl", "advcl") and head.tag_ == "VBN")):
        return objects(head)
    if dep == "xcomp" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        raised = passive_subjects(head)
        return raised or _subjects(head, 1)
    if dep == "acl" and verb.tag_ == "VBN" and verb.left_edge.lower_ == "to":
        return asked_to(verb) or event_subjects(head)  # "its agreement to be bought by Shell"
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        governor = head.head if dep == "pcomp" else head  # "moved and was fined by", "after being fined by"
        if dep in ("conj", "advcl", "pcomp") and governor.pos_ == "VERB":
            return objects(governor) if passive(governor) else _subjects(governor, 1)
    if dep == "relcl" and any(c.dep_ == "nsubj" for c in verb.children):
        gap = not any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
        if gap and not any(c.dep_ in ("nsubj",) and c.tag_ in ("WDT", "WP") for c in verb.children):
            return [head]
    following = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if following and not any(c.dep_ == "prep" for c in verb.children):
        return [c for v in following if not own_subject(v) for c in v.children if c.dep_ == "dobj"]
    return []


def _told_of_deed(clause: Token) -> bool:
    """ "sent missiles to Chad, which Mali opposes": the deed, not the country that is named last."""
    first, place = clause.left_edge, clause.head
    if place.ent_type_ != "GPE" or place.dep_ != "pobj" or first.lower_ != "which" or first.head != clause:
        return False
    return first.dep_ == "dobj" and first.i > 0 and first.nbor(-1).text == ","
