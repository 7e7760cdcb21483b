"""A record's nouns as rows of its tables."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table

from dragoman.record.days import days
from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Explained,
    Figure,
    Mention,
    Origin,
    Record,
    Role,
    Series,
    Statement,
)
from dragoman.record.workings import Working
from dragoman.store import tables
from dragoman.store.folding import fold
from dragoman.store.linked_tables import working

Row = dict[str, Any]
_MOST = 999_999_999


def follow_up_key(commitment: str, position: int) -> str:
    """Return the key under which the evidence of a follow-up is kept."""
    return f"{commitment}/follow-up/{position}"


class _Looks(NamedTuple):
    """What filters look at."""

    noun: str
    kind: str | None = None
    mode: str | None = None
    status: str | None = None
    date: str | None = None
    rank: str = ""


class Rows:
    """Rows by table.

    `published` gives each report's date, for items without one of their own; `outlets` who
    published it.
    """

    def __init__(
        self, published: Mapping[str, str | None], outlets: Mapping[str, str | None]
    ) -> None:
        self.by_table: dict[Table, list[Row]] = defaultdict(list)
        self._published = published
        self._outlets = outlets

    def add_record(self, record: Record) -> None:
        """Add the rows of every noun."""
        for entity in record.entities:
            self.add_entity(entity)
        held: Counter[str] = Counter()
        for role in record.roles:
            self.add_role(role, held[role.person])
            held[role.person] += 1
        for event in record.events:
            self.add_event(event)
        for commitment in record.commitments:
            self.add_commitment(commitment)
        for statement in record.statements:
            self.add_statement(statement)
        for figure in record.figures:
            self.add_figure(figure)
        for told in record.workings:
            self.add_working(told)
        for disagreement in record.disagreements:
            self.add_disagreement(disagreement)
        for explained in record.explained:
            self.add_explained(explained)
        for series in record.series:
            self.add_series(series)
        for origin in record.origins:
            self.add_origin(origin)

    def add_entity(self, entity: Entity) -> None:
        """Add an entity and its names."""
        # The most mentioned first, then by name.
        rank = f"{_MOST - len(entity.mentions):09d} {fold(entity.name)}"
        self._item(entity.id, _Looks("entity", entity.type, rank=rank), entity.mentions)
        self._evidence(entity.id, entity.mentions)
        self._row(
            tables.entity,
            id=entity.id,
            type=entity.type,
            name=entity.name,
            country=entity.country,
            presumed=entity.presumed,
            within=entity.within,
        )
        for position, name in enumerate(entity.names):
            self._row(
                tables.entity_name,
                entity=entity.id,
                position=position,
                name=name,
                folded=fold(name),
            )

    def add_role(self, role: Role, number: int) -> None:
        """Add the `number`th role of a person; roles have no id of their own."""
        key = f"{role.person}/role/{number}"
        self._item(key, _Looks("role"), role.mentions)
        self._evidence(key, role.mentions)
        self._row(
            tables.role,
            id=key,
            person=role.person,
            title=role.title,
            country=role.country,
            organization=role.organization,
            first_seen=role.first_seen,
            last_seen=role.last_seen,
        )

    def add_event(self, event: Event) -> None:
        """Add an event and its parties."""
        looks = _Looks("event", event.type, event.mode, event.hedge or "stated", event.date)
        self._item(event.id, looks, event.mentions)
        self._evidence(event.id, event.mentions)
        fields = (
            "id",
            "type",
            "mode",
            "place",
            "date",
            "hedge",
            "trigger",
            "date_reason",
            "part_of",
        )
        values = {field: getattr(event, field) for field in fields}
        self._row(tables.event, **values)
        self._parties(event.id, "actor", event.actors)
        self._parties(event.id, "recipient", event.recipients)

    def add_commitment(self, commitment: Commitment) -> None:
        """Add a commitment, its parties and what follows it up."""
        looks = _Looks("commitment", commitment.kind, None, commitment.status, commitment.date)
        self._item(commitment.id, looks, commitment.mentions)
        self._evidence(commitment.id, commitment.mentions)
        fields = ("id", "kind", "subject", "status", "due_state", "drift", "date")
        self._row(
            tables.commitment,
            **{field: getattr(commitment, field) for field in fields},
            amount=commitment.target.amount,
            unit=commitment.target.unit,
            due=commitment.target.due,
        )
        self._parties(commitment.id, "by", commitment.by)
        self._parties(commitment.id, "to", commitment.to)
        for position, later in enumerate(commitment.follow_ups):
            self._row(
                tables.follow_up,
                commitment=commitment.id,
                position=position,
                by_event=later.event,
                by_commitment=later.commitment,
                by_statement=later.statement,
                how=later.how,
            )
            if later.mentions:
                key = follow_up_key(commitment.id, position)
                self._item(key, _Looks("follow_up"), later.mentions)
                self._evidence(key, later.mentions)

    def add_statement(self, statement: Statement) -> None:
        """Add a statement and its speakers."""
        looks = _Looks("statement", statement.hedge, None, statement.hedge)
        self._item(statement.id, looks, statement.mentions)
        self._evidence(statement.id, statement.mentions)
        fields = ("id", "speaker", "via", "source", "hedge", "cue")
        self._row(tables.statement, **{field: getattr(statement, field) for field in fields})
        self._parties(statement.id, "speaker", statement.speakers)

    def add_figure(self, figure: Figure) -> None:
        """Add a figure."""
        rank = f"{fold(figure.measure)} {figure.unit} {figure.value:024.4f}"
        self._item(figure.id, _Looks("figure", figure.kind, rank=rank), figure.mentions)
        self._evidence(figure.id, figure.mentions)
        fields = ("id", "value", "unit", "measure", "kind")
        self._row(tables.figure, **{field: getattr(figure, field) for field in fields})

    def add_working(self, told: Working) -> None:
        """Add what is told of a body, and whom it speaks of."""
        self._item(
            told.id, _Looks("working", told.kind, None, told.state, told.date), told.mentions
        )
        self._evidence(told.id, told.mentions)
        fields = ("id", "body", "kind", "value", "number", "state", "date")
        self._row(working, **{field: getattr(told, field) for field in fields})
        self._parties(told.id, "party", told.parties)

    def add_disagreement(self, disagreement: Disagreement) -> None:
        """Add a disagreement and its sides."""
        mentions = [mention for side in disagreement.sides for mention in side.mentions]
        self._item(disagreement.id, _Looks("disagreement", disagreement.kind), mentions)
        self._row(
            tables.disagreement,
            id=disagreement.id,
            kind=disagreement.kind,
            about=disagreement.about,
        )
        for position, side in enumerate(disagreement.sides):
            key = f"{disagreement.id}/side/{position}"
            self._item(key, _Looks("side"), side.mentions)
            self._evidence(key, side.mentions)
            self._row(
                tables.side,
                id=key,
                disagreement=disagreement.id,
                position=position,
                value=side.value,
            )
            for place, report in enumerate(side.reports):
                self._row(tables.side_report, side=key, position=place, report=report)

    def add_explained(self, found: Explained) -> None:
        """Add an explained difference and its sides."""
        mentions = [mention for side in found.sides for mention in side.mentions]
        self._item(found.id, _Looks("explained", found.kind, found.why), mentions)
        fields = ("id", "kind", "why", "reason", "about")
        self._row(tables.explained, **{field: getattr(found, field) for field in fields})
        for position, side in enumerate(found.sides):
            key = f"{found.id}/side/{position}"
            self._item(key, _Looks("side"), side.mentions)
            self._evidence(key, side.mentions)
            values = {"explained": found.id, "position": position, "value": side.value}
            self._row(tables.explained_side, id=key, **values)

    def add_series(self, series: Series) -> None:
        """Add a series and its points."""
        mentions = [mention for point in series.points for mention in point.mentions]
        span = f"{series.points[0].date}/{series.points[-1].date}"
        self._item(series.id, _Looks("series", date=span), mentions)
        fields = {"measure": series.measure, "unit": series.unit}
        self._row(tables.series, id=series.id, between=" ".join(series.between), **fields)
        for position, point in enumerate(series.points):
            key = f"{series.id}/point/{position}"
            self._item(key, _Looks("point"), point.mentions)
            self._evidence(key, point.mentions)
            values = {name: getattr(point, name) for name in ("date", "value", "kind", "figure")}
            self._row(tables.point, id=key, series=series.id, position=position, **values)

    def add_origin(self, origin: Origin) -> None:
        """Add an origin and the reports that tell it."""
        ground = msgspec.json.encode(origin.ground) if origin.ground else None
        self._row(tables.origin, id=origin.id, reason=origin.reason, ground=ground)
        for position, report in enumerate(origin.reports):
            self._row(tables.origin_report, report=report, origin=origin.id, position=position)

    def add_countries(self, named: Iterable[tuple[str, str, str]]) -> None:
        """Add which states stand behind which items, and as what; see `named_countries`."""
        states: dict[tuple[str, str], list[str]] = defaultdict(list)
        for item, country, stands in named:
            self._row(tables.item_country, item=item, country=country, stands=stands)
            states[item, stands].append(country)
        for row in self.by_table[tables.item]:
            parties = states[row["id"], "party"]
            row["parties"] = _listed(parties)
            row["states"] = _listed([*parties, *states[row["id"], "context"]])

    def _row(self, table: Table, **values: Any) -> None:
        self.by_table[table].append(values)

    def _parties(self, item: str, part: str, entities: Sequence[str]) -> None:
        for position, entity in enumerate(entities):
            self._row(tables.party, item=item, part=part, position=position, entity=entity)

    def _item(self, key: str, looks: _Looks, mentions: Sequence[Mention]) -> None:
        first, last = days(looks.date) or self._reported(mentions)
        self._row(
            tables.item,
            id=key,
            noun=looks.noun,
            kind=looks.kind,
            mode=looks.mode,
            status=looks.status,
            first_day=first,
            last_day=last,
            day=first or "",
            rank=looks.rank,
            outlets=_listed(self._outlets.get(mention.report) for mention in mentions),
        )

    def _evidence(self, key: str, mentions: Sequence[Mention]) -> None:
        fields = ("report", "start", "end", "quote", "form")
        for mention in mentions:
            values = {field: getattr(mention, field) for field in fields}
            self._row(tables.evidence, item=key, **values)

    def _reported(self, mentions: Iterable[Mention]) -> tuple[str | None, str | None]:
        published = [days(self._published.get(mention.report)) for mention in mentions]
        known = sorted(day for day in published if day is not None)
        return (known[0][0], known[-1][1]) if known else (None, None)


def mentions_ranked(rank: str) -> int:
    """Return how often an entity is mentioned, out of its rank."""
    return _MOST - int(rank.partition(" ")[0])


def _listed(values: Iterable[str | None]) -> str:
    """Return values as the item's columns hold them, each once and sorted; "" for none."""
    held = sorted({value.replace(tables.LISTED, " ") for value in values if value})
    return tables.LISTED + "".join(value + tables.LISTED for value in held) if held else ""
