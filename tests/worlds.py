"""Made-up documents for tests of graph and loaders: by hand, and by hypothesis with hostile names.

Test modules read this file with runpy, as tests are no package.
"""

from dataclasses import replace

from hypothesis import strategies as st

from graph.model import (
    Attribution,
    Condition,
    Document,
    End,
    Evidence,
    Extraction,
    Mention,
    Reference,
    Statement,
    document_id,
    mention_id,
    statement_id,
)
from graph.registry import Entry, Kinship, Office, Term, make_registry
from graph.resolve.judgements import make_judgement
from graph.resolve.known import Known, known_actors

KNOWN = {
    "state-ru": Known("State", "Russia", ("Russian Federation",)),
    "state-us": Known("State", "United States"),
    "novatek": Known("Company", "Novatek", ("PAO Novatek",), "state-ru"),
}
# An envoy, his sister, her husband, and a fund with its owners: the registry has facts about them.
REGISTRY = make_registry(
    [
        Entry("land", "State", "Ruritania", country="XR"),
        Entry("ministry", "PublicBody", "Foreign Ministry of Ruritania", country="XR"),
        Entry("envoy", "Person", "Rudolf Rassendyll", country="XR"),
        Entry("sister", "Person", "Flavia Rassendyll", country="XR"),
        Entry("husband", "Person", "Michael Elphberg", country="XR"),
        Entry("fund", "Company", "Zenda Fund", country="XR", owner="holding"),
        Entry("holding", "Company", "Strelsau Holding", country="XR", owner="land"),
    ],
    [
        Office("office-envoy", "special envoy", "land", ("Special Envoy",), (Term("envoy", "2020", "2022"),)),
        Office(
            "office-minister", "foreign minister", "ministry", ("Minister",), (Term("husband", "2024-05"),)
        ),
    ],
    [Kinship("sister", "envoy", "sister"), Kinship("husband", "sister", "husband")],
    {"fund": "firms.toml", "holding": "firms.toml", "office-envoy": "offices.toml"},
)
KNOWN |= known_actors(REGISTRY)
PEOPLE = ["Donald Trump", "Donald J. Trump", "Trump", "Igor Sechin", "Ivan Sechin", "Gentry Beach"]
FIRMS = ["Rosneft", "PAO Rosneft", "Exxon Mobil", "Novatek", "Foreign Ministry"]
HOSTILE = [
    'O\'Brien "Q" `x`',
    "a}} DETACH DELETE n //",
    "\u202eabc\u202c Ltd",
    "🙂 Corp",
    "A\x00B",
    "$rows",
    "\u0301e",
    "é",
]
SYMMETRIC = {"MEETS_WITH", "NEGOTIATES_WITH"}
PREDICATES = ["OWNS", "MEETS_WITH", "SANCTIONED_BY", "HEADS", "NEGOTIATES_WITH"]


# Two texts that tell one story, as a copy with another end does.
STORY = " ".join(f"word{number} of{number} it{number}" for number in range(30))
COPY = f"{STORY} and here it ends otherwise"


def document(content, source=None, date=None, title=""):
    """A document with this text, read from `source`."""
    return Document(
        document_id(content.encode()),
        (source or f"{content}.txt",),
        content,
        title,
        date,
        len(content.split()),
    )


def mention(doc, start, name, type_="Person", **more):
    """A mention at `start`."""
    return Mention(mention_id(doc.id, start), doc.id, start, start + len(name), name, type_, **more)


def statement(doc, subject, predicate, object_, trigger=0, **more):
    """A statement between two mentions, with one quote."""
    ends = End(subject.start, subject.end, subject.name), End(object_.start, object_.end, object_.name)
    evidence = (Evidence(doc.id, 0, 5, doc.text[:5], *ends),)
    id_ = statement_id(
        doc.id, (trigger, trigger + 1), predicate, (subject.start, object_.start), predicate in SYMMETRIC
    )
    return Statement(id_, doc.id, subject.id, predicate, object_.id, **{"evidence": evidence, **more})


def told_twice():
    """A document with one statement that two of its sentences make, in other words for its subject."""
    doc = document("Gentry Beach seeks Novatek. Beach wants it.", "twice.txt")
    ends = mention(doc, 0, "Gentry Beach"), mention(doc, 20, "Novatek", "Company", registry="novatek")
    made = statement(doc, ends[0], "SEEKS_STAKE_IN", ends[1])
    again = replace(made.evidence[0], start=28, end=43, subject=End(28, 33, "Beach"))
    return extraction(doc, ends, [replace(made, evidence=(*made.evidence, again))])


def as_in_version_2(run):
    """Make what `told_twice` wrote what store version 2 wrote; `run` runs a Cypher statement."""
    sides = [f"{side}_{name}" for side in ("subject", "object") for name in ("start", "end", "surface")]
    for key in sides:
        run(f"MATCH (s:Statement)-[e:STATED_IN]->() WHERE e.place = 0 SET e.{key} = s.{key}")
        run(f"MATCH (s:Statement) REMOVE s.{key}")
    run("MATCH (:Statement)-[r:SUBJECT]->() SET r.start = 0, r.`end` = 12, r.surface = 'Gentry Beach'")
    run("MATCH (m:Meta) SET m.version = 2")


def extraction(doc, mentions=(), statements=()):
    """All records of a document."""
    return Extraction(doc, tuple(mentions), tuple(statements))


def one_document(content="doc", *names, date=None, source=None, **more):
    """A document with mentions of these names and no statement."""
    doc = document(content, source, date)
    return extraction(doc, [mention(doc, 10 * n, name, **more) for n, name in enumerate(names)])


names = st.sampled_from(PEOPLE + FIRMS + HOSTILE)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8))
dates = st.sampled_from([None, "2022", "2022-03", "2025-12-01", "2025"])


@st.composite
def mentions(draw, doc):
    found = []
    for number in range(draw(st.integers(1, 4))):
        registry = draw(
            st.sampled_from(
                [None, None, None, "state-ru", "novatek", "unknown-id", "envoy", "sister", "fund"]
            )
        )
        type_ = draw(st.sampled_from(["Person", "Person", "Company", "State", "Deal"]))
        found.append(
            mention(
                doc,
                10 * number,
                draw(names),
                type_,
                aliases=tuple(draw(st.lists(names, max_size=2, unique=True))),
                registry=registry,
                named=draw(st.sampled_from([True, True, True, False])),
                country=draw(st.sampled_from([None, None, "state-ru", "state-us"])),
            )
        )
    return found


@st.composite
def statements(draw, doc, there):
    found = {}
    for trigger in range(draw(st.integers(0, 4))):
        ends = st.sampled_from(there)
        told = [
            Attribution(draw(texts), draw(st.sampled_from([None, *(m.id for m in there)])))
            for _ in range(draw(st.integers(0, 2)))
        ]
        goals = st.sampled_from([None, *found])
        hangs = [
            Condition(draw(texts), draw(goals), draw(st.sampled_from([None, *(m.id for m in there)])))
            for _ in range(draw(st.integers(0, 2)))
        ]
        made = statement(
            doc,
            draw(ends),
            draw(st.sampled_from(PREDICATES)),
            draw(ends),
            trigger,
            polarity=draw(st.sampled_from(["affirmed", "affirmed", "negated"])),
            modality=draw(st.sampled_from(["actual", "actual", "intended", "possible", "conditional"])),
            conditions=tuple(hangs),
            attribution=tuple(told),
            start=draw(dates),
            end=draw(dates),
            date_words=draw(st.one_of(st.none(), texts)),
            current=draw(st.sampled_from(["yes", "no", "unknown"])),
            qualifiers=draw(st.dictionaries(st.sampled_from(["role", "share"]), texts, max_size=2)),
            confidence=draw(st.sampled_from([0.0, 0.3, 1.0, 0.75])),
            rule=draw(texts),
        )
        part = draw(st.one_of(st.none(), texts))
        first = replace(made.evidence[0], part=part)
        evidence = (first, replace(first, subject=End(7, 9, draw(texts))))[: draw(st.integers(1, 2))]
        found[made.id] = statement(doc, *_ends(made, there), trigger, **{**_kept(made), "evidence": evidence})
    return list(found.values())


def _ends(made, there):
    by_id = {m.id: m for m in there}
    return by_id[made.subject], made.predicate, by_id[made.object]


def _kept(made):
    skipped = ("id", "document", "subject", "predicate", "object", "evidence")
    return {name: getattr(made, name) for name in made.__dataclass_fields__ if name not in skipped}


@st.composite
def metadata(draw, doc):
    """The document with what a reader may know of it."""
    known = st.one_of(st.none(), texts)
    starts = sorted(draw(st.sets(st.integers(0, 2**40), max_size=3)))
    return replace(
        doc,
        date_inferred=draw(st.booleans()),
        source=draw(known),
        author=draw(known),
        url=draw(known),
        language=draw(st.sampled_from([None, "en"])),
        parts=tuple(draw(texts) for _ in starts),
        part_starts=tuple(starts),
    )


@st.composite
def extractions(draw, contents=("one", "two", "three", "four", STORY, COPY)):
    """One document out of a few, with whatever records."""
    content = draw(st.sampled_from(contents))
    sources = draw(st.sampled_from([f"{content}.txt", "shared.txt", "https://x.example/`}}"]))
    doc = draw(metadata(document(content, sources, draw(dates), draw(texts))))
    there = draw(mentions(doc))
    return extraction(doc, there, draw(statements(doc, there)))


@st.composite
def judgements(draw):
    """A judgement on spellings in the documents that `extractions` makes."""
    ends = [
        Reference(
            draw(st.sampled_from(["one.txt", "two.txt", "shared.txt"])),
            draw(names),
            draw(st.sampled_from(["Person", "Company"])),
        )
        for _ in range(2)
    ]
    return make_judgement(draw(st.sampled_from(["same", "different", "unsure"])), *ends, note=draw(texts))


# What may happen to a store: ("put", extraction), ("remove", source) or ("judge", judgement).
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), extractions()),
        st.tuples(st.just("put"), extractions()),
        st.tuples(st.just("remove"), st.sampled_from(["one.txt", "two.txt", "shared.txt"])),
        st.tuples(st.just("judge"), judgements()),
    ),
    max_size=8,
)


def same_graph(one, two):
    """Assert that two graphs have the same nodes and edges with the same properties."""
    assert dict(one.nodes(data=True)) == dict(two.nodes(data=True))
    edges = [
        {(a, b, key): data for a, b, key, data in graph.edges(keys=True, data=True)} for graph in (one, two)
    ]
    assert edges[0] == edges[1]
