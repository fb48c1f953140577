"""A question of several tiers as one Cypher query, for places that run one query at a time.

Tiers hand ids on as variables in place of parameters. A subquery with a scope clause, `CALL (x) {…}`,
keeps them in sight whatever its WITH clauses drop; Neo4j has that from 5.23 on, kglite only here and there.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.questions.catalogue import Kind, Question, Tier, pieces, returned_columns

_USED = re.compile(r"\$(\w+)")
_LIMIT = re.compile(r"(\bLIMIT\s+)\$(\w+)")
_STATE = ("rows_", "seen_", "found_")
KINDS: tuple[Kind, ...] = ("answer", "insufficient", "exposure", "step")


def rows(question: Question, ties: Sequence[str], written: Mapping[str, str] | None = None) -> str:
    """A query up to where `rows_` lists what all tiers found; the caller adds its end.

    A tier that an analytic computes is its plain Cypher here, over relationships of the types in `ties`.

    Parameters stay parameters, but for those in `written`: their Cypher stands in the first line.
    """
    known = list(written or {})
    tiers = [_limited(tier, written or {}) for tier in question.tiers]
    first = [
        *(f"[] AS {name}" for name in _STATE),
        *(f"{v} AS {name}_" for name, v in (written or {}).items()),
    ]
    parts = [f"WITH {', '.join(first)}"]
    for place, tier in enumerate(tiers):
        later = {name for after in tiers[place + 1 :] for name in _USED.findall(after.cypher)}
        parts += _tier(question, place, tier, known)
        kept = [name for name in known if name in later]
        known = kept + ([tier.id] if tier.id in later else [])
        parts.append(_carry(tier, kept, tier.id in later))
    return ("\n".join(parts) + "\n").replace(":TIES", ":" + "|".join(ties))


def table(question: Question) -> str:
    """The end that lists every row with its sentence and quotes."""
    order = "row.score" if question.ascending else "row.score DESC"
    return (
        f"UNWIND rows_ AS row\nWITH row WHERE row.kind <> 'step'\nWITH row ORDER BY row.rank, {order}, row.name"
        + """
RETURN row.name AS actor, row.sentence AS sentence,
       COLLECT { MATCH (s:Statement)-[e:STATED_IN]->(:Document) WHERE s.id IN row.statements
                 RETURN DISTINCT e.quote } AS quotes,
       row.status AS status, row.conditions AS `only if`, row.regime AS regime, row.title AS tier, row.actor AS id"""
    )


def drawn() -> str:
    """The end that draws the statements behind the answers, with both ends and what they hang on."""
    return """UNWIND rows_ AS row
WITH row WHERE row.kind = 'answer'
UNWIND row.statements AS id
WITH DISTINCT id ORDER BY id
MATCH (s:Statement {id: id})
MATCH p = (:Actor)<-[:SUBJECT]-(s)-[:OBJECT]->(:Actor)
OPTIONAL MATCH q = (s)-[:CONDITIONAL_ON]->(on:Statement)
RETURN p, q ORDER BY s.id, on.id"""


def _tier(question: Question, place: int, tier: Tier, known: list[str]) -> Iterator[str]:
    columns = returned_columns(tier)
    own = [name for name in (*known, "found") if name in _USED.findall(tier.cypher)]
    inner = ", ".join(f"{name}_" for name in own)
    outer = ", ".join([inner] * bool(inner) + ["rows_"] * ("via" in columns))
    rank = KINDS.index(tier.kind)
    yield f"// {place + 1}. {_flat(tier.title)}"
    yield f"CALL ({outer}) {{\n  CALL ({inner}) {{"
    for line in _handed(tier.cypher, own).strip().rstrip(";").splitlines():
        yield f"    {line}"
    yield f"  }}\n  WITH {{{', '.join(f'{name}: {name}' for name in columns)}}} AS row"
    yield "  OPTIONAL MATCH (who:Actor {id: row.actor})"
    yield f"  WITH row, who, {_before() if 'via' in columns else '[]'} AS before"
    fields = [name for _, name in pieces(tier.sentence) if name not in (None, "name", "type")]
    said = ", ".join(_value(name, columns) for name in fields)
    yield f"  WITH row, who, before, [v IN [{said}] |"
    yield "    CASE WHEN v IS :: LIST<ANY> NOT NULL"
    yield "         THEN reduce(t = '', x IN v | CASE t WHEN '' THEN x ELSE t + ', ' + x END)"
    yield "         ELSE coalesce(toString(v), '') END] AS said"
    yield f"  RETURN collect({{rank: {rank}, kind: '{tier.kind}', title: {_text(_flat(tier.title))},"
    yield "    actor: row.actor, name: who.name,"
    stated = "row.statements" if "statements" in columns else "reduce(l = [], s IN row.links | l + s)"
    yield f"    statements: {stated} + reduce(l = [], r IN before | l + r.statements),"
    score = f"coalesce(row.{question.score}, 0)" if question.score in columns else "0"
    status = "coalesce(row.status, 'actual')" if "status" in columns else "'actual'"
    yield f"    score: {score}, status: {status}, conditions: {_value('conditions', columns, tier.kind)},"
    yield f"    regime: {_value('regime', columns)}, sentence: {_sentence(tier)}}}) AS more_\n}}"


def _limited(tier: Tier, written: Mapping[str, str]) -> Tier:
    """A tier whose LIMIT is a number where it is written out, as a variable cannot stand there, and else is
    made a whole one: a number that is set in Browser is not."""

    def limit(found: re.Match[str]) -> str:
        name = found[2]
        return f"{found[1]}{written[name]}" if name in written else f"{found[1]}toInteger(${name})"

    return replace(tier, cypher=_LIMIT.sub(limit, tier.cypher))


def _before() -> str:
    """The rows that a row goes on from: of each actor in `via` that of a step, else the first."""
    via = "CASE WHEN row.via IS :: LIST<ANY> NOT NULL THEN row.via ELSE [row.via] END"
    step, other = (f"[r IN rows_ WHERE r.actor = v AND r.kind {sign} 'step']" for sign in ("=", "<>"))
    return f"[r IN [v IN {via} | head({step} + {other})] WHERE r IS NOT NULL]"


def _value(name: str, columns: Collection[str], kind: Kind = "answer") -> str:
    """What a sentence says for a name: a column of the query, or what a row has from those before it."""
    if name == "before":
        return "reduce(t = '', r IN before | CASE t WHEN '' THEN r.sentence ELSE t + '; ' + r.sentence END)"
    if name not in ("conditions", "regime"):
        return f"row.{name}"
    own = f"coalesce(row.{name}, [])" if name in columns else "[]"
    return own if kind == "exposure" else f"reduce(l = {own}, r IN before | l + r.{name})"


def _carry(tier: Tier, kept: list[str], hand_on: bool) -> str:
    fresh = "[r IN more_ WHERE NOT r.actor IN seen_ | r.actor]" if tier.kind == "answer" else "[]"
    names = [
        "rows_ + more_ AS rows_",
        "seen_ + [r IN more_ | r.actor] AS seen_",
        f"found_ + {fresh} AS found_",
    ]
    names += [f"{name}_" for name in kept]
    if hand_on:
        names.append(f"[r IN more_ | r.actor] AS {tier.id}_")
    return f"WITH {', '.join(names)}"


def _handed(cypher: str, own: list[str]) -> str:
    return _USED.sub(lambda found: f"{found[1]}_" if found[1] in own else found[0], cypher)


def _sentence(tier: Tier) -> str:
    parts = []
    place = 0
    for text, name in pieces(tier.sentence):
        parts += [_text(text)] if text else []
        if name == "name":
            parts.append("coalesce(who.name, '')")
        elif name == "type":
            parts.append("coalesce([l IN labels(who) WHERE l <> 'Actor'][0], '')")
        elif name is not None:
            said = f"said[{place}]"
            parts.append(f"toLower(replace({said}, '_', ' '))" if name == "predicate" else said)
            place += 1
    return " + ".join(parts) or "''"


def _text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _flat(text: str) -> str:
    return " ".join(text.split())
