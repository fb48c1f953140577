"""Pages that were fetched, kept as files, so that a build can be repeated without the network."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.model import InputError


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a kept page: where it was found in the end, when, and what tells its version."""

    url: str
    found_at: str
    fetched: str
    type: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page and its file."""

    page: Page
    file: Path


class Pages:
    """A folder of pages, two files each: what was fetched, and what is known of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, url: str) -> Kept | None:
        """The page of this address, where it is kept whole."""
        body, about = self._files(url)
        try:
            page = Page(**json.loads(about.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return Kept(page, body) if page.url == url and body.is_file() else None

    def put(self, page: Page, content: bytes) -> Kept:
        """Keep a page in the place of what was there. Raises InputError where it cannot be written."""
        body, about = self._files(page.url)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            about.unlink(missing_ok=True)  # never the new page with what is known of the old one
            _write(body, content)
            _write(about, json.dumps(asdict(page)).encode())
        except OSError as error:
            raise InputError(
                f"{page.url}: cannot be kept in {self.folder} ({error.strerror}); set BACKCHANNEL_PAGES"
            ) from error
        return Kept(page, body)

    def _files(self, url: str) -> tuple[Path, Path]:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self.folder / f"{name}.page", self.folder / f"{name}.json"


def pages_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Where pages are kept where the settings do not say: in the user's cache."""
    environ = os.environ if environ is None else environ
    cache = environ.get("XDG_CACHE_HOME") or environ.get("LOCALAPPDATA")
    return (Path(cache) if cache else Path.home() / ".cache") / "backchannel" / "pages"


def _write(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}")
    new.write_bytes(content)
    new.replace(path)
