"""The store on a server: Neo4j 5 or later, over Bolt."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, LiteralString, TypeVar

import neo4j
from neo4j import exceptions, graph, spatial
from neo4j.time import Date, DateTime, Duration, Time

from graph.model import InputError
from graph.ontology import Ontology
from loaders import cypher
from loaders.address import Address, Credentials, SignIn, read_address
from loaders.base import VERSION, BaseStore, KnownActors, check_version, check_whole, mark, upgrades
from loaders.errors import line
from loaders.guard import check_read_only
from loaders.heirs import inherit
from loaders.server_errors import OLDEST, is_about, message, one_line
from loaders.store import SIMPLE, Rows
from loaders.writing import Write

log = logging.getLogger("backchannel.loaders")
RETRY_SECONDS = 30.0
CONNECT_SECONDS = 10.0
FETCHED = 10_000  # rows at a time
Taken = TypeVar("Taken")


def open_neo4j(
    url: str, known: KnownActors, ontology: Ontology, sign_in: SignIn, *, create: bool, read_only: bool
) -> "Neo4jStore":
    """Open the store in a database of a server; constraints and indexes come first where it is new.

    Raises InputError with one line that names the address and the way out.
    """
    address = read_address(url)
    driver = _connect(address, sign_in)
    try:
        store = Neo4jStore(address, driver, known, ontology, read_only)
        meta = store.meta()
        if not meta and (read_only or not create):
            raise InputError(
                f"{address}: there is no store here; make one with `backchannel build --store …`"
            )
        found = check_version(address, meta.get("version")) if meta else VERSION
        if found < VERSION and read_only:
            raise InputError(f"{address}: is of an older version; open it for writing once, to migrate it")
        if read_only:
            check_whole(str(address), meta)
        else:
            for statement in cypher.schema(ontology):
                store.run_alone(statement)
            if not meta:
                store.commit([mark({})])
            elif found < VERSION:
                check_whole(str(address), meta)
                for step in upgrades(found):
                    store.run_alone(step.in_parts())
                store.commit([mark({})])
        return store
    except BaseException:
        driver.close()
        raise


class Neo4jStore(BaseStore):
    """A Store on Neo4j. A reader sees what is committed when it asks, also while another process writes."""

    def __init__(
        self, address: Address, driver: neo4j.Driver, known: KnownActors, ontology: Ontology, read_only: bool
    ) -> None:
        super().__init__(str(address), known, ontology, read_only)
        self._driver = driver
        self._database = address.database

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run a read-only Cypher query in a read transaction; values are only ever passed as parameters."""
        check_read_only(cypher)
        with self._one_line():
            try:
                return self._ask(cypher, parameters or {}, _plain_rows)
            except exceptions.ClientError as error:
                if is_about(error, "Statement", "Procedure", "Request"):
                    raise InputError(f"the query failed: {message(error)}") from error
                raise

    def warm(self) -> None:
        """Nothing: the server is."""

    def close(self) -> None:
        """Let go of the server."""
        self._driver.close()

    def read(self, query: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a query of our own, as maps."""
        with self._one_line():
            return self._ask(query, parameters, _maps)

    def commit(self, statements: Sequence[Write]) -> None:
        """Run write statements as one transaction; again where what went wrong is said to pass."""

        def work(transaction: neo4j.ManagedTransaction) -> None:
            for statement, parameters in statements:
                transaction.run(_trusted(statement), parameters).consume()

        with self._one_line(), self._session() as session:
            session.execute_write(work)

    def run_alone(self, statement: str) -> None:
        """Run a statement that may not share its transaction: a constraint, an index, one that makes its own."""
        with self._one_line(), self._session() as session:
            session.run(_trusted(statement)).consume()

    def inherit(self, heirs: Mapping[str, str | None]) -> tuple[list[Write], set[str]]:
        """What to write so that what was done by hand to actors that go is not lost, and which then stay."""
        return inherit(self.read, heirs, self.ontology)

    def _ask(
        self, query: str, parameters: Mapping[str, Any], taken: Callable[[neo4j.Result], Taken]
    ) -> Taken:
        """What `taken` makes of the result; the driver sends all in one go, where a session waits in between."""
        return self._driver.execute_query(
            _trusted(query),
            dict(parameters),
            routing_=neo4j.RoutingControl.READ,
            database_=self._database,
            result_transformer_=taken,
        )

    def _session(self) -> neo4j.Session:
        """A session to write; what is asked later sees what it wrote, on whatever server of a cluster."""
        seen = self._driver.execute_query_bookmark_manager
        return self._driver.session(
            database=self._database, default_access_mode=neo4j.WRITE_ACCESS, bookmark_manager=seen
        )

    def _one_line(self) -> AbstractContextManager[None]:
        return one_line(self.where)


_COMPONENTS = "CALL dbms.components() YIELD name, versions RETURN name, versions"


def _connect(address: Address, sign_in: SignIn) -> neo4j.Driver:
    """A driver that has reached the server and found a version it knows; asks for a password if it must."""
    where = str(address)
    given = sign_in(where, False)
    with one_line(where):
        while True:
            driver = _driver(address, given)
            try:
                with driver.session(database=address.database) as session:
                    found = session.run(_COMPONENTS)
                    check_product(where, [(row["name"], row["versions"]) for row in found])
                return driver
            except exceptions.AuthError:
                driver.close()
                given = sign_in(where, True)
                if given is None:
                    raise
            except BaseException:
                driver.close()
                raise


def _driver(address: Address, given: Credentials | None) -> neo4j.Driver:
    try:
        return neo4j.GraphDatabase.driver(
            address.uri,
            auth=(given.user, given.password) if given is not None else None,
            max_transaction_retry_time=RETRY_SECONDS,
            connection_timeout=CONNECT_SECONDS,
            notifications_min_severity="OFF",
            user_agent="backchannel",
            fetch_size=FETCHED,
        )
    except (exceptions.ConfigurationError, ValueError) as error:
        raise InputError(f"{address}: is no address of a Neo4j ({line(error)})") from error


def check_product(where: str, components: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Raise InputError where a server is not Neo4j, or older than what is known to work."""
    versions = [version for name, found in components if name == "Neo4j Kernel" for version in found]
    major = versions[0].split(".")[0] if versions else ""
    if not major.isdecimal():
        raise InputError(f"{where}: is not Neo4j; name a Neo4j {OLDEST} or later")
    if int(major) < OLDEST:
        raise InputError(f"{where}: is Neo4j {versions[0]}; backchannel needs Neo4j {OLDEST} or later")


def plain(value: Any) -> Any:
    """A value of the driver as plain Python: times as ISO text, nodes and relationships as maps."""
    if type(value) in SIMPLE:
        return value
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, graph.Node):
        labels = sorted(value.labels, key=lambda label: (label not in cypher.LABELS, label))
        return {"id": value.element_id, "labels": labels, "properties": plain(dict(value))}
    if isinstance(value, graph.Relationship):
        ends = [node.element_id if node is not None else None for node in value.nodes]
        named = {"id": value.element_id, "start": ends[0], "end": ends[1], "type": value.type}
        return {**named, "properties": plain(dict(value))}
    if isinstance(value, graph.Path):
        return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
    if isinstance(value, spatial.Point):
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):  # after durations and points, which are tuples
        return [plain(item) for item in value]
    return bytes(value).hex() if isinstance(value, bytes | bytearray) else value


def _plain_rows(result: neo4j.Result) -> Rows:
    return Rows(tuple(result.keys()), tuple(tuple(map(plain, values)) for values in result.values()))


def _maps(result: neo4j.Result) -> list[dict[str, Any]]:
    columns = result.keys()
    return [dict(zip(columns, values, strict=True)) for values in result.values()]


def _trusted(query: str) -> LiteralString:
    """Queries are of loaders/cypher.py, or a user's own that the guard has read; never built from data."""
    return query
