"""A real Neo4j without Docker: jars from Maven, a home of its own, free ports, gone when its owner is.

    python tests/neo4j/server.py        # run one for a person until Ctrl-C (`make neo4j`)

With `auth` the user is neo4j and the password what was given; without, anyone may do anything, on
127.0.0.1 only. The process dies with the one that started it, however that ends.
"""

import argparse
import contextlib
import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
LTS, NEWEST = "5.26.12", "2026.08.1"
_FOLDERS = ("conf", "data", "logs", "plugins", "import", "run")
_OPENS = ("java.nio", "java.lang")


class Unavailable(Exception):
    """Why no server can be started here, in one line."""


@dataclass(slots=True)
class Server:
    """A server; `start` and `stop` (or `kill`) it as often as needed, data and ports stay."""

    home: Path
    java: str
    jars: Path
    bolt: int
    http: int
    password: str | None = None
    version: str = LTS
    heap: str = "512m"
    quick: bool = True
    web: bool = True
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def uri(self) -> str:
        """Where Bolt answers."""
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def browser(self) -> str:
        """Neo4j Browser, connecting by itself where no password is asked."""
        sign_in = "NO_AUTH" if self.password is None else "USERNAME_AND_PASSWORD"
        where = f"http://127.0.0.1:{self.http}/browser/"
        return f"{where}?dbms=bolt://127.0.0.1:{self.bolt}&preselectAuthMethod={sign_in}"

    def start(self, seconds: float = 120.0) -> None:
        """Start and wait until Bolt and HTTP answer. Raises Unavailable with the log's end."""
        entry = "CommunityEntryPoint" if self.version.startswith("5.") else "Neo4jCommunity"
        more = [] if self.version.startswith("5.") else ["--add-modules", "jdk.incubator.vector"]
        more += ["-XX:TieredStopAtLevel=1"] if self.quick else []  # starts sooner, runs slower
        command = [self.java, "-XX:+UseSerialGC", f"-Xmx{self.heap}", *more, *_opened()]
        command += ["-cp", f"{self.jars}/*", f"org.neo4j.server.{entry}"]
        command += [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "logs" / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=_die_with_parent
            )
        try:
            until = time.monotonic() + seconds
            while not self.answers():
                if self.process.poll() is not None or time.monotonic() > until:
                    raise Unavailable(f"Neo4j did not start: {self._last_words()}")
                time.sleep(0.05)
        except BaseException:
            self.kill()
            raise

    def answers(self) -> bool:
        """Whether HTTP, the last to come, and Bolt speak."""
        try:
            if self.web:
                socket.create_connection(("127.0.0.1", self.http), 1).close()
            with socket.create_connection(("127.0.0.1", self.bolt), 1) as wire:
                wire.settimeout(2)
                wire.sendall(bytes.fromhex("6060b017 00000405 00000004 00000000 00000000"))
                return len(wire.recv(4)) == 4
        except OSError:
            return False

    def admin(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run neo4j-admin on this home; the server should be stopped for most of it."""
        command = [self.java, f"-Xmx{self.heap}", *_opened(), "-cp", f"{self.jars}/*"]
        return subprocess.run(
            [*command, "org.neo4j.cli.AdminTool", *arguments],
            env={**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")},
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def kill(self) -> None:
        """SIGKILL, at once."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def stop(self) -> None:
        """Stop in peace, or by force after half a minute."""
        if self.process is not None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
            self.kill()

    def _last_words(self) -> str:
        log = (self.home / "logs" / "console.log").read_text(errors="replace").strip().splitlines()
        words = [line for line in log if not line.startswith("\t")]  # without stacks
        errors = [line for line in words if "ERROR" in line or "Exception" in line]
        return " | ".join(errors[-2:] or words[-3:]) or "it said nothing"


@contextlib.contextmanager
def running(
    version: str = LTS,
    password: str | None = None,
    heap: str = "512m",
    home: Path | None = None,
    quick: bool = True,
    more: str = "",
    web: bool = True,
) -> Iterator[Server]:
    """A started server, stopped in the end; without `home` its data are thrown away.

    `more` are settings; without `web` there is no HTTP and no Browser, and it starts sooner.
    """
    thrown_away = home is None
    with contextlib.ExitStack() as stack:
        if home is None:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="backchannel-neo4j-")))
        made = prepare(home, version, password, heap, more, web)
        made.quick = quick
        try:
            made.start()
            yield made
        finally:
            made.kill() if thrown_away else made.stop()


def prepare(
    home: Path,
    version: str = LTS,
    password: str | None = None,
    heap: str = "512m",
    more: str = "",
    web: bool = True,
) -> Server:
    """A server that is ready to be started, on free ports. Raises Unavailable."""
    java = find_java(17, 21) if version.startswith("5.") else find_java(21, 99)
    made = Server(home, java, fetch(version, java), *_free_ports(2), password, version, heap, web=web)
    fresh = not (home / "data" / "dbms").exists()
    for name in _FOLDERS:
        (home / name).mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_settings(made) + more, encoding="utf-8")
    if password is not None and fresh:
        done = made.admin("dbms", "set-initial-password", password)
        if done.returncode:
            raise Unavailable(f"neo4j-admin set no password: {done.stderr.strip()}")
    return made


def find_java(least: int, most: int) -> str:
    """A java of a version in these bounds, the lowest first. Raises Unavailable."""
    tried = [os.environ.get("JAVA_HOME", "") + "/bin/java", shutil.which("java") or ""]
    tried += [str(path) for path in sorted(Path("/usr/lib/jvm").glob("*/bin/java"))]
    found = {_java_version(java): java for java in reversed(tried) if java and Path(java).exists()}
    good = sorted(version for version in found if least <= version <= most)
    if not good:
        raise Unavailable(
            f"needs Java {least} or later, up to {most} (apt-get install openjdk-17-jre-headless)"
        )
    return found[good[0]]


def fetch(version: str, java: str) -> Path:
    """The folder of the jars, filled by Maven the first time. Raises Unavailable."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "backchannel"
    jars = cache / f"neo4j-{version}" / "lib"
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable("needs Maven to fetch Neo4j (apt-get install maven)")
    jars.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=jars.parent) as draft:
        command = [maven, "-B", "-q", "-f", str(POM), f"-Dneo4j.version={version}"]
        command += ["dependency:copy-dependencies", f"-DoutputDirectory={draft}/lib"]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            lines = [line for line in done.stdout.splitlines() if "ERROR" in line] or ["no reason given"]
            raise Unavailable(f"Maven did not fetch Neo4j {version}: {lines[0]}")
        with contextlib.suppress(OSError):  # another process was faster
            Path(draft, "lib").rename(jars)
    return jars


def _settings(server: Server) -> str:
    return f"""
server.bolt.listen_address=127.0.0.1:{server.bolt}
server.bolt.advertised_address=127.0.0.1:{server.bolt}
server.http.enabled={"true" if server.web else "false"}
server.http.listen_address=127.0.0.1:{server.http}
server.memory.heap.max_size={server.heap}
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
dbms.security.auth_enabled={"false" if server.password is None else "true"}
dbms.usage_report.enabled=false
"""


def _opened() -> list[str]:
    return [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENS]


def _java_version(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


def _free_ports(number: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]


def _die_with_parent() -> None:
    """SIGKILL when the starting process ends in any way (Linux); not Ctrl-C with it, which `stop` handles."""
    os.setsid()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def main() -> int:
    """Run a server for a person, in a folder that keeps its data, until Ctrl-C."""
    parser = argparse.ArgumentParser(description="Neo4j Community for one person, without Docker")
    parser.add_argument("--home", type=Path, default=Path("demo.neo4j"), help="folder of its data")
    parser.add_argument("--version", default=LTS)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(
        f"Starting Neo4j {options.version} (the first time it is fetched by Maven, about 130 MB) …",
        flush=True,
    )
    try:
        with running(
            options.version, os.environ.get("NEO4J_PASSWORD"), "1g", options.home.absolute()
        ) as server:
            told = urllib.request.urlopen(f"http://127.0.0.1:{server.http}/", timeout=10).read().decode()
            print(f"Neo4j {'.'.join(re.findall(r'[0-9]+', told.split('neo4j_version')[1])[:3])} is ready")
            print(f"  store    --store {server.uri}")
            print(f"  Browser  {server.browser}")
            print("Ctrl-C stops it.", flush=True)
            server.process.wait() if server.process is not None else None
    except KeyboardInterrupt:
        print("stopped")
    except Unavailable as error:
        print(f"no Neo4j: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
