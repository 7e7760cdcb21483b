"""Connections that are made to checked addresses only.

The address that was checked is the one connected to, so that a name which resolves to another one
a moment later (DNS rebinding) gains nothing.
"""

import typing
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from dragoman.documents.fetching.addresses import resolved
from dragoman.record.errors import FetchFailed

_Options = Iterable[typing.Any]


class GuardedTransport(httpx.BaseTransport):
    """Carries requests of httpx; `private` lets addresses of one's own network through."""

    def __init__(self, *, private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=_Guard(private=private)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Raises FetchError and httpx.TransportError."""
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        try:
            answer = self._pool.handle_request(asked)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise httpx.TransportError(str(error) or type(error).__name__) from error
        assert isinstance(answer.stream, Iterable)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions={}
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise httpx.TransportError(str(error) or type(error).__name__) from error

    def close(self) -> None:
        self._answer.close()


class _Guard(httpcore.NetworkBackend):
    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore.NetworkStream:
        problem: Exception | None = None
        for number in resolved(host, port, private=self._private):
            try:
                return self._inner.connect_tcp(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise FetchFailed(f"{host} does not answer: {problem}") from problem
