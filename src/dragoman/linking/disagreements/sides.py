"""What disagreements are found in, and how their sides are put together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.linking.dates import days
from dragoman.linking.facts import ReportFacts
from dragoman.linking.told import Merged
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

Told = tuple[str, Mention]


@dataclass(frozen=True, slots=True)
class Linkage:
    """A linked record with what stands behind each of its rows."""

    entities: Mapping[str, Entity]
    roles: tuple[Role, ...]
    events: tuple[Merged[Event], ...]
    commitments: tuple[Merged[Commitment], ...]
    statements: tuple[Merged[Statement], ...]
    figures: tuple[Merged[Figure], ...]
    reports: Mapping[str, ReportFacts]


@dataclass(frozen=True, slots=True)
class Draft:
    """A disagreement before it has its id."""

    kind: DisagreementKind
    about: str | None
    sides: tuple[Side, ...]


def draft(kind: DisagreementKind, about: str | None, told: Iterable[Told]) -> Draft | None:
    """Return a disagreement from pairs of a value and where it stands.

    None where there are not two sides, or where the same reports give them all: a report that
    changes its mind is no disagreement between reports.
    """
    by_value: dict[str, set[Mention]] = defaultdict(set)
    for value, mention in told:
        by_value[value].add(mention)
    sides = tuple(
        Side(
            value=value,
            reports=tuple(sorted({m.report for m in mentions})),
            mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.start, m.end))),
        )
        for value, mentions in sorted(by_value.items())
    )
    if len(sides) < 2 or len({s.reports for s in sides}) < 2:
        return None
    return Draft(kind, about, sides)


def days_apart(a: ReportFacts, b: ReportFacts) -> int:
    """Return the days between two reports, 0 where one has no date."""
    first, second = days(a.published), days(b.published)
    return first.gap(second) if first and second else 0
