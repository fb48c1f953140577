"""The kit over HTTP on localhost, with the headers that let a page of another port read it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from graph.model import InputError
from loaders.browser.kit import FILES


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.strip("/") in FILES:
            super().do_GET()
        else:
            self.send_error(404)

    do_HEAD = do_GET

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.end_headers()

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "cache-control, pragma")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    """Serve the files of the kit in a folder, nothing else; gives the address. Port 0 is any free one.

    Browser reads from `localhost` by default, so that is the name used. Raises InputError.
    """
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise InputError(f"port {port}: cannot be served on ({error.strerror}); name another") from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
