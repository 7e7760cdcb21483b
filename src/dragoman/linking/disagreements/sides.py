"""What disagreements are found in, and how their sides are put together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.linking.days.dates import days
from dragoman.linking.facts import ReportFacts
from dragoman.linking.told import Merged
from dragoman.linking.who.parties import Parties
from dragoman.record.nouns import (
    Commitment,
    DisagreementKind,
    Entity,
    Event,
    Figure,
    Mention,
    Role,
    Side,
    Statement,
)

if TYPE_CHECKING:
    from dragoman.linking.disagreements.amounts import Amounts

Told = tuple[str, Mention]


@dataclass(frozen=True)
class Linkage:
    """A linked record with what stands behind each of its rows."""

    entities: Mapping[str, Entity]
    roles: tuple[Role, ...]
    events: tuple[Merged[Event], ...]
    commitments: tuple[Merged[Commitment], ...]
    statements: tuple[Merged[Statement], ...]
    figures: tuple[Merged[Figure], ...]
    reports: Mapping[str, ReportFacts]

    @cached_property
    def parties(self) -> Parties:
        """Return what its entities stand for."""
        return Parties(self.entities)

    @cached_property
    def amounts(self) -> "Amounts":
        """Return its figures where they stand."""
        # Imported here: amounts are taken from a linkage.
        from dragoman.linking.disagreements.amounts import Amounts

        return Amounts(self)


@dataclass(frozen=True, slots=True)
class Draft:
    """A disagreement before it has its id."""

    kind: DisagreementKind
    about: str | None
    sides: tuple[Side, ...]


def draft(
    kind: DisagreementKind, about: str | None, told: Iterable[Told], *, within: bool = False
) -> Draft | None:
    """Return a disagreement from pairs of a value and where it stands.

    None where there are not two sides, or where the same reports give them all: a report that
    changes its mind is no disagreement between reports, unless it sets two voices `within` it
    against each other.
    """
    by_value: dict[str, set[Mention]] = defaultdict(set)
    for value, mention in told:
        by_value[value].add(mention)
    sides = tuple(_side(value, by_value[value]) for value in sorted(by_value))
    if len(sides) < 2 or (not within and len({s.reports for s in sides}) < 2):
        return None
    return Draft(kind, about, sides)


def joined(a: Draft, b: Draft) -> Draft:
    """Return two drafts of the same values as one; sides are matched in the order of values."""
    sides = tuple(
        _side(max(x.value, y.value, key=len), {*x.mentions, *y.mentions})
        for x, y in zip(a.sides, b.sides, strict=True)
    )
    return Draft(a.kind, a.about or b.about, sides)


def _side(value: str, mentions: Iterable[Mention]) -> Side:
    return Side(
        value=value,
        reports=tuple(sorted({m.report for m in mentions})),
        mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.start, m.end))),
    )


def days_apart(a: ReportFacts, b: ReportFacts) -> int:
    """Return the days between two reports, 0 where one has no date."""
    first, second = days(a.published), days(b.published)
    return first.gap(second) if first and second else 0
