"""Counts of items by kind, state, year and outlet, kept while the record stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, select

from dragoman.store.tables import linked
from dragoman.store.views.facets import Facets, facets
from dragoman.store.views.paging import Wanted
from dragoman.store.views.report_pages import ReportsWanted, report_counts

_MOST = 512
Key = tuple[str | None, Hashable]
T = TypeVar("T", bound=Hashable)


class Counts:
    """Keeps what was counted; whoever asks while it is counted waits for it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Facets] = OrderedDict()
        self._counting: dict[Key, Lock] = {}
        self._lock = Lock()

    def of(self, connection: Connection, wanted: Wanted) -> Facets:
        """Return the counts of the items wanted. Raises QueryInvalid and ItemNotFound."""
        return self._once(connection, wanted, facets)

    def of_reports(self, connection: Connection, wanted: ReportsWanted) -> Facets:
        """Return the counts of the reports wanted. Raises QueryInvalid and ItemNotFound."""
        return self._once(connection, wanted, report_counts)

    def _once(
        self, connection: Connection, wanted: T, count: Callable[[Connection, T], Facets]
    ) -> Facets:
        digest = connection.execute(select(linked.c.digest)).scalar_one_or_none()
        key = (digest, wanted)
        with self._lock:
            own = self._counting.setdefault(key, Lock())
        with own:
            found = self._kept.get(key)
            if found is None:
                found = count(connection, wanted)
            with self._lock:
                self._kept[key] = found
                self._kept.move_to_end(key)
                self._counting.pop(key, None)
                if len(self._kept) > _MOST:
                    self._kept.popitem(last=False)
        return found
