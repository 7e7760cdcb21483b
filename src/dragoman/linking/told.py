"""Rows of readings on their way into the record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.linking.facts import ReportFacts
from dragoman.record.ids import first_mention
from dragoman.record.nouns import Commitment, Event, Figure, Mention, Statement
from dragoman.record.workings import Working

T = TypeVar("T", Event, Commitment, Statement, Figure, Working)
Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """One row of one reading: what `report` tells. Entity ids in `item` are the record's."""

    report: ReportFacts
    item: T

    @property
    def key(self) -> Key:
        """Return what rows are sorted by: never by the order in which they came."""
        if not self.item.mentions:
            return (self.report.id, -1, -1, self.item.id)
        first = first_mention(self.item.mentions)
        return (self.report.id, first.start, first.end, self.item.id)


@dataclass(frozen=True, slots=True)
class Merged(Generic[T]):
    """A row of the record and the rows of readings it stands for."""

    row: T
    told: tuple[Told[T], ...]


def in_order(rows: Iterable[Told[T]]) -> list[Told[T]]:
    """Return rows in the order of their keys."""
    return sorted(rows, key=lambda t: t.key)


def all_mentions(told: Sequence[Told[T]]) -> tuple[Mention, ...]:
    """Return the evidence of several rows, in order and without doubles."""
    seen = {m for t in told for m in t.item.mentions}
    return tuple(sorted(seen, key=lambda m: (m.report, m.start, m.end, m.form or "")))
