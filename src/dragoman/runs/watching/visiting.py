"""Addresses asked with manners: robots.txt, a pause between two requests, back-off, conditions."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from dragoman.documents.fetching.addresses import host_of
from dragoman.documents.fetching.fetching import Fetcher, Known, Page, Refused
from dragoman.documents.fetching.robots import Robots
from dragoman.record.errors import FetchError, FetchFailed
from dragoman.store.database import Database
from dragoman.store.watching import Watched, keep_watched, load_watched

# Seconds between two requests to one host, unless its robots.txt wants more; and the most of that.
PAUSE = 1.0
LONGEST_PAUSE = 60.0
LONGEST_BACK_OFF = timedelta(days=2)
# So many failures in a row say that the host is in trouble, not the page.
TROUBLE = 3


def utc_now() -> datetime:
    """Return the time now, UTC."""
    return datetime.now(UTC)


class Clock:
    """The time, and how to let it pass; tests bring their own."""

    def __init__(
        self,
        now: Callable[[], datetime] = utc_now,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.now = now
        self.wait = wait

    def stamp(self, later: timedelta = timedelta()) -> str:
        """Return the time now, or later, as it is kept."""
        return (self.now() + later).isoformat(timespec="seconds")


class Visitor:
    """Asks for pages in one round, and keeps what is to be known of them the next time."""

    def __init__(self, database: Database, fetcher: Fetcher, clock: Clock) -> None:
        self._database = database
        self._fetcher = fetcher
        self._robots = Robots(fetcher)
        self._clock = clock
        self._last: dict[str, datetime] = {}
        self._failed: Counter[str] = Counter()

    def known(self, address: str) -> Watched | None:
        """Return what is known of an address, or None where it was never asked."""
        with self._database.reading() as connection:
            return load_watched(connection, address)

    def due(self, address: str) -> bool:
        """Whether it is time to ask for an address."""
        known = self.known(address)
        return known is None or known.next <= self._clock.stamp()

    def get(self, address: str, again: timedelta, every: timedelta) -> Page:
        """Return what an address gives, or that nothing has changed; it is due `again` after that.

        Raises FetchError; after one the address is left for longer each time, `every` at least.
        """
        host = host_of(address)
        if self._failed[host] >= TROUBLE:
            raise FetchFailed(f"{address}: {host} failed {TROUBLE} times in a row; left for later")
        known = self.known(address)
        try:
            self._pause(host, self._robots.check(address))
            told = Known(etag=known.etag, modified=known.modified) if known else None
            page = self._fetcher.get(address, told)
        except FetchError as error:
            self._back_off(address, known, every, error)
            raise
        self._failed[host] = 0
        self._keep(
            Watched(
                address=address,
                etag=page.etag or (known.etag if known else None),
                modified=page.modified or (known.modified if known else None),
                digest=known.digest if known else None,
                next=self._clock.stamp(again),
            )
        )
        return page

    def settle(self, address: str, digest: str) -> None:
        """Keep which text of a page was read last."""
        known = self.known(address)
        if known is not None:
            self._keep(_with_digest(known, digest))

    def forget_marks(self, address: str) -> None:
        """Have a page sent whole the next time: what came of it this time was not kept."""
        known = self.known(address)
        if known is not None:
            self._keep(Watched(address=address, next=known.next, failures=known.failures))

    def _pause(self, host: str, wanted: float) -> None:
        pause = timedelta(seconds=min(max(PAUSE, wanted), LONGEST_PAUSE))
        last = self._last.get(host)
        if last is not None and (left := last + pause - self._clock.now()) > timedelta():
            self._clock.wait(left.total_seconds())
        self._last[host] = self._clock.now()

    def _back_off(
        self, address: str, known: Watched | None, every: timedelta, error: FetchError
    ) -> None:
        failures = (known.failures if known else 0) + 1
        later = every * 2 ** min(failures, 10)
        if isinstance(error, Refused):
            with suppress(OverflowError):
                later = max(later, timedelta(seconds=error.wait or 0))
        elif isinstance(error, FetchFailed):
            self._failed[host_of(address)] += 1
        before = known or Watched(address=address, next="")
        self._keep(
            Watched(
                address=address,
                etag=before.etag,
                modified=before.modified,
                digest=before.digest,
                next=self._clock.stamp(min(later, LONGEST_BACK_OFF)),
                failures=failures,
            )
        )

    def _keep(self, known: Watched) -> None:
        with self._database.writing() as connection:
            keep_watched(connection, [known])


def _with_digest(known: Watched, digest: str) -> Watched:
    return Watched(
        address=known.address,
        etag=known.etag,
        modified=known.modified,
        digest=digest,
        next=known.next,
    )
