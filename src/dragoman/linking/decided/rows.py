"""Events, commitments, statements and figures, as decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic

import msgspec

from dragoman.linking.decided.cast import Cast, Member
from dragoman.linking.decided.fields import Hand, changed, correct
from dragoman.linking.decided.grouping import Grouping, gone
from dragoman.linking.decided.ids import Ids
from dragoman.linking.decided.ledger import Ledger
from dragoman.linking.facts import ReportFacts
from dragoman.linking.grouping.merging import Joined
from dragoman.linking.grouping.numbering import numbered
from dragoman.linking.told import Merged, T, Told, in_order
from dragoman.record.decisions import DecidedNoun, Decision, Ground
from dragoman.record.ids import first_mention
from dragoman.record.nouns import Commitment, Event, Figure, Statement
from dragoman.record.telling import telling

BLANK: dict[str, Callable[[], Any]] = {
    "event": lambda: Event(id="", type="CONSULT"),
    "commitment": lambda: Commitment(id="", kind="planned", subject=""),
    "statement": lambda: Statement(id=""),
    "figure": lambda: Figure(id="", value=0, unit="", measure="", kind="actual"),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """What rows of other nouns need to know: which entity a ground means, names, reports."""

    who: Callable[[Ground], str | None]
    names: Mapping[str, str]
    reports: Mapping[str, ReportFacts]


class DecidedRows(Generic[T]):
    """The rows of one noun after decisions, and which of them a ground means."""

    def __init__(
        self,
        noun: DecidedNoun,
        joined: Joined[T],
        ledger: Ledger,
        lead: Lead,
    ) -> None:
        self._noun: DecidedNoun = noun
        self._before: Joined[T] = joined
        self._ledger = ledger
        self._who = lead.who
        self._names = lead.names
        self._reports = lead.reports
        self._rows: dict[str, Any] = {m.row.id: m.row for m in joined.merged}
        self._ids = Ids(self._rows)
        members = {m.row.id: [_member(t) for t in m.told] for m in joined.merged}
        self._cast: Cast[Told[T]] = Cast(members, self._tell)
        # What was added and a reader has found since: its fields are set as if corrected.
        self._found_too: list[Decision] = []
        self._group = Grouping(noun, self._cast, ledger, _kin, self._named)
        self.joined: Joined[T] = self._decided()
        self.redirects = self._redirects()

    def find(self, ground: Ground) -> str | None:
        """Return the id of the row that a ground means."""
        return self._group.find(ground)

    def _decided(self) -> Joined[T]:
        if not any(one.noun == self._noun for one in self._ledger.decisions):
            return self._before
        for one in self._ledger.of(self._noun, "add"):
            self._add(one)
        self._group.carry_out()
        merged = self._remade()
        self._rows = {m.row.id: m.row for m in merged}
        set_right = [*self._found_too, *self._ledger.of(self._noun, "correct")]
        correct(self._rows, set_right, Hand(self.find, self._who, self._names, self._ledger))
        self._group.confirm()
        reasons = tuple(
            msgspec.structs.replace(r, item=self._ids.led.get(r.item, r.item))
            for r in self._before.reasons
        )
        rows = tuple(Merged(self._rows[m.row.id], m.told) for m in merged)
        return Joined(rows, reasons, self._before.make)

    def _remade(self) -> list[Merged[T]]:
        before = {m.row.id: m for m in self._before.merged}
        found = []
        for own, numbers in self._cast.rows().items():
            told = tuple(in_order([self._cast.members[n].row for n in numbers]))
            old = before.get(own)
            if old is not None and old.told == told:
                found.append(old)
            else:
                found.append(Merged(self._before.make(own, told), told))
        return sorted(found, key=lambda m: m.told[0].key)

    def _add(self, one: Decision) -> None:
        """Add a row; where a reader has found it as well, that one gets the fields."""
        ground = one.grounds[0]
        own = self.find(ground)
        if own is not None:
            self._found_too.append(one)
            return
        missing = next((g for c in one.changes for g in c.entities if self._who(g) is None), None)
        if missing is not None:
            self._ledger.note(one, "lost", why=gone(missing))
            return
        first = first_mention(ground.mentions)
        if first.report not in self._reports:
            self._ledger.note(one, "lost", why=gone(ground))
            return
        own = self._ids.free(self._noun, first)
        item = msgspec.structs.replace(BLANK[self._noun](), id=one.id, mentions=ground.mentions)
        for change in one.changes:
            item = changed(item, change, self._who)
        told: Told[T] = Told(self._reports[first.report], item)
        self._cast.add(own, _member(told))
        self._rows[own] = msgspec.structs.replace(item, id=own)
        self._ledger.note(one, "applied", own)

    def _named(self, numbers: list[int], held: set[str]) -> str:
        first = in_order([self._cast.members[n].row for n in numbers])[0]
        return self._ids.named(self._noun, first.key[:3], held)

    def _tell(self, own: str) -> Mapping[str, str]:
        row = self._rows.get(own)
        return telling(self._noun, row, self._names) if row is not None else {}

    def _redirects(self) -> dict[str, str]:
        """Return where ids lead that a row had, or would have if told by one report alone."""
        told = [(m.row, self._cast.holder[n]) for n, m in enumerate(self._cast.members)]
        told.sort(key=lambda pair: pair[0].key)
        ids = numbered(self._noun, [t.key[:3] for t, _ in told])
        found = {old: own for old, (_, own) in zip(ids, told, strict=True) if own is not None}
        found |= self._ids.led
        return {old: new for old, new in found.items() if old not in self._rows}


def _member(told: Told[T]) -> Member[Told[T]]:
    return Member(told, told.item.mentions, getattr(told.item, "type", None))


def _kin(ground: Ground) -> str | None:
    return ground.told.get("type") if ground.noun == "event" else None
