"""Where a name begins and ends beyond what the NER cut out: legal forms, particles, "of … and …", "SURNAME, Given"."""

from collections.abc import Iterator

from extract.nouns import Nouns
from extract.parse import Doc, Token
from extract.words import read_words

Span = tuple[int, int]
BODIES = frozenset({"PublicBody", "Organization"})
SEVERAL = {"departments": "Department", "ministries": "Ministry"}
DASHES = frozenset({"-", "–", "—", "--"})


def narrowed(doc: Doc, start: int, end: int, nouns: Nouns) -> Iterator[Span]:
    """An entity cut where it holds what is no part of a name: a bracket, a dateline's dash, "to", a month before it."""
    begin = start
    for place in range(start, end):
        token = doc[place]
        bracket = token.text in ("(", ")", "[", "]", '"', ";", "/")
        dash = token.text in DASHES and place > start and bool(doc[place - 1].whitespace_)
        joins = token.text in read_words("cutting_off") or (
            token.text == "on" and place + 1 < end and not doc[place + 1].ent_type_
        )
        joins |= token.text == "in" and begin < place < end - 1 and not _seated(doc[place - 1], nouns)
        if bracket or dash or (joins and token.pos_ != "PROPN"):
            if begin < place:
                yield begin, place
            begin = place + 1
    while begin < end - 1 and doc[begin].text in read_words("calendar") and doc[begin].dep_ != "ROOT":
        begin += 1
    while end > begin and doc[end - 1].pos_ in ("ADP", "CCONJ", "DET", "PART"):
        end -= 1
    while end - 1 > begin and doc[end - 1].pos_ in ("VERB", "AUX", "ADV") and doc[end - 1].text.islower():
        end -= 1  # "Central Bank of Nigeria fined"
    if begin < end:
        yield begin, end


def _seated(head: Token, nouns: Nouns) -> bool:
    """ "the American University in Cairo": bodies that take the place where they are into their names."""
    return nouns.last.get(head.lower_) in BODIES or head.text[:1].islower()


def at_home(doc: Doc, start: int, end: int, known: set[int], nouns: Nouns) -> int:
    """Where a firm's name ends before "of" and a place: "Eni" of "Eni of Italy", but "Bank of Spain" whole."""
    start += doc[start].lower_ == "the"
    for place in range(start + 1, end - 1):
        if doc[place].lower_ != "of":
            continue
        home = doc[place + 1 : end].text.removeprefix("the ")
        if doc[end - 1].i not in known and not nouns.city(home):
            return end
        head = doc[place - 1].lower_
        plain = all(w.lower_ in nouns.plain or w.text.endswith("s'") for w in doc[start : place - 1])
        kind = nouns.last.get(head) or nouns.kinds.get(head)
        kept = (head in nouns.homed and plain) or head in nouns.first or doc[place - 1].text in nouns.titles
        if (
            kept
            or (kind is not None and kind != "Company")
            or (place == start + 1 and head in read_words("governments"))
        ):
            return end
        return place
    return end


def families(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "the Tan family": a family name with the word behind it, after "the" alone."""
    for token in doc[2:]:
        if token.lower_ not in nouns.clans or doc[token.i - 1].pos_ != "PROPN":
            continue
        start = token.i
        while start and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[:1].isupper():
            start -= 1
        if start and doc[start - 1].lower_ == "the" and token.i - start < 4:
            yield (start, token.i + 1), "ORG"


def widened(doc: Doc, known: set[int], nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """Names that the NER cut short or in two, with the label that their words tell; `known` are the registry's tokens."""
    place = 0
    while place < len(doc):
        token = doc[place]
        if (
            not _part(token, known, nouns)
            or token.text in nouns.titles
            or token.pos_ in ("DET", "PRON", "ADP")
        ):
            place += 1
            continue
        end = _run(doc, place, known, nouns)
        label = _label(doc, place, end, nouns)
        if label:
            yield (place, end), label
        place = max(end, place + 1)


def headed(doc: Doc, known: set[int], nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "National Commission on Markets and Competition", "Movement for Change": a head with what it is of or for."""
    for token in doc[:-2]:
        kind = nouns.last.get(token.lower_) or nouns.first.get(token.lower_)
        if (
            kind not in BODIES
            or not token.text[:1].isupper()
            or doc[token.i + 1].lower_ not in read_words("of_names")
        ):
            continue
        end = token.i + 1
        while end + 1 < len(doc) and doc[end].lower_ in (*read_words("of_names"), "and", "&", ","):
            after = end + 2 if doc[end + 1].lower_ in ("the", "and") else end + 1
            stop = after
            while (
                stop < len(doc)
                and _capital(doc[stop])
                and (stop not in known or doc[end].lower_ in ("for", "on"))
            ):
                if doc[stop].ent_type_ == "PERSON" != doc[stop - 1].ent_type_ and nouns.given.sure(
                    doc[stop].text
                ):
                    break  # "the Center for Asian Studies Lena Ortiz"
                stop += 1
            apart = doc[end].lower_ in ("and", ",") and doc[after - 1].ent_type_ != doc[token.i].ent_type_
            field = stop > after and doc[stop - 1].ent_type_ == "" and token.i < doc[stop - 1].head.i < end
            apart &= not (field and doc[end].lower_ == "and" and doc[token.i + 1].lower_ in ("for", "on"))
            if stop == after or apart:
                break
            end = stop
        start = token.i
        while (
            start > 0 and _capital(doc[start - 1]) and start - 1 not in known and doc[start - 1].pos_ != "DET"
        ):
            if doc[start - 1].text in nouns.titles or (
                doc[start - 1].is_sent_start and doc[start - 1].pos_ == "ADP"
            ):
                break
            start -= 1
        if end > token.i + 1:
            while start and doc[start].ent_iob_ == "I" and doc[start].ent_type_ == "ORG":
                if doc[start - 1].tag_ == "POS":
                    break
                start -= 1  # "Economic and" of "Economic and Social Commission for Asia"
            yield (start + (doc[start].lower_ == "the"), end), "ORG"


def patrons(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "Our Lady's Children's Hospital Crumlin", "St. Mary's School": the possessor is part of the name."""
    for token in doc[3:]:
        if (
            token.lower_ not in read_words("founded")
            or not token.text[:1].isupper()
            or doc[token.i - 1].tag_ != "POS"
        ):
            continue
        start = token.i - 1
        while start > 0 and (doc[start - 1].text[:1].isupper() or doc[start - 1].tag_ == "POS"):
            start -= 1
        start = next((n for n in range(start, token.i) if doc[n].lower_ in read_words("patrons")), token.i)
        end = token.i + 1
        while end < len(doc) and end < token.i + 3 and doc[end].pos_ == "PROPN" and _capital(doc[end]):
            if nouns.given.sure(doc[end].text):
                break
            end += 1
        if start < token.i:
            yield (start, end), "ORG"


def listed(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "KELLER, Marta", as lists write it, and "Johan and Lars Berg": the span and the full name in order."""
    for comma in doc[1:-1]:
        if comma.lower_ in ("and", "&"):
            yield from _shared(comma, nouns)
        if comma.text != "," or not _shouted(doc[comma.i - 1]) or doc[comma.i + 1].is_upper:
            continue
        given = doc[comma.i + 1]
        if not nouns.given.sure(given.text) and not (given.pos_ == "PROPN" and given.text in nouns.given):
            continue
        start = comma.i - 1
        before = doc[start - 1].pos_ if start and not doc[start].is_sent_start else "PUNCT"
        if before in ("ADP", "DET", "PART", "ADJ", "NOUN") or (before != "PUNCT" and len(doc[start]) < 4):
            continue  # "the envoy to NATO, Mary Miller", "Shell and BP, Mary Miller and …", "the CEO, Mary Miller"
        while start > 0 and (_shouted(doc[start - 1]) or doc[start - 1].text == "-"):
            start -= 1
        end = comma.i + 2
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and doc[end].is_alpha:
            end += 1
        family = doc[start : comma.i].text.title()
        yield (start, end), f"{doc[comma.i + 1 : end].text} {family}"


def _shared(joint: Token, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "brothers Johan, Karl and Lars Berg": the family name of the last is that of the others too."""
    if joint.i + 2 >= len(joint.doc):
        return
    given, family = joint.nbor(1), joint.nbor(2)
    firsts = [joint.nbor(-1)]
    while firsts[0].i > 2 and firsts[0].nbor(-1).text == "," and firsts[0].nbor(-2).pos_ == "PROPN":
        firsts.insert(0, firsts[0].nbor(-2))
    before = firsts[0].nbor(-1) if firsts[0].i else None
    kin = before is not None and before.lower_ in read_words("siblings")
    if not kin and before is not None and before.pos_ == "PROPN":
        return
    if not all(t.pos_ == "PROPN" and t.text.istitle() for t in (*firsts, given, family)):
        return
    known = (
        firsts[-1].text in nouns.given
        and firsts[-1].text not in read_words("calendar")
        and nouns.given.sure(given.text)
    )
    known = known and not nouns.given.sure(family.text) and all(nouns.given.sure(t.text) for t in firsts[:-1])
    if (kin or known) and nouns.last.get(family.lower_) is None:
        yield from (((t.i, t.i + 1), f"{t.text} {family.text}") for t in firsts)
        if kin:
            yield (given.i, family.i + 1), f"{given.text} {family.text}"


def departments(doc: Doc) -> Iterator[tuple[int, str]]:
    """ "the US Justice, Commerce and Treasury departments": the token of each, with its name in full."""
    for token in doc if any(word in doc.text for word in SEVERAL) else ():
        if token.lower_ not in SEVERAL:
            continue
        place, fields = token.i - 1, []
        while place >= 0 and (doc[place].text.istitle() or doc[place].text in (",", "and", "&")):
            fields += [place] if doc[place].text.istitle() else []
            place -= 1
        if len(fields) > 1:
            yield from ((n, f"{doc[n].text} {SEVERAL[token.lower_]}") for n in fields)


def _shouted(token: Token) -> bool:
    return token.is_upper and len(token.text) > 1 and token.text.replace("-", "").replace("'", "").isalpha()


def _capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.text.replace("-", "").isalpha()
        and token.text not in read_words("calendar")
    )


def _part(token: Token, known: set[int], nouns: Nouns) -> bool:
    if token.i in known or not token.text[:1].isupper() or token.text in read_words("calendar"):
        return False
    if token.text in nouns.titles and token.text not in read_words("soft_titles"):
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in ("ORG", "PERSON", "GPE", "LOC", "FAC"):
        return True
    behind = token.doc[token.i + 1 : token.i + 2].text  # "Isabel dos Santos"
    return behind in nouns.particles and len(token) > 2 and nouns.given.sure(token.text)


def _run(doc: Doc, start: int, known: set[int], nouns: Nouns) -> int:
    """Where the capitalised words from `start` on end, with particles between and legal forms behind."""
    end = start + 1
    while end < len(doc):
        token = doc[end]
        after = end + 1 < len(doc) and _part(doc[end + 1], known, nouns)
        if _part(token, known, nouns):
            end += 1
        elif (after and (token.text in nouns.particles or token.text == "&")) or (
            after and token.text == "'" and nouns.last.get(doc[end + 1].lower_) is not None
        ):
            end += 2
        else:
            break
    end = _branch(doc, end, nouns)
    while end < len(doc):
        if doc[end].text == "de" and doc[end + 1 : end + 2].text in read_words("forms_behind"):
            end += 2
            break
        behind = end + 1 if doc[end].text == "," else end
        if behind < len(doc) and nouns.legal_form(doc[behind].text):
            end = behind + 1
        else:
            break
    return end


def _branch(doc: Doc, end: int, nouns: Nouns) -> int:
    """ "Halvard Fiduciary (Jersey) Limited": past a bracket with a legal form behind it."""
    closed = next((t.i for t in doc[end + 1 : end + 4] if t.text == ")"), None)
    if closed is None or doc[end].text != "(" or closed + 1 >= len(doc):
        return end
    return closed + 2 if nouns.legal_form(doc[closed + 1].text) else end


def _called_firm(doc: Doc, start: int, nouns: Nouns) -> bool:
    """ "the firm Pishtaz Kavosh Gostar": what stands right before a name says what it is."""
    before = doc[start - 1] if start else None
    return before is not None and before.tag_ == "NN" and nouns.kinds.get(before.lower_) == "Company"


def _label(doc: Doc, start: int, end: int, nouns: Nouns) -> str:
    """ORG or PERSON where the words of a run tell that it is one name, else nothing."""
    words = [token.text for token in doc[start:end]]
    if len(words) < 2:
        return ""
    if nouns.legal_form(words[-1]):
        return "ORG"
    kind = nouns.last.get(words[-1].lower())
    people = nouns.given.person(words)
    if words[0].lower() in nouns.first and nouns.first[words[0].lower()] != "Place":
        return "ORG"
    if kind in ("Company", "PublicBody", "Organization") and words[-1].lower() not in nouns.surnames:
        return "ORG"
    if people == 0 and len(words) > 2 and _called_firm(doc, start, nouns):
        return "ORG"
    labels = {token.ent_type_ for token in doc[start:end] if token.text not in nouns.particles}
    if (
        set(words) & read_words("soft_titles")
        or not labels <= {"PERSON", "ORG", "", "GPE", "NORP"}
        or "PERSON" not in labels | {""}
    ):
        return ""
    if people > 1 and not any(
        nouns.given.sure(w) and doc[start + n].ent_iob_ == "B" for n, w in enumerate(words) if n > 1
    ):
        return "PERSON"
    return ""
