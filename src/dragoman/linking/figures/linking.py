"""One figure told by several reports is one row: the same value, unit and measure."""

from collections.abc import Sequence

from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Free, Link, grouped
from dragoman.linking.grouping.merging import Joined, merged_rows
from dragoman.linking.grouping.votes import most_common
from dragoman.linking.told import Told, all_mentions
from dragoman.linking.wording.words import Rarity, Words, content_words, spelled
from dragoman.record.nouns import Figure

BAR = 0.5


def link_figures(
    told: Sequence[Told[Figure]],
) -> Joined[Figure]:
    """Merge figures of one value and unit whose measures share at least half of their weight."""
    words = [measure_words(t.item) for t in told]
    rarity = Rarity(words)
    links: list[Link] = []
    for i, j in candidate_pairs([{(t.item.value, unit_key(t.item))} for t in told]):
        same = rarity.shared(words[i], words[j])
        if same >= BAR:
            links.append(Link(i, j, round(same, 4), f"one value and unit, measures {same:.2f}"))
    groups = grouped([Free() for _ in told], links)
    return merged_rows("figure", told, groups, _row)


def measure_words(figure: Figure) -> Words:
    """Return what a figure measures; its unit where it says no more."""
    return content_words(figure.measure) or content_words(figure.unit)


def unit_key(figure: Figure) -> str:
    """Return a unit as it is compared."""
    return spelled(figure.unit.strip().casefold())


def _row(own: str, told: Sequence[Told[Figure]]) -> Figure:
    rows = [t.item for t in told]
    return Figure(
        id=own,
        value=rows[0].value,
        unit=most_common([r.unit for r in rows]) or rows[0].unit,
        measure=most_common([r.measure for r in rows]) or rows[0].measure,
        kind=most_common([r.kind for r in rows]) or rows[0].kind,
        mentions=all_mentions(told),
    )
