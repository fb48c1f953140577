"""From frames that fired to Statement records: status, attribution, dates, qualifiers, evidence."""

from collections.abc import Sequence
from dataclasses import replace

from extract.nlp import Parsed
from extract.readings.attribution import attribute, speaker
from extract.readings.drafts import Draft
from extract.readings.qualifiers import qualifiers
from extract.readings.validity import current, taken_up
from extract.reference.candidates import Sentence
from extract.reference.scene import Bound, Scene
from extract.status.moments import when
from extract.syntax.parse import Span, Token
from extract.vocabulary.lexicon import Lexicon
from graph.model import (
    Condition,
    Document,
    End,
    Evidence,
    Statement,
    statement_id,
)
from graph.ontology import Ontology

ASIDE = ("amod", "appos", "compound", "nmod", "nsubj", "nsubjpass", "poss", "conj")


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
        past = made.status.modality == "actual"
        narrow = predicate.nature == "state" and _aside(made)
        time = when(made.found.trigger, sentence.span, document.date, past, narrow)
        subject, obj = _ordered(made, predicate.symmetric)
        told, segment = _told(made, sentences)
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
                modality="actual" if taken_up(made, time, document.date) else made.modality,
                conditions=_conditions(made),
                attribution=attribute(
                    told,
                    made.given,
                    segment,
                    parsed[segment].segment,
                    scene,
                    lexicon,
                    mention_of,
                ),
                start=time.start if time is not None else None,
                end=time.end if time is not None else None,
                date_words=time.words if time is not None else None,
                current=current(made, predicate.nature, time, document.date),
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


def _told(made: Draft, sentences: Sequence[Sentence]) -> tuple[Token, int]:
    """The word that says it, and its segment: the trigger, or the word that denies it in the answer to it."""
    if made.answer is None:
        return made.found.trigger, sentences[made.sentence].segment
    place, word = made.answer
    return word, sentences[place].segment


def _aside(made: Draft) -> bool:
    """Whether a state is told in passing, by what an end is called: "met his old friend B in May" dates no friendship."""
    trigger = made.found.trigger
    if trigger.dep_ in ASIDE or made.found.frame.presupposed:
        return True
    ends = (made.found.subject.token, made.found.object.token)
    return trigger.pos_ in ("NOUN", "PROPN", "ADJ") and any(
        end == trigger or (end.head == trigger and end.dep_ == "appos") for end in ends
    )


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
    told, place = _told(made, sentences)
    span = parsed[place].segment.original(told.idx, told.idx + len(told))
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
    if made.answer is not None:
        answer = sentences[made.answer[0]]
        stop = max(stop, parsed[answer.segment].segment.original(*_trimmed(answer.span))[1])
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


def _conditions(made: Draft) -> tuple[Condition, ...]:
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
