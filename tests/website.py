"""A real web site on loopback: pages that a test lays down, and what was asked of it."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import NamedTuple


class Laid(NamedTuple):
    """What the site answers: a status, a body (or parts sent one by one), headers."""

    body: bytes | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})


class Site:
    """`pages` by path; a path that is not there is 404. `asked` are the paths asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Laid] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    def lay(self, path: str, body: object, kind: str = "text/html", **headers: str) -> str:
        """Lay a page down and return its address."""
        raw = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Laid(raw, headers={"Content-Type": kind, **told})
        return self.address + path

    def lay_article(self, path: str, text: str, day: str = "2025-03-04") -> str:
        """Lay down a page as a paper would have it."""
        paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
        return self.lay(
            path,
            f"<html><head><title>News</title><meta property='article:published_time' "
            f"content='{day}'></head><body><article><h1>News</h1>{paragraphs}</article></body>",
        )


@contextmanager
def serving() -> Iterator[Site]:
    """Yield a site that answers until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            page = site.pages.get(self.path, Laid(b"not here", 404))
            etag = page.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                page = Laid(b"", 304, {"ETag": etag})
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if callable(page.body):
                self.end_headers()
                try:
                    for part in page.body():
                        self.wfile.write(part)
                        self.wfile.flush()
                except OSError:
                    pass  # the other side has had enough
            else:
                self.send_header("Content-Length", str(len(page.body)))
                self.end_headers()
                self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
