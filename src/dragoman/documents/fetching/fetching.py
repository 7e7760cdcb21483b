"""One page fetched: redirects followed by hand, the body bounded in bytes and in time."""

import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec

import dragoman
from dragoman.documents.fetching.addresses import checked
from dragoman.documents.fetching.guarded import GuardedTransport
from dragoman.documents.limits import MAX_BYTES
from dragoman.record.errors import FetchFailed, FetchTooLarge

AGENT = f"Dragoman/{dragoman.__version__} (keeps a cited record of coverage)"
REDIRECTS = 5
CONNECT_SECONDS = 15.0
READ_SECONDS = 20.0
# A server that sends a byte now and then is given up after this.
WHOLE_SECONDS = 120.0
_MOVED = (301, 302, 303, 307, 308)
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What an address gave: its bytes, decoded from transport but else as they came.

    `address` is where the last redirect led. `etag` and `modified` are what the server wants to be
    asked with next time. `raw` is None where it says that nothing has changed since (304).
    """

    address: str
    raw: bytes | None
    media_type: str
    etag: str | None = None
    modified: str | None = None

    @property
    def name(self) -> str:
        """Return a file name for the page: host, path, and the ending of its kind."""
        parts = urlsplit(self.address)
        path = "_".join(part for part in parts.path.split("/") if part)
        stem = f"{parts.hostname}_{path}" if path else str(parts.hostname)
        ending = ending_of(self.media_type, self.address) or ""
        stem = stem.removesuffix(ending) or "page"
        return f"{stem[-120:].lstrip('._-') or 'page'}{ending}"


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a page that was fetched before."""

    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches pages over connections that are kept; closed as a context."""

    def __init__(
        self, *, private: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._client = httpx.Client(
            transport=GuardedTransport(private=private),
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections that are kept."""
        self._client.close()

    def get(self, address: str, known: Known | None = None, limit: int = MAX_BYTES) -> Page:
        """Return what an address gives; with `known`, only if it has changed.

        `limit` bounds the bytes, unpacked. Raises FetchError.
        """
        asked = checked(address)
        until = self._clock() + WHOLE_SECONDS
        for _ in range(REDIRECTS + 1):
            request = self._client.build_request("GET", asked, headers=_conditions(known))
            try:
                answer = self._client.send(request, stream=True)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise FetchFailed(f"{asked} could not be fetched: {_why(error)}") from error
            try:
                if answer.status_code in _MOVED and "location" in answer.headers:
                    asked = checked(urljoin(asked, answer.headers["location"]))
                    continue
                return self._page(asked, answer, limit, until)
            finally:
                answer.close()
        raise FetchFailed(f"{address} sends us on more than {REDIRECTS} times")

    def _page(self, address: str, answer: httpx.Response, limit: int, until: float) -> Page:
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        marks = {
            "etag": answer.headers.get("etag"),
            "modified": answer.headers.get("last-modified"),
        }
        if answer.status_code == 304:
            return Page(address=address, raw=None, media_type=kind, **marks)
        if answer.status_code != 200:
            raise Refused(answer.status_code, address, _retry_after(answer.headers))
        raw = self._body(address, answer, limit, until)
        return Page(address=address, raw=raw, media_type=kind, **marks)

    def _body(self, address: str, answer: httpx.Response, limit: int, until: float) -> bytes:
        body = bytearray()
        try:
            for chunk in answer.iter_bytes(chunk_size=1 << 16):
                body += chunk
                if len(body) > limit:
                    raise FetchTooLarge(f"{address} gives more than {limit >> 20} MB")
                if self._clock() > until:
                    raise FetchFailed(f"{address} is too slow: given up")
        except httpx.HTTPError as error:
            raise FetchFailed(f"{address} broke off: {_why(error)}") from error
        return bytes(body)


class Refused(FetchFailed):
    """The server answers with a status that is no page; `wait` is how long it wants to be left."""

    def __init__(self, status: int, address: str, wait: float | None) -> None:
        super().__init__(f"{address} answers with status {status}")
        self.status = status
        self.wait = wait


def ending_of(media_type: str, address: str) -> str | None:
    """Return the ending of the format that a page is in, or None where Dragoman reads none such."""
    known = _ENDINGS.get(media_type)
    if known is not None or media_type not in ("", "application/octet-stream"):
        return known
    path = urlsplit(address).path.lower()
    return next((one for one in (*set(_ENDINGS.values()), ".htm") if path.endswith(one)), None)


def _conditions(known: Known | None) -> dict[str, str]:
    if known is None:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in told.items() if value}


def _retry_after(headers: Mapping[str, str]) -> float | None:
    given = headers.get("retry-after", "")
    return float(given) if given.isdecimal() else None


def _why(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
