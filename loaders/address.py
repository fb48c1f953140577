"""Where a Neo4j is and who signs in there. A password is never part of an address, of argv or of a log."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from graph.model import InputError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Address:
    """What the driver connects to, and the database there; None is the server's default one."""

    uri: str
    database: str | None = None

    def __str__(self) -> str:
        return self.uri if self.database is None else f"{self.uri}/{self.database}"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and a password, which is never shown."""

    user: str
    password: str = field(repr=False)


SignIn = Callable[[str, bool], Credentials | None]


def is_address(url: str | Path) -> bool:
    """Whether this names a server rather than a folder."""
    return "://" in str(url)


def read_address(url: str) -> Address:
    """Take an address apart. Raises InputError, without repeating the address where it holds a password."""
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise InputError(
            "the address of the store holds a user or password, which others can see in process lists; "
            "leave it out and set NEO4J_USERNAME and NEO4J_PASSWORD, or BACKCHANNEL_NEO4J_AUTH_FILE"
        )
    if parts.scheme not in SCHEMES:
        raise InputError(f"{url}: unknown kind of store; name a folder, or {', '.join(SCHEMES)}://HOST:PORT")
    try:
        port = parts.port
    except ValueError as error:
        raise InputError(f"{url}: the port is no number from 0 to 65535") from error
    if not parts.hostname:
        raise InputError(f"{url}: names no host; write {parts.scheme}://HOST:{port or 7687}")
    asked = dict(parse_qsl(parts.query))
    unknown = sorted(asked.keys() - {"database"})
    if unknown or parts.fragment:
        raise InputError(f"{url}: only ?database=NAME may follow the host and port")
    named = [name for name in (unquote(parts.path.strip("/")), asked.get("database")) if name]
    if len(set(named)) > 1:
        raise InputError(f"{url}: names two databases")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return Address(f"{parts.scheme}://{host}:{port or 7687}", named[0] if named else None)


def from_environment(
    where: str, refused: bool, environ: Mapping[str, str] | None = None, file: Path | None = None
) -> Credentials | None:
    """NEO4J_USERNAME and NEO4J_PASSWORD, else the file named by BACKCHANNEL_NEO4J_AUTH_FILE or `file`.

    None if there are none, or if `refused` tells that the server did not take them.
    """
    environ = os.environ if environ is None else environ
    if refused:
        return None
    if environ.get("NEO4J_PASSWORD"):
        return Credentials(environ.get("NEO4J_USERNAME") or "neo4j", environ["NEO4J_PASSWORD"])
    named = environ.get("BACKCHANNEL_NEO4J_AUTH_FILE") or file
    return read_credentials(Path(named)) if named else None


def read_credentials(file: Path) -> Credentials:
    """A file of one line, USER/PASSWORD. Raises InputError, which never repeats what is in it."""
    try:
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not text"
        raise InputError(f"{file}: cannot read user and password ({why})") from error
    user, slash, password = text.partition("/")
    if not user or not slash or not password or "\n" in text:
        raise InputError(f"{file}: is not one line USER/PASSWORD")
    return Credentials(user, password)
