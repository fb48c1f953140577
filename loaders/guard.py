"""What a user's query may not do: write, load files, call what is not known to read only."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.model import InputError
from graph.ontology import Ontology

_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<name>`(?:``|[^`])*`)
      | (?P<word>\$?[^\W\d]\w*)
      | (?P<number>\d[\w.]*)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}")
_WRITES = frozenset(
    ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "INSERT", "ALTER")
)
_OTHER = {
    "LOAD": "loads a file",
    "USE": "changes the database",
    "TERMINATE": "stops transactions",
    "START": "administers the store",
    "STOP": "administers the store",
    "GRANT": "administers the store",
    "DENY": "administers the store",
    "REVOKE": "administers the store",
    "RENAME": "administers the store",
}
_PROCEDURES = frozenset(
    (
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "dbms.components",
    )
)
_FIRST = frozenset(
    (
        "MATCH",
        "OPTIONAL",
        "UNWIND",
        "WITH",
        "RETURN",
        "CALL",
        "EXPLAIN",
        "PROFILE",
        "CYPHER",
        "SHOW",
        "{",
        "(",
    )
)
Token = tuple[str, str]


def tokens(query: str) -> list[Token]:
    """Kind and text of each token; strings, back-quoted names and words are told apart, comments left out.

    Raises InputError for a string, name or comment that does not end, and for what stores read
    differently: a \\u escape, which Neo4j replaces before all else, and a bare carriage return in a comment.
    """
    if _ESCAPE.search(query):
        raise InputError("the query is refused: it holds a \\u escape; write the character itself")
    found = []
    for match in _TOKEN.finditer(query):
        kind, text = str(match.lastgroup), match[0]
        if kind == "sign" and (text in "'\"`" or query.startswith("/*", match.start())):
            raise InputError(
                f"the query is refused: the {text!r} at character {match.start()} is never closed"
            )
        if text.startswith("//") and "\r" in text.rstrip("\r"):
            raise InputError("the query is refused: a comment holds a carriage return; take it out")
        if kind != "skip":
            found.append((kind, text))
    return found


@lru_cache(maxsize=512)
def check_read_only(query: str) -> None:
    """Raise InputError with the reason where a query does anything but read."""
    found = tokens(query)
    while found and found[-1] == ("sign", ";"):
        found.pop()
    if not found:
        raise InputError("the query is empty")
    for place, token in enumerate(found):
        reason = _reason(found, place, token)
        if reason is not None:
            raise InputError(f"the query is refused: {reason}; only reading is allowed here")


def _reason(found: list[Token], place: int, token: Token) -> str | None:
    kind, text = token
    if token == ("sign", ";"):
        return "it holds several statements"
    if place == 0 and text.upper() not in _FIRST:
        return f"it starts with {text!r}"
    if kind != "word" or text.startswith("$") or _is_name(found, place):
        return None
    word = text.upper()
    if word in _WRITES:
        return f"{word} writes"
    if word == "LOAD" and not _next(found, place, "CSV"):
        return None
    if word in _OTHER and (word == "LOAD" or place == 0):
        return f"{'LOAD CSV' if word == 'LOAD' else word} {_OTHER[word]}"
    if word == "CALL":
        return _called(found, place)
    return None


def _is_name(found: list[Token], place: int) -> bool:
    """Whether a word is a property, label, relationship type, map key or function, not a keyword."""
    before = found[place - 1] if place else ("", "")
    after = found[place + 1] if place + 1 < len(found) else ("", "")
    if before in (("sign", "."), ("sign", ":"), ("sign", "|"), ("sign", "&")) or after == ("sign", "."):
        return True
    return after == ("sign", ":") and before in (("sign", "{"), ("sign", ","))


def _next(found: list[Token], place: int, word: str) -> bool:
    return place + 1 < len(found) and found[place + 1][1].upper() == word


def _called(found: list[Token], place: int) -> str | None:
    if place + 1 < len(found) and found[place + 1][1] in "{(":
        return None
    parts: list[str] = []
    for kind, text in found[place + 1 :]:
        if kind not in ("word", "name") and text != ".":
            break
        if parts and text != "." and parts[-1] != ".":
            break
        parts.append(text.strip("`"))
    procedure = "".join(parts)
    return None if procedure.lower() in _PROCEDURES else f"CALL {procedure} is not known to read only"


def hints(query: str, ontology: Ontology) -> tuple[str, ...]:
    """Advice on a query that runs but may not mean what it says: a directed match on a symmetric type."""
    return tuple(
        f"{type_} is symmetric and stored in one direction only: match it without an arrow, "
        f"-[:{type_}]-, or you miss half of it"
        for type_ in dict.fromkeys(_directed(tokens(query)))
        if type_ in ontology.predicates and ontology.predicates[type_].symmetric
    )


def _directed(found: list[Token]) -> Iterator[str]:
    texts = [text for _, text in found]
    for place, text in enumerate(texts):
        if text != "[" or place == 0 or texts[place - 1] != "-" or "]" not in texts[place:]:
            continue
        end = texts.index("]", place)
        arrow = texts[place - 2 : place - 1] == ["<"] or texts[end + 1 : end + 3] == ["-", ">"]
        both = texts[place - 2 : place - 1] == ["<"] and texts[end + 1 : end + 3] == ["-", ">"]
        inside = found[place + 1 : end]
        until = next(
            (n for n, (_, sign) in enumerate(inside) if sign in "{*" or sign == "WHERE"), len(inside)
        )
        if arrow and not both:
            yield from (word.strip("`") for kind, word in inside[:until] if kind in ("word", "name"))
