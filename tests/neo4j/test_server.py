"""A server of one's own, with a password: killed in the middle of loads, its disk full, a wrong password."""

import os
import random
import resource
import runpy
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
import trustme

from graph.model import InputError
from loaders.address import Credentials
from loaders.load import load
from loaders.store import open_store

ROOT = Path(__file__).parents[2]
W = SimpleNamespace(**runpy.run_path(str(ROOT / "tests" / "worlds.py")))
PASSWORD = "letter-for-letter"


@pytest.fixture(scope="module")
def own(neo4j_tools, neo4j, tmp_path_factory):
    """A server with a password, to be treated badly."""
    if neo4j.browser is None:
        pytest.skip("the server named by NEO4J_URI is not ours to kill")
    home = tmp_path_factory.mktemp("neo4j")
    with neo4j_tools.running(password=PASSWORD, home=home, web=False) as server:
        yield server


def sign_in(where, refused):
    return None if refused else Credentials("neo4j", PASSWORD)


def some_documents(number):
    chance = random.Random(6)
    for n in range(number):
        doc = W.document(f"text {n}", date="2025-12-01")
        ends = [W.mention(doc, 10 * m, f"Person Number {chance.randrange(200)}") for m in range(8)]
        made = [
            W.statement(doc, ends[m], chance.choice(["HEADS", "MEETS_WITH", "OWNS"]), ends[m + 1], m)
            for m in range(7)
        ]
        yield W.extraction(doc, ends, made)


def test_a_wrong_password_is_one_line(own, tmp_path):
    with pytest.raises(InputError, match="does not accept the user or password") as error:
        open_store(
            own.uri, known={}, sign_in=lambda where, refused: None if refused else Credentials("neo4j", "no")
        )
    assert "\n" not in str(error.value)
    with pytest.raises(InputError, match="NEO4J_PASSWORD"):
        open_store(own.uri, known={}, sign_in=lambda where, refused: None)
    environment = {**os.environ, "NEO4J_PASSWORD": "secret-and-wrong", "XDG_CONFIG_HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-m", "backchannel", "cypher", "RETURN 1", "--store", own.uri, "--verbose"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2
    assert "does not accept" in run.stderr.splitlines()[-1]
    assert "secret-and-wrong" not in run.stdout + run.stderr


TLS = """
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.client_auth=NONE
"""


def test_tls_with_a_certificate_of_ones_own(own, neo4j_tools, tmp_path):
    made = trustme.CA().issue_cert("127.0.0.1")
    place = tmp_path / "certificates" / "bolt"
    place.mkdir(parents=True)
    made.private_key_pem.write_to_path(place / "private.key")
    made.cert_chain_pems[0].write_to_path(place / "public.crt")
    with neo4j_tools.running(home=tmp_path, more=TLS, web=False) as server:
        for scheme in ("bolt+ssc", "neo4j+ssc"):
            with open_store(server.uri.replace("bolt", scheme, 1), known=W.KNOWN) as store:
                store.put(W.one_document(scheme, "Igor Sechin"))
                assert store._driver.encrypted
        with open_store(server.uri, read_only=True) as store:
            assert len(store.documents()) == 2
        with pytest.raises(InputError, match="certificate") as error:  # nobody vouches for it
            open_store(server.uri.replace("bolt", "bolt+s", 1))
        assert "\n" not in str(error.value)


def test_killed_at_ten_random_moments_a_load_is_finished_by_running_it_again(
    own, neo4j_tools, tmp_path, monkeypatch
):
    monkeypatch.setattr("loaders.neo4j.RETRY_SECONDS", 0.5)  # nobody starts it again meanwhile
    chance = random.Random(os.environ.get("BACKCHANNEL_SEED", "six"))
    moments = [chance.uniform(0.0, 1.2) for _ in range(10)]

    def another():
        with neo4j_tools.running(password=PASSWORD, home=tmp_path / "other", web=False) as server:
            survive(server, source, wanted, moments[5:])

    with open_store(tmp_path / "source", known=W.KNOWN) as source, ThreadPoolExecutor() as beside:
        for record in some_documents(60):
            source.put(record)
        wanted = source.graph()
        other = beside.submit(another)  # two servers at once, as most of the time goes into starting them
        survive(own, source, wanted, moments[:5])
        other.result()


def survive(server, source, wanted, moments):
    """Kill the server at each of these moments of a load; the load run again is as one in peace."""
    for turn, moment in enumerate(moments):
        fail_once(server, source, moment, by_documents=turn % 2 == 0)
        server.start()
    with open_store(server.uri, known=W.KNOWN, sign_in=sign_in) as target:
        load(source, target)
        W.same_graph(target.graph(), wanted)
        assert load(source, target).written == 0


def fail_once(own, source, seconds, by_documents):
    """Load until the server is killed; half of the times after the documents one by one."""
    killer = threading.Timer(seconds, own.kill)
    try:
        with open_store(own.uri, known=W.KNOWN, sign_in=sign_in) as target:
            killer.start()
            if by_documents and not target.meta().get("loading"):
                for record in source.extractions():
                    target.put(record)
            for _ in range(100):
                load(source, target)
                target.commit([("MATCH (s:Statement) WITH s LIMIT 100 DETACH DELETE s", {})])
    except InputError as error:
        told = str(error)
    else:
        told = "never killed"
    finally:
        killer.cancel()
        killer.join()
        own.kill()
    assert told.startswith(own.uri)
    assert "\n" not in told


def test_a_full_disk_is_one_line_and_nothing_is_half_done(own):
    with open_store(own.uri, known=W.KNOWN, sign_in=sign_in) as target:
        before = len(target.documents())
        limit = max(file.stat().st_size for file in own.home.rglob("*") if file.is_file()) + 100_000
        resource.prlimit(own.process.pid, resource.RLIMIT_FSIZE, (limit, limit))
        with pytest.raises(InputError) as error:
            fill(target)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(own.uri)
    own.kill()
    own.start()
    with open_store(own.uri, known=W.KNOWN, sign_in=sign_in) as target:
        assert len(target.documents()) >= before


def fill(target):
    """Put documents of half a megabyte until something gives."""
    text = "".join(map(chr, range(0x4E00, 0x9000)))
    for number in range(200):
        target.put(W.one_document(f"{number} {text * 10}", "Ivan Sechin"))
