"""Groups of rows as rows of the record, each with its id and the reasons it was merged for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic

from dragoman.linking.facts import LinkReason, Noun
from dragoman.linking.grouping.clusters import Groups, P
from dragoman.linking.grouping.numbering import numbered
from dragoman.linking.told import Merged, T, Told, in_order
from dragoman.record.ids import first_mention
from dragoman.record.nouns import Mention


@dataclass(frozen=True, slots=True)
class Joined(Generic[T]):
    """The rows of one noun in the record, with what stands behind each, and why they are one.

    `make` makes a row from an id and the rows of readings, sorted, that stand behind it.
    """

    merged: tuple[Merged[T], ...]
    reasons: tuple[LinkReason, ...]
    make: Callable[[str, Sequence[Told[T]]], T]

    @property
    def rows(self) -> tuple[T, ...]:
        """Return the rows of the record."""
        return tuple(m.row for m in self.merged)


def merged_rows(
    noun: Noun,
    told: Sequence[Told[T]],
    groups: Groups[P],
    row: Callable[[str, Sequence[Told[T]]], T],
) -> Joined[T]:
    """Return the merged rows in the order of their keys, and the reasons for the merges.

    `row` makes one row from an id and the rows of a group, sorted; ids rest on the first mention.
    """
    made = sorted(
        (
            (in_order([told[m] for m in members]), links)
            for members, links in zip(groups.members, groups.links, strict=True)
        ),
        key=lambda group: group[0][0].key,
    )
    ids = numbered(noun, [members[0].key[:3] for members, _ in made])
    merged = tuple(
        Merged(row(own, members), tuple(members))
        for own, (members, _) in zip(ids, made, strict=True)
    )
    reasons = tuple(
        LinkReason(
            noun=noun,
            item=own,
            score=k.score,
            why=k.why,
            left=_first(told[k.left]),
            right=_first(told[k.right]),
        )
        for own, (_, links) in zip(ids, made, strict=True)
        for k in links
    )
    return Joined(merged, reasons, row)


def _first(told: Told[T]) -> Mention | None:
    return first_mention(told.item.mentions) if told.item.mentions else None
