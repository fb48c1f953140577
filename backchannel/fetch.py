"""One page from the web, politely and within limits: what is fetched is kept."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from importlib import metadata
from pathlib import Path

import httpx
from protego import Protego

from backchannel.addresses import resolve
from backchannel.pages import Kept, Page, Pages, pages_folder
from graph.model import InputError

log = logging.getLogger("backchannel.fetch")
NAME = "backchannel"
REDIRECTS = 5
ROBOTS_BYTES = 500_000  # as much as RFC 9309 asks for
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to wait for one step and for all of a page, and bytes of a page once it is unpacked."""

    step: float = 15.0
    whole: float = 60.0
    bytes: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    status: int
    url: httpx.URL
    headers: httpx.Headers
    content: bytes = field(repr=False)


class Fetcher:
    """Fetches pages, asks each host's robots.txt once, and keeps what it got; close it."""

    def __init__(
        self,
        pages: Pages,
        *,
        allow_private: bool = False,
        offline: bool = False,
        limits: Limits = Limits(),
    ) -> None:
        """`offline` gives kept pages only; `allow_private` permits hosts off the open internet."""
        self._pages, self._offline, self._limits = pages, offline, limits
        self._allow_private = allow_private
        self._robots: dict[str, Protego | None] = {}
        self._client: httpx.Client | None = None

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the network."""
        if self._client is not None:
            self._client.close()

    def get(self, url: str) -> Path:
        """The file that holds the page of this address now.

        A page that is kept and cannot be had anew is used as it was kept. Raises InputError.
        """
        kept = self._pages.get(url)
        if self._offline:
            if kept is None:
                raise InputError(f"{url}: was never fetched; run this without --offline")
            return kept.file
        try:
            return self._fresh(url, kept).file
        except InputError as error:
            if kept is None or isinstance(error, Forbidden):
                raise
            log.warning("%s; it is read as it was on %s", error, kept.page.fetched[:10])
            return kept.file

    def _fresh(self, url: str, kept: Kept | None) -> Kept:
        headers = {"Accept": ACCEPT}
        if kept is not None and kept.page.etag:
            headers["If-None-Match"] = kept.page.etag
        if kept is not None and kept.page.modified:
            headers["If-Modified-Since"] = kept.page.modified
        answer = self._follow(url, headers)
        if answer.status == httpx.codes.NOT_MODIFIED and kept is not None:
            return kept
        if answer.status != httpx.codes.OK:
            raise InputError(f"{url}: the server answered {answer.status} {_reason(answer.status)}".rstrip())
        page = Page(
            url,
            str(answer.url),
            datetime.now(UTC).isoformat(timespec="seconds"),
            answer.headers.get("content-type", ""),
            answer.headers.get("etag", ""),
            answer.headers.get("last-modified", ""),
        )
        return self._pages.put(page, answer.content)

    def _follow(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Go where redirects lead, each place checked like the first."""
        place = _parse(url, url)
        until = time.monotonic() + self._limits.whole
        for _ in range(REDIRECTS + 1):
            if not self._may(place, url, until):
                raise Forbidden(f"{url}: the site asks not to be read by programs (robots.txt)")
            answer = self._one(place, url, headers, self._limits.bytes, until)
            target = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return answer
            try:
                place = _parse(str(place.join(target)), url)
            except httpx.InvalidURL as error:
                raise InputError(f"{url}: leads to what is no address ({error})") from None
        raise InputError(f"{url}: leads on and on, more than {REDIRECTS} times")

    def _may(self, place: httpx.URL, url: str, until: float) -> bool:
        """What robots.txt says. None there: all may be read; a server that fails: nothing (RFC 9309)."""
        origin = f"{place.scheme}://{place.netloc.decode()}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(httpx.URL(f"{origin}/robots.txt"), url, until)
        rules = self._robots[origin]
        return rules is not None and bool(rules.can_fetch(str(place), NAME))

    def _read_robots(self, place: httpx.URL, url: str, until: float) -> Protego | None:
        for _ in range(REDIRECTS + 1):
            answer = self._one(place, url, {}, ROBOTS_BYTES, until, cut=True)
            target = answer.headers.get("location")
            if answer.status in (301, 302, 303, 307, 308) and target:
                place = _parse(str(place.join(target)), url)
                continue
            if answer.status >= 500 or answer.status == httpx.codes.TOO_MANY_REQUESTS:
                return None
            text = answer.content.decode("utf-8", "replace") if answer.status == httpx.codes.OK else ""
            return Protego.parse(text)
        return Protego.parse("")

    def _one(
        self,
        place: httpx.URL,
        url: str,
        headers: Mapping[str, str],
        most: int,
        until: float,
        cut: bool = False,
    ) -> Answer:
        """One request, to the address that was checked: the host's name goes along, for Host and TLS."""
        host, port = place.host, place.port or (443 if place.scheme == "https" else 80)
        too_slow = f"{url}: took more than {self._limits.whole:g} seconds"
        addresses = resolve(host, port, self._allow_private, url)
        try:
            answer = self._send(place, addresses, headers)
            try:
                content = bytearray()
                for chunk in answer.iter_bytes():
                    content += chunk
                    if len(content) > most and cut:
                        break
                    if len(content) > most:
                        raise InputError(f"{url}: is larger than {most / 1e6:g} MB; save a part of it")
                    if time.monotonic() > until:
                        raise InputError(too_slow)
            finally:
                answer.close()
        except httpx.TimeoutException:
            raise InputError(
                f"{url}: the server does not answer within {self._limits.step:g} seconds"
            ) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise InputError(f"{url}: cannot be fetched ({_line(error)})") from None
        return Answer(answer.status_code, place, answer.headers, bytes(content[:most]))

    def _send(self, place: httpx.URL, addresses: list[str], headers: Mapping[str, str]) -> httpx.Response:
        for address in addresses:
            request = self._open().build_request(
                "GET",
                place.copy_with(host=address),
                headers={**headers, "Host": place.netloc.decode()},
                extensions={"sni_hostname": place.raw_host.decode()},
            )
            try:
                return self._open().send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if address == addresses[-1]:
                    raise
        raise AssertionError

    def _open(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(
                headers={"User-Agent": user_agent()},
                timeout=self._limits.step,
                follow_redirects=False,
                trust_env=False,  # a proxy would look the host up again, unchecked
                limits=httpx.Limits(max_keepalive_connections=0),
            )
        return self._client


class Forbidden(InputError):
    """The site asks not to be read."""


def open_fetcher(folder: Path | None, *, offline: bool = False, allow_private: bool = False) -> Fetcher:
    """A Fetcher that keeps pages in this folder, or in the user's cache."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    pages = Pages(folder if folder is not None else pages_folder())
    return Fetcher(pages, allow_private=allow_private, offline=offline)


def user_agent() -> str:
    """Who asks, in the words of the protocol."""
    return f"{NAME}/{metadata.version(NAME)} (reads single pages that a person named)"


def _parse(text: str, url: str) -> httpx.URL:
    try:
        place = httpx.URL(text)
    except httpx.InvalidURL as error:
        raise InputError(f"{url}: is no address ({error})") from None
    if place.scheme not in ("http", "https"):
        raise InputError(f"{url}: leads to {place.scheme or 'no'}: only http and https are fetched")
    if not place.host:
        raise InputError(f"{url}: names no host")
    if place.userinfo:
        raise InputError(f"{url}: holds a user name; give an address without")
    return place.copy_with(fragment=None)


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase.lower()
    except ValueError:
        return ""


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
