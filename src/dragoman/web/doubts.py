"""The queue of what is doubtful, worked out once for each state of the record."""

from collections import Counter
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.decisions import decision_id
from dragoman.record.nouns import Mention
from dragoman.runs.review.queue import KINDS, Doubt, Kind, queue
from dragoman.store.tables import linked


class Queue(NamedTuple):
    """Doubts of some kinds, and how many there are of each kind."""

    doubts: list[Doubt]
    numbers: Counter[str]


class Doubts:
    """Keeps the queue of the record as it stands."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._digest: str | None = None
        self._found: list[Doubt] = []

    def of(self, connection: Connection, kinds: Sequence[Kind] = ()) -> Queue:
        """Return the doubts of these kinds, or all."""
        digest = connection.execute(select(linked.c.digest)).scalar_one_or_none()
        with self._lock:
            if digest is None or digest != self._digest:
                self._found = queue(connection)
                self._digest = digest
            found = self._found
        wanted = kinds or KINDS
        return Queue([d for d in found if d.kind in wanted], Counter(d.kind for d in found))


def key_of(doubt: Doubt) -> str:
    """Return what tells a doubt from all others, however the queue moves."""
    one = doubt.accept or doubt.reject
    return decision_id(one) if one else f"{doubt.kind}:{doubt.item}"


def sides_of(doubt: Doubt) -> list[tuple[Mention, ...]]:
    """Return the words to look at: for what may be one or follow up another, side by side."""
    one = doubt.accept or doubt.reject
    return [ground.mentions[:2] for ground in one.grounds if ground.mentions] if one else []
