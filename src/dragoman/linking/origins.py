"""Reports that tell one original text again: copies, excerpts and reworded copies."""

from collections.abc import Mapping, Sequence

from dragoman.linking.clusters import Free, Link, grouped
from dragoman.linking.copies import copies
from dragoman.linking.facts import LinkReason, ReportFacts
from dragoman.linking.rewording import Details, reworded
from dragoman.record.nouns import Origin


def link_origins(
    reports: Sequence[ReportFacts], details: Mapping[str, Details]
) -> tuple[tuple[Origin, ...], tuple[LinkReason, ...]]:
    """Return one origin for every report or group of copies, and why copies are taken for such.

    `details` gives the names and figures of each report (by id) in the order of its text.
    """
    ranked = sorted(reports, key=_earliest_first)
    links = [*_copies(ranked), *_rewordings(ranked, details)]
    groups = grouped([Free() for _ in ranked], links)
    origins: list[Origin] = []
    reasons: list[LinkReason] = []
    for members, own in zip(groups.members, groups.links, strict=True):
        first = ranked[members[0]].id
        why = "; ".join(k.why for k in own) or "no other report tells this text"
        origins.append(Origin(id=first, reports=tuple(ranked[m].id for m in members), reason=why))
        reasons += [LinkReason(noun="origin", item=first, score=k.score, why=k.why) for k in own]
    return tuple(origins), tuple(reasons)


def _earliest_first(report: ReportFacts) -> tuple[bool, str, str]:
    return (report.published is None, report.published or "", report.id)


def _copies(ranked: Sequence[ReportFacts]) -> list[Link]:
    """Return links between texts of which one holds a good part of the other."""
    return [
        Link(
            low,
            high,
            round(part, 4),
            f"{ranked[high].id} shares {part:.0%} of its text with {ranked[low].id}",
        )
        for low, high, part in copies([report.shingles for report in ranked])
    ]


def _rewordings(ranked: Sequence[ReportFacts], details: Mapping[str, Details]) -> list[Link]:
    rows = [details.get(r.id, ()) for r in ranked]
    return [
        Link(
            low,
            high,
            score,
            f"{ranked[high].id} tells {count} rare details in the order of {ranked[low].id}",
        )
        for low, high, count, score in reworded(rows, [r.published for r in ranked])
    ]
