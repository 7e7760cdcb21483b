"""What a reader that sends reports to a server tells of itself, beside reading them."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

import msgspec

from dragoman.record.nouns import Report
from dragoman.record.protocols import Reader


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What a run has asked of a server so far.

    `calls` were answered by the server, `cached` by answers kept from before. Tokens are the
    server's own count, or ours where `estimated`. `cost` is in the money the prices were given
    in, None without prices.
    """

    calls: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: bool = False
    cost: float | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What reading would send: chunks of reports, how many are answered already, and tokens.

    `tokens` is about how many tokens those not yet answered hold, instructions included.
    """

    reports: int = 0
    chunks: int = 0
    cached: int = 0
    tokens: int = 0

    def plus(self, other: "Plan") -> "Plan":
        """Return the sum of two plans."""
        return Plan(
            reports=self.reports + other.reports,
            chunks=self.chunks + other.chunks,
            cached=self.cached + other.cached,
            tokens=self.tokens + other.tokens,
        )


@runtime_checkable
class RemoteReader(Reader, Protocol):
    """A reader that sends reports away. `read` may be called from `at_once` threads.

    `host` is where they go, `cautions` what the user should know before, a line each. `asked` is
    called with the usage so far after every call; a run puts its own in place.
    """

    host: str
    at_once: int
    cautions: tuple[str, ...]
    asked: Callable[[Usage], None]

    @property
    def usage(self) -> Usage:
        """What has been asked so far."""
        ...

    def plan(self, report: Report) -> Plan:
        """Tell what reading the report would send; nothing is sent."""
        ...
