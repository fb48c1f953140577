"""Errors of Neo4j and its driver as InputError: one line, the address, the way out."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from graph.model import InputError
from loaders.errors import line

OLDEST = 5
_SIGN_IN = "set NEO4J_USERNAME and NEO4J_PASSWORD, or BACKCHANNEL_NEO4J_AUTH_FILE"


@contextmanager
def one_line(where: str) -> Iterator[None]:
    """Turn the errors of driver and server into InputError: one line, the address, the way out."""
    try:
        yield
    except exceptions.AuthError as error:
        raise InputError(f"{where}: the server does not accept the user or password; {_SIGN_IN}") from error
    except exceptions.ClientError as error:
        if is_about(error, "Database.DatabaseNotFound"):
            raise InputError(f"{where}: there is no such database on the server; name another") from error
        raise InputError(f"{where}: the server refused this ({message(error)})") from error
    except exceptions.TransientError as error:
        raise InputError(f"{where}: the server is busy or short of memory ({message(error)})") from error
    except exceptions.DatabaseError as error:
        raise InputError(
            f"{where}: the server failed ({message(error)}); check its free space and its log"
        ) from error
    except exceptions.Neo4jError as error:
        raise InputError(f"{where}: the server refused this ({message(error)})") from error
    except exceptions.DriverError as error:
        raise InputError(f"{where}: {_unreached(error)}") from error
    except UnicodeError as error:
        raise InputError(f"{where}: cannot hold text that is not valid Unicode ({error})") from error
    except OSError as error:
        raise InputError(f"{where}: cannot be reached ({line(error)})") from error


def is_about(error: exceptions.Neo4jError, *topics: str) -> bool:
    """Whether the code of an error is about one of these."""
    code = error.code or ""
    return any(f".{topic}" in code for topic in topics)


def message(error: BaseException) -> str:
    """What an error says, on one line."""
    text = getattr(error, "message", None) or str(error)
    return " ".join(str(text).split()) or type(error).__name__


def _unreached(error: exceptions.DriverError) -> str:
    text = message(error)
    if isinstance(error, exceptions.ServiceUnavailable) and "handshake" not in text:
        return f"no Neo4j answers there ({_refused(error)}); is it started, and is this its Bolt port?"
    if isinstance(error, exceptions.SessionExpired | exceptions.IncompleteCommit):
        return f"the connection was lost ({text}); run the same command again"
    return f"no Neo4j {OLDEST} or later answers there ({text})"


def _refused(error: BaseException) -> str:
    """What the operating system said, where it said something."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, OSError):
        cause = cause.__cause__ or cause.__context__
    return (cause.strerror if isinstance(cause, OSError) else None) or message(cause or error)
