"""The form of what the API answers, as types: the nouns with what the API adds to them."""

from typing import Any, Literal

import msgspec

from dragoman.record import nouns
from dragoman.record.decisions import Decision, Effect
from dragoman.store.views.life_lines import Step
from dragoman.store.views.report_pages import Head
from dragoman.store.views.shown import Passage

NOUNS: dict[str, type[msgspec.Struct]] = {
    "entity": nouns.Entity,
    "role": nouns.Role,
    "event": nouns.Event,
    "commitment": nouns.Commitment,
    "statement": nouns.Statement,
    "figure": nouns.Figure,
    "series": nouns.Series,
    "disagreement": nouns.Disagreement,
    "explained": nouns.Explained,
}
_ADDED: list[Any] = [("citations", tuple[str, ...]), ("entity_names", dict[str, str])]


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office that a person holds, and the days on which that was seen."""

    person: str
    name: str
    title: str
    of: str
    first_seen: str | None
    last_seen: str | None


def _row(noun: str) -> Any:
    """Return an item as lists have it: with citations and the names of whom it speaks of."""
    own: list[Any] = [("id", str)] if noun == "role" else []
    own.append(("noun", Literal[noun]))
    name = f"{NOUNS[noun].__name__}Row"
    return msgspec.defstruct(name, [*own, *_ADDED], bases=(NOUNS[noun],), kw_only=True)


def _full(noun: str) -> Any:
    """Return an item as its own address has it: also with its passages and what was decided."""
    fields: list[Any] = [("evidence", tuple[Passage, ...]), ("decided", tuple[str, ...])]
    if noun == "event":
        fields.append(("parts", tuple[str, ...]))
    if noun == "commitment":
        fields.append(("life", tuple[Step, ...]))
    if noun == "entity":
        fields += [("offices", tuple[Office, ...]), ("held_by", tuple[Office, ...])]
    name = f"{NOUNS[noun].__name__}InFull"
    return msgspec.defstruct(name, fields, bases=(ROWS[noun],), kw_only=True)


ROWS = {noun: _row(noun) for noun in NOUNS}
FULL = {noun: _full(noun) for noun in NOUNS if noun != "role"}


def page_of(name: str, row: Any) -> Any:
    """Return a page of rows; `next` is the address of the page behind it, null on the last one."""
    fields: list[Any] = [("items", tuple[row, ...]), ("next", str | None)]
    return msgspec.defstruct(f"{name}Page", fields, kw_only=True)


# Two kinds of rows in one list are told apart by `noun`, which types alone do not say.
TIMELINE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "items": {
            "type": "array",
            "items": {
                "oneOf": [{"$ref": f"#/components/schemas/{n}Row"} for n in ("Event", "Commitment")]
            },
        },
        "next": {"type": ["string", "null"]},
    },
    "required": ["items", "next"],
}


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a field, and how many items have it."""

    value: str
    number: int


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many items there are, and of each value of a field, the most frequent first."""

    total: int
    by: dict[str, tuple[Count, ...]]


class MarkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report's text, and the item that rests on it."""

    start: int
    end: int
    quote: str
    layer: str
    item: str
    words: str


class ReportInFull(nouns.Report, frozen=True, kw_only=True):
    """A report with its text, and every span of it that something rests on."""

    marks: tuple[MarkRow, ...]


class PairRow(msgspec.Struct, frozen=True, kw_only=True):
    """Two states, and how much stands between them by noun."""

    between: tuple[str, str]
    counts: dict[str, int]


class Pairs(msgspec.Struct, frozen=True, kw_only=True):
    """All pairs of states, the one most is told of first."""

    items: tuple[PairRow, ...]


class CountRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many items there are of a noun, a kind and a status."""

    noun: str
    kind: str | None
    status: str | None
    number: int


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """How much stands between two states; `new` are the ids of what came after a run."""

    between: tuple[str, str]
    counts: tuple[CountRow, ...]
    run: int
    new: tuple[str, ...]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place where states met, and how often."""

    id: str
    name: str
    type: str
    country: str | None
    number: int


class Meetings(msgspec.Struct, frozen=True, kw_only=True):
    """Places of meetings and visits, the most frequent first; `nowhere` have no place."""

    items: tuple[Place, ...]
    nowhere: int


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """One linking of the record: its number and when it was, UTC."""

    number: int
    at: str


class Runs(msgspec.Struct, frozen=True, kw_only=True):
    """All runs, the first one first."""

    items: tuple[RunRow, ...]


class DecisionRow(Decision, frozen=True, kw_only=True):
    """A decision with what became of it when the record was linked."""

    effects: tuple[Effect, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions as they were made, and what became of each; nothing was kept of a dry run."""

    dry_run: bool
    decisions: tuple[Decision, ...]
    effects: tuple[Effect, ...]


Heads = page_of("Report", Head)
