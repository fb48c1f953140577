"""Names that the NER cut short or in two: runs of capitalised words with particles, legal forms and brackets."""

from collections.abc import Iterator

from extract.names.bounds import Span
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words


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


def _part(token: Token, known: set[int], nouns: Nouns) -> bool:
    if token.i in known or not token.text[:1].isupper() or token.text in read_words("calendar"):
        return False
    if token.text in nouns.titles and token.text not in read_words("soft_titles"):
        return False
    if token.text in nouns.seated:
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
