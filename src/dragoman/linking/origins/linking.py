"""Reports that tell one original text again: copies, excerpts and reworded copies."""

from collections.abc import Mapping, Sequence

from dragoman.linking.facts import LinkReason, ReportFacts
from dragoman.linking.grouping.clusters import Free, Link, grouped
from dragoman.linking.origins.copies import copies
from dragoman.linking.origins.retold import retold
from dragoman.linking.origins.rewording import Details, reworded
from dragoman.record.nouns import Ground, Origin


def link_origins(
    reports: Sequence[ReportFacts], details: Mapping[str, Details]
) -> tuple[tuple[Origin, ...], tuple[LinkReason, ...]]:
    """Return one origin for every report or group of copies, and why copies are taken for such.

    `details` gives the names and figures of each report (by id) in the order of its text.
    """
    ranked = sorted(reports, key=_earliest_first)
    links = _nearest([*_copies(ranked), *_versions(ranked), *_rewordings(ranked, details)], ranked)
    groups = grouped([Free() for _ in ranked], links)
    origins: list[Origin] = []
    reasons: list[LinkReason] = []
    for members, own in zip(groups.members, groups.links, strict=True):
        told = [ranked[member] for member in members]
        why = "; ".join(k.why for k in own) or "no other report tells this text"
        origins.append(
            Origin(
                id=told[0].id,
                reports=tuple(one.id for one in told),
                reason=why,
                ground=_ground(told),
            )
        )
        reasons += [
            LinkReason(noun="origin", item=told[0].id, score=k.score, why=k.why) for k in own
        ]
    return tuple(origins), tuple(reasons)


def _ground(told: Sequence[ReportFacts]) -> Ground | None:
    """Return what the earliest report rests on that says so, an office's own publication first."""
    grounds = [one.ground for one in told if one.ground is not None]
    return next((one for one in grounds if one.official), grounds[0] if grounds else None)


def _nearest(links: Sequence[Link], ranked: Sequence[ReportFacts]) -> list[Link]:
    """Return for every text the links to the best one it may be made of.

    A text spliced of two makes no origin of the two: it is a copy of the one it shares most with.
    """
    best: dict[int, Link] = {}
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right, k.why)):
        best.setdefault(_later(link, ranked), link)
    return list(best.values())


def _later(link: Link, ranked: Sequence[ReportFacts]) -> int:
    """Return the one made of the other: the later, else the shorter."""
    one, other = ranked[link.left], ranked[link.right]
    if one.published and other.published and one.published != other.published:
        return link.right
    shorter = (len(other.shingles), -link.right) > (len(one.shingles), -link.left)
    return link.left if shorter else link.right


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


def _versions(ranked: Sequence[ReportFacts]) -> list[Link]:
    """Return links between what one address gave at different times."""
    first: dict[str, int] = {}
    links: list[Link] = []
    for at, report in enumerate(ranked):
        if report.url:
            low = first.setdefault(report.url, at)
            if low != at:
                why = f"{report.id} was published where {ranked[low].id} was"
                links.append(Link(low, at, 1.0, why))
    return links


def _rewordings(ranked: Sequence[ReportFacts], details: Mapping[str, Details]) -> list[Link]:
    rows = [details.get(r.id, ()) for r in ranked]
    published = [r.published for r in ranked]
    rare = [
        (low, high, score, f"tells {count} rare details")
        for low, high, count, score in reworded(rows, published)
    ]
    told = [
        (low, high, score, f"has {count} of its words")
        for low, high, count, score in retold([r.wording for r in ranked], published)
    ]
    return [
        Link(low, high, score, f"{ranked[high].id} {what} in the order of {ranked[low].id}")
        for low, high, score, what in (*rare, *told)
    ]
