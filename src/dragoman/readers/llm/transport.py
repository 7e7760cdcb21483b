"""One HTTP request made until it is answered or there is no sense in trying again.

Goes to the address the user named and nowhere else: no redirect is followed, and an endpoint on
this machine is reached without the proxies of the environment.
"""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from dragoman.readers.llm.settings import KEY, Settings
from dragoman.record.errors import (
    AnswerTooLarge,
    EndpointBusy,
    EndpointMoved,
    EndpointUnreachable,
    KeyRefused,
    ModelUnknown,
)

TRIES = 5
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
CONNECT_SECONDS = 15.0
MAX_BYTES = 8 * 1024**2
_EXCERPT = 200
_AGAIN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.RemoteProtocolError, httpx.ReadError)


class Refusal(Exception):
    """The server takes the address but not the request; the text is what it says."""


class Transport:
    """Posts JSON to the endpoint. Safe to use from several threads."""

    def __init__(
        self, settings: Settings, key: str | None, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings
        self._key = key
        self._wait = wait
        self._down = False
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if key is not None:
            headers["Authorization"] = f"Bearer {key}"
        self._client = httpx.Client(
            headers=headers,
            timeout=httpx.Timeout(settings.timeout, connect=CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=not settings.is_local,
        )

    def post(self, body: bytes) -> bytes:
        """Return what the endpoint answers to `body`.

        Raises Refusal where the server wants another request, EndpointError where no request
        will do, and AnswerError where this one came to nothing.
        """
        # While the endpoint does not answer at all, further reports try it once each.
        tries = 1 if self._down else TRIES
        for left in reversed(range(tries)):
            try:
                status, asked_wait, answer = self._once(body)
            except _AGAIN as error:
                if not left:
                    self._down = True
                    raise EndpointUnreachable(self._unreachable(error)) from error
                status, asked_wait, answer = 0, None, b""
            except httpx.HTTPError as error:
                raise EndpointUnreachable(self._unreachable(error)) from error
            else:
                self._down = False
            if 200 <= status < 300:
                return answer
            if not (status in (0, 408, 429) or status >= 500):
                self._refused(status, answer)
            pause = self._pause(tries - 1 - left, asked_wait)
            if not left or pause > LONGEST_WAIT:
                raise EndpointBusy(self._busy(status, answer, asked_wait))
            self._wait(pause)
        raise AssertionError("unreachable")

    def _once(self, body: bytes) -> tuple[int, float | None, bytes]:
        """Return the status, the wait the server asks for, and what it says, read within bounds."""
        until = time.monotonic() + self._settings.timeout
        headers = {"Content-Type": "application/json"}
        url = self._settings.url
        with self._client.stream("POST", url, content=body, headers=headers) as response:
            said = bytearray()
            for part in response.iter_raw():
                said += part
                if len(said) > MAX_BYTES:
                    raise AnswerTooLarge(
                        f"{self._settings.host} answered with more than {MAX_BYTES // 1024**2} MB: "
                        "nothing of it was read"
                    )
                if time.monotonic() > until:
                    raise httpx.ReadTimeout("the answer took too long")
            if response.is_redirect:
                said[:] = response.headers.get("location", "").encode()
            return response.status_code, _retry_after(response), bytes(said)

    def _refused(self, status: int, answer: bytes) -> None:
        host, model = self._settings.host, self._settings.model
        if 300 <= status < 400:
            raise EndpointMoved(
                f"{host} sends us on to {excerpt(answer) or 'another address'}: no redirect is "
                "followed; if that is the right address, name it by --endpoint"
            )
        if status in (401, 403):
            # Its words are not shown: some servers repeat the key.
            raise KeyRefused(f"{host} refuses the key ({status}): set {KEY} to a key it takes")
        if status == 404:
            raise ModelUnknown(
                f"{host} knows no model {model!r}, or answers no chat completions at "
                f"{self._settings.url} (404{self._words(answer)}): check --model and --endpoint"
            )
        raise Refusal(excerpt(self._hidden(answer)))

    def _pause(self, tried: int, asked: float | None) -> float:
        if asked is not None:
            return asked
        # Spread, so that runs that were refused together do not come back together.
        return min(FIRST_WAIT * 2.0**tried, LONGEST_WAIT) * random.uniform(0.5, 1.0)  # noqa: S311

    def _unreachable(self, error: Exception) -> str:
        host, seconds = self._settings.host, self._settings.timeout
        if isinstance(error, httpx.TimeoutException) and not isinstance(
            error, httpx.ConnectTimeout
        ):
            return f"{host} did not answer within {seconds:g} seconds: give a longer --timeout"
        why = str(error) or type(error).__name__
        return f"{host} cannot be reached ({why}): check --endpoint and that the server runs"

    def _busy(self, status: int, answer: bytes, asked: float | None) -> str:
        wait = f", and asks to wait {asked:.0f} seconds" if asked is not None else ""
        return (
            f"{self._settings.host} did not get to it (status {status}{self._words(answer)}{wait}):"
            " run the same command again later"
        )

    def _words(self, answer: bytes) -> str:
        words = excerpt(self._hidden(answer))
        return f": {words}" if words else ""

    def _hidden(self, answer: bytes) -> bytes:
        return answer.replace(self._key.encode(), b"***") if self._key else answer


def excerpt(answer: bytes) -> str:
    """Return the beginning of what a server said, on one line."""
    line = " ".join(answer.decode("utf-8", "replace").split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT]}…"


def _retry_after(response: httpx.Response) -> float | None:
    """Return the seconds of a Retry-After header, a number or an HTTP date (RFC 9110)."""
    value = response.headers.get("retry-after", "")
    try:
        return max(float(value), 0.0)
    except ValueError:
        pass
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((at - datetime.now(UTC)).total_seconds(), 0.0)
