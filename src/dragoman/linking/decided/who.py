"""Who is who, as decided."""

from collections.abc import Container, Mapping

import msgspec

from dragoman.linking.decided.cast import Cast, Member
from dragoman.linking.decided.fields import Hand, changed, correct
from dragoman.linking.decided.grouping import Grouping, gone
from dragoman.linking.decided.ids import Ids
from dragoman.linking.decided.ledger import Ledger
from dragoman.linking.who.entities import WhoIsWho, base_of, entity_row
from dragoman.linking.who.pieces import Piece
from dragoman.record.decisions import Decision, Ground
from dragoman.record.ids import first_mention, stable_id
from dragoman.record.nouns import Entity
from dragoman.record.telling import telling


class DecidedWho:
    """The entities after decisions, and which of them a ground means."""

    def __init__(self, who: WhoIsWho, ledger: Ledger, reports: Container[str]) -> None:
        self._before = who
        self._ledger = ledger
        self._reports = reports
        self._ids = Ids(who.pieces)
        self._rows = dict(who.entities)
        members = {own: [_member(p) for p in pieces] for own, pieces in who.pieces.items()}
        self._cast: Cast[Piece | None] = Cast(members, self._tell)
        # What was added and a reader has found since: its fields are set as if corrected.
        self._found_too: list[Decision] = []
        self._group = Grouping("entity", self._cast, ledger, _kin, self._named)
        self._added: dict[int, Entity] = {}
        self.who = self._decided()
        self.redirects = self._redirects()

    def find(self, ground: Ground) -> str | None:
        """Return the id of the entity that a ground means."""
        return self._group.find(ground)

    def _decided(self) -> WhoIsWho:
        if not any(one.noun == "entity" for one in self._ledger.decisions):
            return self._before
        for one in self._ledger.of("entity", "add"):
            self._add(one)
        self._group.carry_out()
        who = self._rebuilt()
        rows = dict(who.entities)
        self._rows = rows
        names = {own: row.name for own, row in rows.items()}
        corrections = [*self._found_too, *self._ledger.of("entity", "correct")]
        correct(rows, corrections, Hand(self.find, self.find, names, self._ledger))
        self._group.confirm()
        return WhoIsWho(rows, who.ids, who.reasons, who.pieces)

    def _add(self, one: Decision) -> None:
        """Add an entity; where a reader has found it as well, that one gets the fields."""
        ground = one.grounds[0]
        own = self.find(ground)
        if own is None and ground.mentions[0].report not in self._reports:
            self._ledger.note(one, "lost", why=gone(ground))
        elif own is None:
            own = self._ids.free("entity", first_mention(ground.mentions))
            self._cast.add(own, Member(None, ground.mentions, _kin(ground)))
            name = str(next(c.value for c in one.changes if c.field == "name"))
            blank = Entity(
                id=own, type="organization", name=name, names=(name,), mentions=ground.mentions
            )
            for change in one.changes:
                blank = changed(blank, change, self.find)
            self._added[len(self._cast.members) - 1] = blank
            self._ledger.note(one, "applied", own)
        else:
            self._found_too.append(one)

    def _named(self, numbers: list[int], held: set[str]) -> str:
        pieces = [p for n in numbers if (p := self._cast.members[n].row) is not None]
        if not pieces:
            first = first_mention(self._cast.members[min(numbers)].mentions)
            return min(held) if held else self._ids.free("entity", first)
        pieces.sort(key=lambda p: p.key)
        state = next((p for p in pieces if p.kin == "state" and p.country), None)
        return self._ids.named("entity", base_of([state] if state else pieces), held)

    def _rebuilt(self) -> WhoIsWho:
        groups = self._cast.rows()
        pieces = {
            own: tuple(
                sorted(
                    (p for n in numbers if (p := self._cast.members[n].row) is not None),
                    key=lambda p: p.key,
                )
            )
            for own, numbers in groups.items()
        }
        known = {(p.source.number, p.entity.id): own for own in pieces for p in pieces[own]}
        kept = self._kept()
        rows: dict[str, Entity] = {}
        for own in sorted(groups):
            made = entity_row(own, pieces[own], known) if pieces[own] else None
            for number in groups[own]:
                if number in self._added:
                    made = _with(made, self._added[number], own)
            if made is not None:
                rows[own] = _under(made, kept.get(own, {}))
        reasons = tuple(
            msgspec.structs.replace(r, item=self._ids.led.get(r.item, r.item))
            for r in self._before.reasons
        )
        return WhoIsWho(rows, known, reasons, pieces)

    def _kept(self) -> dict[str, Mapping[str, str]]:
        """Return what was told of the entities that others were merged into, by the row's id."""
        found: dict[str, Mapping[str, str]] = {}
        for one in self._ledger.of("entity", "merge"):
            own = self.find(one.grounds[0])
            if own is not None:
                found[own] = one.grounds[0].told
        return found

    def _tell(self, own: str) -> Mapping[str, str]:
        row = self._rows.get(own)
        return telling("entity", row, {}) if row is not None else {}

    def _redirects(self) -> dict[str, str]:
        """Return where ids lead that an entity had, or would have if told by one report alone."""
        found: dict[str, str] = {}
        for number, member in enumerate(self._cast.members):
            own = self._cast.holder[number]
            if own is not None and member.row is not None:
                found[stable_id("entity", *base_of([member.row]))] = own
        found |= self._ids.led
        return {old: new for old, new in found.items() if old not in self.who.entities}


def _under(made: Entity, told: Mapping[str, str]) -> Entity:
    """Return a merged entity under the name and type of the one the others were merged into."""
    if told.get("name") not in made.names:
        return made
    return msgspec.structs.replace(
        made,
        name=told["name"],
        type=told.get("type", made.type),
        country=told.get("country", made.country),
    )


def _with(made: Entity | None, extra: Entity, own: str) -> Entity:
    if made is None:
        return msgspec.structs.replace(extra, id=own)
    mentions = sorted({*made.mentions, *extra.mentions}, key=lambda m: (m.report, m.start, m.end))
    names = tuple(dict.fromkeys((*made.names, *extra.names)))
    return msgspec.structs.replace(made, names=names, mentions=tuple(mentions))


def _member(piece: Piece) -> Member[Piece | None]:
    return Member(piece, piece.entity.mentions, piece.kin)


def _kin(ground: Ground) -> str | None:
    kind = ground.told.get("type")
    return "organization" if kind == "body" else kind
