"""From frames that fired to Statement records: status, attribution, dates, qualifiers, evidence."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from extract.arguments import Filler
from extract.attribution import sources, speaker
from extract.coreference import Sentence
from extract.dates import When, when
from extract.drafts import Draft
from extract.ends import bind
from extract.lexicon import Lexicon
from extract.nlp import Parsed
from extract.qualifiers import qualifiers
from extract.scene import Bound, Scene, phrase
from extract.tenses import tense
from graph.model import (
    Attribution,
    Condition,
    Current,
    Document,
    End,
    Evidence,
    Statement,
    statement_id,
)
from graph.ontology import Ontology

DISPOSED = frozenset("sell divest offload dispose unload".split())
ASIDE = ("appos", "compound", "nmod", "nsubj", "poss", "conj")
STATES = frozenset({"head", "lead", "own", "hold", "control", "run", "work", "represent"})
FORMER = frozenset("erstwhile ex ex- former late onetime outgoing previous then".split())


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
        past = made.modality == "actual"
        narrow = predicate.nature == "state" and made.found.trigger.dep_ in ASIDE
        time = when(made.found.trigger, sentence.span, document.date, past, narrow)
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
                conditions=_conditions(made),
                attribution=_attribution(made, sentence, parsed, scene, lexicon, mention_of),
                start=time.start if time is not None else None,
                end=time.end if time is not None else None,
                date_words=time.words if time is not None else None,
                current=_current(made, predicate.nature, time, document.date),
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


def _in_the_days_of(trigger: Token) -> bool:
    """ "the German government under Angela Merkel"."""
    around = {trigger, *trigger.ancestors}
    return any(
        c.dep_ == "prep"
        and c.lower_ in ("under", "during")
        and any(g.ent_type_ == "PERSON" for g in c.children)
        for token in around
        for c in token.children
    )


def past(made: Draft) -> bool:
    """Whether the text itself says that it no longer holds: "former", "then", "no longer"."""
    trigger = made.found.trigger
    beside = (() if trigger.pos_ == "VERB" else trigger.children, made.found.subject.token.children)
    return made.status.former or any(c.lower_ in FORMER for tokens in beside for c in tokens)


def over(made: Draft) -> bool:
    """Whether a state no longer holds: the text says so, or tells of it in the past tense."""
    trigger = made.found.trigger
    if past(made):
        return True
    verbal = trigger.pos_ in ("VERB", "AUX") and trigger.lemma_ in STATES
    predicated = trigger.dep_ == "attr" and trigger.head.lemma_ == "be"
    return (verbal or predicated) and tense(trigger) == "past"


def _current(made: Draft, nature: str, time: When | None, today: str | None) -> Current:
    trigger = made.found.trigger
    if past(made):
        return "no"
    if nature != "state" or made.modality != "actual":
        return "unknown"
    if time is not None and time.end is not None and today is not None and time.end < today:
        return "no"
    told = tense(trigger)
    if _in_the_days_of(trigger) or (made.found.frame.presupposed and trigger.head.lemma_ in DISPOSED):
        return "no"
    if told == "present":
        return "yes"
    if over(made):
        return "no"
    if told == "past" and trigger.pos_ in ("VERB", "AUX"):
        return "unknown"
    return "yes" if trigger.dep_ in ("appos", "compound", "nmod") else "unknown"
