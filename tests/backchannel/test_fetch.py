"""Pages from a server of our own on this machine: what is fetched, what is refused, what is kept."""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from backchannel.addresses import is_public
from backchannel.fetch import Fetcher, Limits, user_agent
from backchannel.pages import Pages, pages_folder
from graph.model import InputError

TEXT = b"The United States sanctioned Novatek in 2022. Gennady Timchenko owns Novatek.\n"


@pytest.fixture
def site() -> Iterator[SimpleNamespace]:
    """A server: `pages` maps a path to a function of its handler; `asked` are the requests it saw."""
    pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            pages.get(self.path, not_found)(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield SimpleNamespace(pages=pages, asked=asked, at=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def not_found(handler: BaseHTTPRequestHandler) -> None:
    handler.send_error(404)


def page(
    content: bytes = TEXT, status: int = 200, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[Fetcher]:
    with Fetcher(Pages(tmp_path / "pages"), allow_private=True, limits=Limits(1.0, 2.0, 10_000)) as made:
        yield made


def test_a_page_is_fetched_by_name_and_kept(site: SimpleNamespace, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/story"] = page()
    assert fetcher.get(f"{site.at}/story").read_bytes() == TEXT
    (robots, _), (path, headers) = site.asked
    assert (robots, path) == ("/robots.txt", "/story")
    assert headers["User-Agent"] == user_agent()
    assert user_agent().startswith("backchannel/")
    assert headers["Host"] == site.at.removeprefix("http://")
    with Fetcher(Pages(tmp_path / "pages"), offline=True) as offline:
        assert offline.get(f"{site.at}/story").read_bytes() == TEXT
        with pytest.raises(InputError, match="never fetched"):
            offline.get(f"{site.at}/other")
    assert len(site.asked) == 2


def test_a_page_that_did_not_change_is_not_sent_again(site: SimpleNamespace, fetcher: Fetcher) -> None:
    def once(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers.get("If-None-Match") == '"one"'
        page(b"" if same else TEXT, 304 if same else 200, ETag='"one"')(handler)

    site.pages["/feed"] = once
    first = fetcher.get(f"{site.at}/feed")
    assert fetcher.get(f"{site.at}/feed") == first
    assert first.read_bytes() == TEXT
    assert site.asked[-1][1]["If-None-Match"] == '"one"'


def test_what_was_kept_serves_while_the_server_is_down(site: SimpleNamespace, fetcher: Fetcher) -> None:
    site.pages["/story"] = page()
    fetcher.get(f"{site.at}/story")
    site.pages["/story"] = page(b"", 503)
    assert fetcher.get(f"{site.at}/story").read_bytes() == TEXT


def test_robots_are_asked_and_obeyed(site: SimpleNamespace, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = page(b"User-agent: *\nDisallow: /private/*.html\n")
    site.pages["/private/a.html"] = page()
    site.pages["/private/a.txt"] = page()
    site.pages["/door"] = page(b"", 302, Location="/private/a.html")
    for path in ("/private/a.html", "/door"):
        with pytest.raises(InputError, match=r"robots\.txt"):
            fetcher.get(site.at + path)
    assert fetcher.get(f"{site.at}/private/a.txt").read_bytes() == TEXT
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert "/private/a.html" not in [path for path, _ in site.asked]


def test_a_server_that_cannot_tell_its_rules_is_left_alone(site: SimpleNamespace, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = page(b"", 500)
    site.pages["/story"] = page()
    with pytest.raises(InputError, match=r"robots\.txt"):
        fetcher.get(f"{site.at}/story")


def test_redirects_are_followed_to_web_pages_only(site: SimpleNamespace, fetcher: Fetcher) -> None:
    site.pages["/story"] = page()
    site.pages["/moved"] = page(b"", 301, Location="/story")
    assert fetcher.get(f"{site.at}/moved").read_bytes() == TEXT
    for target in ("file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/", "//"):
        site.pages["/bad"] = page(b"", 302, Location=target)
        with pytest.raises(InputError, match=rf"^{site.at}/bad: ") as error:
            fetcher.get(f"{site.at}/bad")
        assert "\n" not in str(error.value)
    site.pages["/loop"] = page(b"", 302, Location="/loop")
    with pytest.raises(InputError, match="on and on"):
        fetcher.get(f"{site.at}/loop")


def test_limits_of_size_and_time(site: SimpleNamespace, fetcher: Fetcher) -> None:
    import gzip

    site.pages["/large"] = page(b"x" * 10_001)
    site.pages["/bomb"] = page(gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
    for path in ("/large", "/bomb"):
        with pytest.raises(InputError, match="larger than"):
            fetcher.get(site.at + path)

    def silent(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(2)

    def drop_by_drop(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"drop ")
            time.sleep(0.1)

    site.pages["/silent"], site.pages["/drops"] = silent, drop_by_drop
    for path in ("/silent", "/drops"):
        begun = time.monotonic()
        with pytest.raises(InputError, match=r"does not answer|took more"):
            fetcher.get(site.at + path)
        assert time.monotonic() - begun < 4


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_what_the_server_refuses_is_said(site: SimpleNamespace, fetcher: Fetcher, status: int) -> None:
    site.pages["/story"] = page(b"", status)
    with pytest.raises(InputError, match=f"the server answered {status}"):
        fetcher.get(f"{site.at}/story")


def test_no_server_and_no_address(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for url in (
        f"http://127.0.0.1:{port}/",
        "http://",
        "http://[::1",
        "http://u:p@127.0.0.1/",
        "https://no.invalid/",
    ):
        with pytest.raises(InputError) as error:
            fetcher.get(url)
        assert str(error.value).startswith(f"{url}: ")
        assert "\n" not in str(error.value)


def test_private_hosts_are_refused(site: SimpleNamespace, tmp_path: Path) -> None:
    site.pages["/story"] = page()
    with Fetcher(Pages(tmp_path)) as fetcher:
        port = site.at.rpartition(":")[2]
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"):
            with pytest.raises(InputError, match="private address"):
                fetcher.get(f"http://{host}:{port}/story")
    assert site.asked == []


def test_a_redirect_to_a_private_host_is_refused(
    site: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The public host is made up: its name leads to this server, as does the address that was checked."""
    port = int(site.at.rpartition(":")[2])
    site.pages["/door"] = page(b"", 302, Location=f"http://localhost:{port}/secret")
    site.pages["/secret"] = page()
    monkeypatch.setattr("backchannel.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    real = socket.getaddrinfo

    def looked_up(host: str, *rest: object, **more: object) -> object:
        known = {"news.example": "127.0.0.1", "localhost": "::1"}
        return real(known.get(host, host), *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with Fetcher(Pages(tmp_path)) as fetcher, pytest.raises(InputError, match=r"'localhost' is a private"):
        fetcher.get(f"http://news.example:{port}/door")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/door"]


def test_the_address_that_was_checked_is_connected_to(
    site: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that tells another address the second time it is asked changes nothing."""
    port = int(site.at.rpartition(":")[2])
    site.pages["/story"] = page()
    monkeypatch.setattr("backchannel.addresses.is_public", lambda address: True)
    asked: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: str, *rest: object, **more: object) -> object:
        if host == "news.example":
            asked.append(host)
            host = "127.0.0.1"
        assert host == "127.0.0.1"
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with Fetcher(Pages(tmp_path)) as fetcher:
        fetcher.get(f"http://news.example:{port}/story")
    assert len(asked) == 2  # once for robots.txt, once for the page: never again to connect
    assert site.asked[-1][1]["Host"] == f"news.example:{port}"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        *((private, False) for private in ("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1")),
        *((local, False) for local in ("169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1")),
        *((six, False) for six in ("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1")),
        *((wrapped, False) for wrapped in ("2002:7f00:1::", "64:ff9b::7f00:1", "::127.0.0.1")),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_a_page_that_is_not_whole_is_not_kept(
    tmp_path: Path, site: SimpleNamespace, fetcher: Fetcher
) -> None:
    site.pages["/story"] = page()
    file = fetcher.get(f"{site.at}/story")
    file.with_suffix(".json").write_text("{")
    assert Pages(file.parent).get(f"{site.at}/story") is None
    assert fetcher.get(f"{site.at}/story").read_bytes() == TEXT


def test_where_pages_are_kept() -> None:
    assert pages_folder({"XDG_CACHE_HOME": "/c"}) == Path("/c/backchannel/pages")
