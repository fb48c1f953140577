"""A question of several tiers as one Cypher query, for places that run one query at a time.

Tiers hand ids on as variables in place of parameters. A subquery with a scope clause, `CALL (x) {…}`,
keeps them in sight whatever its WITH clauses drop; Neo4j has that from 5.23 on, kglite only here and there.
"""

import re
from collections.abc import Iterator, Mapping

from graph.questions.catalogue import Question, Tier, pieces, returned_columns

_USED = re.compile(r"\$(\w+)")
_STATE = ("rows_", "seen_", "found_")


def rows(question: Question, written: Mapping[str, str] | None = None) -> str:
    """A query up to where `rows_` lists what all tiers found; the caller adds its end.

    Parameters stay parameters, but for those in `written`: their Cypher stands in the first line.
    """
    known = list(written or {})
    first = [
        *(f"[] AS {name}" for name in _STATE),
        *(f"{v} AS {name}_" for name, v in (written or {}).items()),
    ]
    parts = [f"WITH {', '.join(first)}"]
    for place, tier in enumerate(question.tiers):
        later = {name for after in question.tiers[place + 1 :] for name in _USED.findall(after.cypher)}
        parts += _tier(question, place, tier, known)
        kept = [name for name in known if name in later]
        known = kept + ([tier.id] if tier.id in later else [])
        parts.append(_carry(tier, kept, tier.id in later))
    return "\n".join(parts) + "\n"


def table() -> str:
    """The end that lists every row with its sentence and quotes."""
    return """UNWIND rows_ AS row
WITH row ORDER BY row.rank, row.score DESC, row.name
RETURN row.name AS actor, row.sentence AS sentence,
       COLLECT { MATCH (s:Statement)-[e:STATED_IN]->(:Document) WHERE s.id IN row.statements
                 RETURN DISTINCT e.quote } AS quotes,
       row.status AS status, row.conditions AS `only if`, row.title AS tier, row.actor AS id"""


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
    scope = ", ".join(f"{name}_" for name in own)
    rank = ("answer", "insufficient", "exposure").index(tier.kind)
    status = "coalesce(row.status, 'actual')" if "status" in columns else "'actual'"
    conditions = "row.conditions" if "conditions" in columns else "[]"
    yield f"// {place + 1}. {_flat(tier.title)}"
    yield f"CALL ({scope}) {{\n  CALL ({scope}) {{"
    for line in _handed(tier.cypher, own).strip().rstrip(";").splitlines():
        yield f"    {line}"
    yield f"  }}\n  WITH {{{', '.join(f'{name}: {name}' for name in columns)}}} AS row"
    fields = [name for _, name in pieces(tier.sentence) if name not in (None, "name", "type")]
    yield "  MATCH (who:Actor {id: row.actor})"
    if fields:
        yield f"  WITH row, who, [v IN [{', '.join(f'row.{name}' for name in fields)}] |"
        yield "    CASE WHEN v IS :: LIST<ANY> NOT NULL"
        yield "         THEN reduce(t = '', x IN v | CASE t WHEN '' THEN x ELSE t + ', ' + x END)"
        yield "         ELSE coalesce(toString(v), '') END] AS said"
    yield f"  RETURN collect({{rank: {rank}, kind: '{tier.kind}', title: {_text(_flat(tier.title))},"
    yield "    actor: row.actor, name: who.name, statements: row.statements,"
    yield f"    score: coalesce(row.{question.score}, 0), status: {status}, conditions: {conditions},"
    yield f"    sentence: {_sentence(tier)}}}) AS more_\n}}"


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
            parts.append("who.name")
        elif name == "type":
            parts.append("[l IN labels(who) WHERE l <> 'Actor'][0]")
        elif name is not None:
            said = f"said[{place}]"
            parts.append(f"toLower(replace({said}, '_', ' '))" if name == "predicate" else said)
            place += 1
    return " + ".join(parts) or "''"


def _text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _flat(text: str) -> str:
    return " ".join(text.split())
