"""Reports that tell of the same things as another: they share details that few reports hold."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from dragoman.linking.origins.rewording import Details

RARE = 25
"""How many reports may hold a detail that tells which story a report is on."""
LEAST = 3
MOST = 12


def sisters_of(
    reports: Collection[str], details: Mapping[str, Details], among: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Return for each of `reports` the reports of `among` that share most rare details with it.

    `details` gives the names and figures of each report. Those that share fewer than LEAST are
    left out.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for report, own in details.items():
        for detail in set(own):
            holders[detail].append(report)
    known = frozenset(among)
    return {report: _sisters(report, details.get(report, ()), holders, known) for report in reports}


def _sisters(
    report: str, own: Details, holders: Mapping[str, list[str]], among: Collection[str]
) -> tuple[str, ...]:
    shared: Counter[str] = Counter()
    for detail in set(own):
        if len(holders[detail]) <= RARE:
            shared.update(r for r in holders[detail] if r in among and r != report)
    ranked = sorted(shared, key=lambda r: (-shared[r], r))
    return tuple(r for r in ranked[:MOST] if shared[r] >= LEAST)
