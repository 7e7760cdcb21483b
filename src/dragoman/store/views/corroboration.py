"""How many origins stand behind an item: reports that tell one text again count once."""

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection

from dragoman.record.nouns import Ground, Origin
from dragoman.store.linked.loading import load_origins
from dragoman.store.views.listing import evidence_of
from dragoman.store.views.shown import Shown


class Corroboration(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports tell something, and the origins they have, cut down to these reports."""

    reports: int
    origins: tuple[Origin, ...]

    @property
    def official(self) -> int:
        """Return how many origins are a government's or an international organization's own."""
        return sum(1 for one in self.origins if one.ground is not None and one.ground.official)

    def words(self) -> str:
        """Return the counts: “5 reports, 3 origins, 2 of them official”."""
        told = f"{_count(self.reports, 'report')}, {_count(len(self.origins), 'origin')}"
        if not self.official:
            return told
        return f"{told}, {self.official} of them official"

    def lines(self) -> list[str]:
        """Return the counts, and a line for each origin that several tell or that rests on one."""
        if not self.origins:
            return []
        lines = [f"told by: {self.words()}"]
        for one in self.origins:
            rests = f"rests on: {ground_words(one.ground)}" if one.ground else ""
            copied = one.reason if len(one.reports) > 1 else ""
            if rests or copied:
                why = "; ".join(part for part in (rests, copied) if part)
                lines.append(f"origin {one.id} ({_count(len(one.reports), 'report')}): {why}")
        return lines


def corroboration(origins: Iterable[Origin], reports: Collection[str]) -> Corroboration:
    """Return what stands behind something that these reports tell."""
    own = []
    for one in origins:
        telling = tuple(report for report in one.reports if report in reports)
        if telling:
            own.append(msgspec.structs.replace(one, reports=telling))
    return Corroboration(reports=len(set(reports)), origins=tuple(own))


def corroborated(connection: Connection, found: Shown) -> Corroboration:
    """Return what stands behind an item that is shown; nothing behind a report or citation."""
    items = [row.item for row in found.listing.rows] if found.listing is not None else []
    reports = {mention.report for item in items for mention in evidence_of(item)}
    return corroboration(load_origins(connection, sorted(reports)), reports)


def ground_words(ground: Ground) -> str:
    """Return whose text an origin is, or rests on."""
    return f"{ground.name} (official)" if ground.official else ground.name


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
