"""From frames that fired to Statement records: status, attribution, dates, qualifiers, evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from extract.actors import Figure
from extract.arguments import Filler
from extract.assertion import Lexicon, Status, asked, assess, tense
from extract.attribution import sources, speaker
from extract.conditions import DEALINGS, Dependence, covers, dependences, words
from extract.coreference import Sentence
from extract.dates import When, when
from extract.ends import Bound, Scene, bind, phrase
from extract.frame import Index
from extract.matching import Found, match
from extract.nlp import Parsed
from extract.qualifiers import qualifiers
from graph.model import (
    Attribution,
    Condition,
    Current,
    Document,
    End,
    Evidence,
    Modality,
    Polarity,
    Statement,
    statement_id,
)
from graph.ontology import Ontology

FORMER = frozenset("erstwhile ex ex- former late onetime outgoing previous then".split())
BACK = 3


@dataclass(slots=True)
class Draft:
    """A statement while its document is read; ends are still figures."""

    found: Found
    sentence: int
    predicate: str
    status: Status
    polarity: Polarity
    modality: Modality
    conditions: list[tuple[str, Token | None]] = field(default_factory=list)
    links: list["Draft"] = field(default_factory=list)
    extra: list["Draft"] = field(default_factory=list)
    id: str = ""


def draft(
    sentences: Sequence[Sentence], index: Index, scene: Scene, ontology: Ontology, lexicon: Lexicon
) -> list[Draft]:
    """All readings of a document as drafts, in order, each relation of a sentence once."""
    drafts: list[Draft] = []
    for place, sentence in enumerate(sentences):
        if asked(sentence.span[-1]):
            continue
        seen: dict[tuple[str, int, int, str], Draft] = {}
        for found in match(sentence.span, sentence.segment, index, scene, ontology):
            for made in _drafts(found, place, ontology, lexicon):
                ends = (id(made.found.subject.figure), id(made.found.object.figure))
                if ontology.predicates[made.predicate].symmetric:
                    ends = (min(ends), max(ends))
                key = (made.predicate, *ends, "")
                if key not in seen:
                    seen[key] = made
                    drafts.append(made)
    _depend(drafts, dependences(sentences, lexicon), sentences)
    _link(drafts)
    return drafts


def _drafts(found: Found, place: int, ontology: Ontology, lexicon: Lexicon) -> Iterable[Draft]:
    status = assess(
        found.trigger, lexicon, frozenset() if found.frame.presupposed and _given(found.trigger) else None
    )
    negated = (status.polarity == "negated") != (
        found.frame.negated != (found.subject.negated or found.object.negated)
    )
    modality = found.frame.modality or status.modality
    predicate = found.frame.predicate
    if found.frame.planned is not None and modality != "actual":
        types = ontology.allows(
            found.frame.planned, found.subject.figure.type or "", found.object.figure.type or ""
        )
        if types:
            predicate = found.frame.planned
            modality = "actual" if modality == "intended" else modality
    if found.frame.predicate == "AGREES_WITH" and modality == "possible":
        modality = "possible"
    polarity: Polarity = "negated" if negated else "affirmed"
    conditions: list[tuple[str, Token | None]] = [(_clause_text(c), c) for c in status.conditions]
    made = Draft(found, place, predicate, status, polarity, modality, conditions)
    yield made
    implied = found.frame.implies
    if implied is not None and (modality != "actual" or negated):
        yield Draft(found, place, implied, status, "affirmed", "actual")


def _given(noun: Token) -> bool:
    """Whether a noun phrase takes what it names for granted: "its stake in …", "the sanctions on …"."""
    return noun.dep_ in ("nsubj", "nsubjpass") or any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "these", "those", "such"))
        for c in noun.children
    )


def _clause_text(clause: Token) -> str:
    tokens = [t for t in clause.subtree]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def _depend(drafts: list[Draft], found: list[Dependence], sentences: Sequence[Sentence]) -> None:
    """Hang conditions on the dealings that a "deal" or "this" stands for: of its sentence, else the nearest before."""
    for dependence in found:
        start, end = words(dependence.condition, dependence.trigger)
        text = dependence.trigger.doc[start:end].text
        inside = [
            d
            for d in drafts
            if d.sentence == dependence.sentence
            and covers(dependence.condition, d.found.trigger, dependence.trigger)
        ]
        for inner in inside:
            if inner.found.frame.implies is None or inner.predicate != inner.found.frame.implies:
                inner.modality = "conditional"
                inner.predicate = inner.found.frame.predicate
        for back in range(BACK + 1):
            place = dependence.sentence - back
            near = [
                d
                for d in drafts
                if d.sentence == place
                and d.predicate in DEALINGS
                and d not in inside
                and d.polarity == "affirmed"
                and (d.predicate != "MEETS_WITH" or _business(d))
                and (d.predicate != "OWNS" or d.modality != "actual")
            ]
            if near:
                for dealing in near:
                    dealing.conditions.append((text, None))
                    dealing.links += [d for d in inside if d.modality == "conditional"]
                break


def _business(made: Draft) -> bool:
    types = {made.found.subject.figure.type, made.found.object.figure.type}
    return bool(types & {"Company", "Asset"})


def _link(drafts: list[Draft]) -> None:
    """Link an "if" clause to the statements made inside it."""
    for made in drafts:
        for _, clause in made.conditions:
            if clause is not None:
                made.links += [
                    d
                    for d in drafts
                    if d is not made
                    and d.sentence == made.sentence
                    and (d.found.trigger == clause or clause.is_ancestor(d.found.trigger))
                ]


def settle(
    drafts: list[Draft],
    sentences: Sequence[Sentence],
    parsed: Sequence[Parsed],
    scene: Scene,
    document: Document,
    ontology: Ontology,
    lexicon: Lexicon,
    mention_of: dict[int, str],
    confidence: dict[str, float],
) -> list[Statement]:
    """Drafts as records. `mention_of` gives the mention id of each figure by its identity."""
    body = _merge_headline(drafts, sentences, parsed)
    for made in body:
        made.id = _identify(made, sentences, parsed, document, ontology)
    statements = []
    taken: set[str] = set()
    for made in body:
        if made.id in taken:
            continue
        taken.add(made.id)
        sentence = sentences[made.sentence]
        predicate = ontology.predicates[made.predicate]
        past = tense(made.found.trigger) != "present"
        time = when(made.found.trigger, sentence.span, document.date, past)
        subject, obj = _ordered(made, predicate.symmetric)
        evidence = tuple(
            _evidence(d, sentences, parsed, document, predicate.symmetric) for d in (made, *made.extra)
        )
        statements.append(
            Statement(
                id=made.id,
                document=document.id,
                subject=mention_of[id(subject.figure)],
                predicate=made.predicate,
                object=mention_of[id(obj.figure)],
                evidence=evidence,
                polarity=made.polarity,
                modality=made.modality,
                conditions=_conditions(made, taken),
                attribution=_attribution(made, sentence, parsed, scene, lexicon, mention_of),
                start=time.start if time is not None else None,
                end=time.end if time is not None else None,
                date_words=time.words if time is not None else None,
                current=_current(made, predicate.nature, time),
                qualifiers=qualifiers(made.found, sentence.segment, scene, predicate),
                confidence=confidence.get(made.found.frame.name, confidence.get("", 0.5)),
                rule=made.found.frame.name,
            )
        )
    known = {s.id for s in statements}
    return [
        replace(
            s,
            conditions=tuple(
                c if c.statement in known or c.statement is None else replace(c, statement=None)
                for c in s.conditions
            ),
        )
        for s in statements
    ]


def _merge_headline(
    drafts: list[Draft], sentences: Sequence[Sentence], parsed: Sequence[Parsed]
) -> list[Draft]:
    """A headline that repeats the body is one more piece of its evidence."""
    headlines = [d for d in drafts if parsed[sentences[d.sentence].segment].segment.kind == "headline"]
    body = [d for d in drafts if d not in headlines]
    for title in headlines:
        ends = {id(title.found.subject.figure), id(title.found.object.figure)}
        twin = next(
            (
                d
                for d in body
                if d.predicate == title.predicate
                and d.polarity == title.polarity
                and {id(d.found.subject.figure), id(d.found.object.figure)} == ends
            ),
            None,
        )
        if twin is None:
            body.append(title)
        else:
            twin.extra.append(title)
    return body


def _ordered(made: Draft, symmetric: bool) -> tuple[Bound, Bound]:
    subject, obj = made.found.subject, made.found.object
    if symmetric and obj.token.i < subject.token.i:
        return obj, subject
    return subject, obj


def _identify(
    made: Draft,
    sentences: Sequence[Sentence],
    parsed: Sequence[Parsed],
    document: Document,
    ontology: Ontology,
) -> str:
    segment = parsed[sentences[made.sentence].segment].segment
    trigger = made.found.trigger
    span = segment.original(trigger.idx, trigger.idx + len(trigger))
    heads = tuple(
        segment.original(b.token.idx, b.token.idx + len(b.token))[0]
        for b in (made.found.subject, made.found.object)
    )
    return statement_id(
        document.id, span, made.predicate, (heads[0], heads[1]), ontology.predicates[made.predicate].symmetric
    )


def _evidence(
    made: Draft, sentences: Sequence[Sentence], parsed: Sequence[Parsed], document: Document, symmetric: bool
) -> Evidence:
    sentence = sentences[made.sentence]
    segment = parsed[sentence.segment].segment
    start, end = _trimmed(sentence.span)
    begin, stop = segment.original(start, end)
    subject, obj = _ordered(made, symmetric)
    return Evidence(
        document=document.id,
        start=begin,
        end=stop,
        quote=document.text[begin:stop],
        subject=_end(subject, segment.original, document),
        object=_end(obj, segment.original, document),
        segment=segment.kind,
        speaker=speaker(segment),
        timestamp=segment.timestamp,
    )


def _trimmed(span: Span) -> tuple[int, int]:
    text = span.text
    lead = len(text) - len(text.lstrip())
    return span.start_char + lead, span.start_char + len(text.rstrip())


def _end(bound: Bound, original, document: Document) -> End:  # type: ignore[no-untyped-def]
    doc = bound.token.doc
    last = doc[bound.end - 1]
    start, end = original(doc[bound.start].idx, last.idx + len(last))
    return End(start, end, document.text[start:end])


def _conditions(made: Draft, known: set[str]) -> tuple[Condition, ...]:
    linked = [d.id for d in made.links if d.id]
    found: list[Condition] = []
    for text, clause in made.conditions:
        own = [
            d.id
            for d in made.links
            if d.id and (clause is None or clause == d.found.trigger or clause.is_ancestor(d.found.trigger))
        ]
        own = [i for i in linked if i in own]
        found += [Condition(text, statement) for statement in dict.fromkeys(own)] or [Condition(text)]
    return tuple(dict.fromkeys(found))


def _attribution(
    made: Draft,
    sentence: Sentence,
    parsed: Sequence[Parsed],
    scene: Scene,
    lexicon: Lexicon,
    mention_of: dict[int, str],
) -> tuple[Attribution, ...]:
    segment = parsed[sentence.segment].segment
    told = [Attribution(segment.speaker)] if segment.speaker else []
    kinds = frozenset({"Person", "Company", "State", "PublicBody", "Organization"})
    for token in sources(made.found.trigger, lexicon):
        bound = [b for b in bind(Filler(token), sentence.segment, scene, kinds) if id(b.figure) in mention_of]
        if bound:
            told.append(Attribution(bound[0].figure.name, mention_of[id(bound[0].figure)]))
        else:
            told.append(Attribution(_source_text(token)))
    return tuple(dict.fromkeys(a for a in told if a.text))


def _source_text(token: Token) -> str:
    start, _ = phrase(token)
    end = token.i + 1
    for child in token.children:
        if child.dep_ in ("prep", "acl", "relcl") and child.i > token.i:
            end = child.right_edge.i + 1
    text = token.doc[start:end].text
    return text if end - start <= 14 else token.doc[start : token.i + 1].text


def _current(made: Draft, nature: str, time: When | None) -> Current:
    trigger = made.found.trigger
    near = {c.lower_ for c in trigger.children} | {c.lower_ for c in made.found.subject.token.children}
    if near & FORMER or made.status.former:
        return "no"
    if nature != "state" or made.modality != "actual":
        return "unknown"
    if time is not None and time.end is not None:
        return "no"
    told = tense(trigger)
    if any(c.lower_ in ("under", "during") for c in trigger.ancestors if c.dep_ == "prep"):
        return "no"
    if told == "present":
        return "yes"
    if told == "past" and trigger.pos_ in ("VERB", "AUX"):
        return (
            "no"
            if trigger.lemma_ in ("head", "lead", "own", "hold", "control", "run", "work", "represent")
            else "unknown"
        )
    if told == "past" and trigger.dep_ in ("attr",) and trigger.head.lemma_ == "be":
        return "no"
    return "yes" if trigger.dep_ in ("appos", "compound", "nmod") else "unknown"


def used_figures(drafts: Iterable[Draft]) -> list[tuple[Figure, Bound, Draft]]:
    """All figures that stand at an end, with where."""
    return [(b.figure, b, d) for d in drafts for b in (d.found.subject, d.found.object)]
