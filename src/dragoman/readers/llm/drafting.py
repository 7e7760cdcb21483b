"""The rows of one answer made into items of the record, each with its evidence in the text.

No quote, no item: what does not stand in the chunk the model was given is quarantined.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from dragoman.readers.llm.answers import CommitmentRow, EventRow, FigureRow, StatementRow
from dragoman.readers.llm.checking import is_mode, tells_number
from dragoman.readers.llm.drafted_entities import draft_entity, draft_role
from dragoman.readers.llm.grounds import Grounds
from dragoman.readers.llm.locating import Searchable
from dragoman.readers.llm.parsing import Rows, tidy
from dragoman.readers.llm.refusals import NOT_THERE
from dragoman.record.nouns import (
    Commitment,
    Entity,
    Event,
    Figure,
    Quarantined,
    Report,
    Role,
    Statement,
    Target,
)
from dragoman.record.vocabulary import CATEGORIES

DATED_BY = "given by the model"
_LETTERS = {"events": "v", "commitments": "c", "statements": "s", "figures": "f"}


class Drafts(msgspec.Struct, kw_only=True):
    """Items of every layer, and what was not kept."""

    entities: list[Entity] = []
    roles: list[Role] = []
    events: list[Event] = []
    commitments: list[Commitment] = []
    statements: list[Statement] = []
    figures: list[Figure] = []
    quarantined: list[Quarantined] = []


def drafted(rows: Rows, report: Report, searchable: Searchable, number: int) -> Drafts:
    """Return the items whose quotes stand in the text, the rest quarantined.

    `number` tells the answers of a report apart; ids and references begin with it.
    """
    grounds = Grounds(report, searchable, number)
    grounds.know(rows.layers["entities"])
    out = Drafts(
        entities=[made for row in rows.layers["entities"] for made in draft_entity(row, grounds)]
    )
    named = {e.id: [(m.start, m.end) for m in e.mentions if m.form == "name"] for e in out.entities}
    out.roles = [made for row in rows.layers["roles"] for made in draft_role(row, grounds, named)]
    make: dict[str, Callable[[Any, str, Grounds], Any]] = {
        "events": _event,
        "commitments": _commitment,
        "statements": _statement,
        "figures": _figure,
    }
    for layer, one in make.items():
        made = [
            one(row, f"{_LETTERS[layer]}{at}", grounds) for at, row in enumerate(rows.layers[layer])
        ]
        setattr(out, layer, [item for item in made if item is not None])
    out.quarantined = [*rows.quarantined, *grounds.refused]
    return out


def _event(row: EventRow, mark: str, grounds: Grounds) -> Event | None:
    layer, quote = "events", row.quote
    place = grounds.place(quote)
    if place is None:
        grounds.refuse(layer, quote, NOT_THERE)
        return None
    if row.type not in CATEGORIES:
        grounds.refuse(layer, quote, f"no PLOVER category: {row.type}")
        return None
    mode = row.mode if row.mode and is_mode(row.type, row.mode) else None
    if mode != row.mode:
        grounds.leave_out(layer, quote, "mode")
    day = grounds.date(row.date, layer, quote)
    return Event(
        id=mark,
        type=row.type,
        mode=mode,
        actors=grounds.all_known(row.actors, layer, quote),
        recipients=grounds.all_known(row.recipients, layer, quote),
        place=grounds.known(row.place),
        date=day,
        date_reason=None if day is None else DATED_BY,
        hedge=None if row.hedge == "stated" else row.hedge,
        mentions=(grounds.mention(place),),
    )


def _commitment(row: CommitmentRow, mark: str, grounds: Grounds) -> Commitment | None:
    layer, quote = "commitments", row.quote
    place = grounds.place(quote)
    if place is None:
        grounds.refuse(layer, quote, NOT_THERE)
        return None
    amount = row.amount
    if amount is not None and not tells_number(grounds.words(place), amount):
        grounds.leave_out(layer, quote, "amount")
        amount = None
    unit = tidy(row.unit or "") or None
    due = grounds.date(row.due, layer, quote)
    return Commitment(
        id=mark,
        kind=row.kind,
        subject=tidy(row.subject) or tidy(quote),
        by=grounds.all_known(row.by, layer, quote),
        to=grounds.all_known(row.to, layer, quote),
        target=Target(amount=amount, unit=None if amount is None else unit, due=due),
        status=row.status or "open",
        date=grounds.date(row.date, layer, quote),
        mentions=(grounds.mention(place),),
    )


def _statement(row: StatementRow, mark: str, grounds: Grounds) -> Statement | None:
    layer, quote = "statements", row.quote
    place = grounds.place(quote)
    if place is None:
        grounds.refuse(layer, quote, NOT_THERE)
        return None
    speakers = grounds.all_known(row.speakers, layer, quote)
    source = tidy(row.source or "") or None
    if source is not None and not grounds.holds(source):
        grounds.leave_out(layer, quote, "source")
        source = None
    return Statement(
        id=mark,
        speaker=speakers[0] if len(speakers) == 1 else None,
        speakers=speakers if len(speakers) > 1 else (),
        via=grounds.known(row.via),
        source=None if speakers else source,
        hedge=row.hedge or "stated",
        mentions=(grounds.mention(place),),
    )


def _figure(row: FigureRow, mark: str, grounds: Grounds) -> Figure | None:
    place = grounds.place(row.quote, row.context)
    if place is None:
        grounds.refuse("figures", row.quote, NOT_THERE)
        return None
    if not tells_number(grounds.words(place), row.value):
        grounds.refuse("figures", row.quote, "the value is not the number of the quote")
        return None
    return Figure(
        id=mark,
        value=row.value,
        unit=tidy(row.unit, 60),
        measure=tidy(row.measure),
        kind=row.kind,
        mentions=(grounds.mention(place),),
    )
