"""What an analyst decides: dated, signed, undoable, and standing on evidence.

A decision names items by what they rest on (report hashes, spans, quotes) and not by their ids
alone, so that it can be applied again to whatever a newer reader makes of the same reports.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

import msgspec

from dragoman.record.ids import stable_id
from dragoman.record.nouns import (
    CommitmentKind,
    DisagreementKind,
    EntityType,
    FigureKind,
    Hedge,
    Mention,
    Status,
)
from dragoman.record.vocabulary import CATEGORIES

DecisionKind = Literal["merge", "split", "correct", "confirm", "reject", "add", "undo"]
DecidedNoun = Literal[
    "entity", "role", "event", "commitment", "statement", "figure", "disagreement", "link", "draft"
]
State = Literal["applied", "held", "overruled", "lost", "undone"]
Field = Literal["text", "number", "date", "country", "entity", "entities"] | tuple[str, ...]

FIELDS: dict[str, dict[str, Any]] = {
    "entity": {
        "type": get_args(EntityType),
        "name": "text",
        "country": "country",
        "within": "entity",
    },
    "role": {"title": "text", "country": "country", "organization": "entity", "person": "entity"},
    "event": {
        "type": CATEGORIES,
        "mode": "text",
        "date": "date",
        "place": "entity",
        "actors": "entities",
        "recipients": "entities",
        "hedge": get_args(Hedge),
    },
    "commitment": {
        "kind": get_args(CommitmentKind),
        "subject": "text",
        "by": "entities",
        "to": "entities",
        "amount": "number",
        "unit": "text",
        "due": "date",
        "status": get_args(Status),
        "date": "date",
    },
    "statement": {
        "speaker": "entity",
        "speakers": "entities",
        "via": "entity",
        "source": "text",
        "hedge": get_args(Hedge),
    },
    "figure": {
        "value": "number",
        "unit": "text",
        "measure": "text",
        "kind": get_args(FigureKind),
    },
    "disagreement": {"kind": get_args(DisagreementKind)},
}
"""What may be corrected, by noun, and what each field takes: a kind of value, or these words."""

OF_TARGET = frozenset({"amount", "unit", "due"})
"""The fields of a commitment that lie in its target."""

KEPT = frozenset({"name", "type", "subject", "kind", "value", "unit", "measure", "title", "person"})
"""Fields that an item cannot be without."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """An item as a decision stands on it.

    `item` is its id at the time and `words` tell it to people. `told` holds what the reader said
    of it (type, date, parties by name …), by which items on the same words are told apart.
    """

    noun: DecidedNoun
    item: str
    words: str
    mentions: tuple[Mention, ...] = ()
    told: dict[str, str] = {}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A field and its decided value; entities are given by what they rest on.

    `said` is what the reader had said, in words. No value and no entities: the field is emptied.
    """

    field: str
    value: str | float | None = None
    entities: tuple[Ground, ...] = ()
    said: str | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: who (`by`), when (`at`, ISO 8601 in UTC), why, on what.

    `grounds`: of a merge the items that are one, the first gives the name; of a split the part
    that is set apart and what stays; of all others the item. `undoes` is the id of a decision.
    """

    id: str
    kind: DecisionKind
    noun: DecidedNoun | None
    by: str
    at: str
    why: str = ""
    grounds: tuple[Ground, ...] = ()
    changes: tuple[Change, ...] = ()
    undoes: str | None = None


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a decision when the record was linked.

    applied: it changed the record; held: the record says so already; overruled: the later decision
    `other` says otherwise; lost: what it stands on is gone, `why` tells what; undone: by `other`.
    `item` is the id of the item it bears on, `field` and `said` what a correction replaced.
    """

    decision: str
    state: State
    item: str | None = None
    field: str | None = None
    said: str | None = None
    why: str | None = None
    other: str | None = None


def decision_id(decision: Decision) -> str:
    """Return the id of a decision: made from all that it says, its own id apart."""
    whole = msgspec.to_builtins(msgspec.structs.replace(decision, id=""))
    return stable_id("decision", msgspec.json.encode(whole, order="deterministic").decode())


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that nobody took back, in the order they were made.

    An undo that is itself undone leaves what it took back in force.
    """
    undoers: dict[str, list[Decision]] = {}
    for one in decisions:
        if one.undoes is not None:
            undoers.setdefault(one.undoes, []).append(one)

    def stands(one: Decision) -> bool:
        return not any(stands(other) for other in undoers.get(one.id, ()))

    ordered = sorted(decisions, key=lambda one: (one.at, one.id))
    return [one for one in ordered if one.kind != "undo" and stands(one)]


def undone_by(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return, for each decision that is taken back, the id of the decision that did it."""
    standing = {one.id for one in in_force(decisions)}
    ordered = sorted(decisions, key=lambda one: (one.at, one.id))
    return {
        one.undoes: one.id
        for one in ordered
        if one.undoes is not None and one.undoes not in standing
    }


def fits(noun: str, field: str, value: str | float | None) -> str | None:
    """Return what is wrong with a field's value, in words, or None where nothing is.

    Countries and entities are looked up by who knows them.
    """
    fields: Mapping[str, Any] = FIELDS.get(noun, {})
    if field not in fields:
        return f"{_article(noun)} has no field {field!r} to correct: {', '.join(fields) or 'none'}"
    takes = fields[field]
    if value is None or value == "":
        return f"{_article(noun)} cannot be without its {field}" if field in KEPT else None
    if isinstance(takes, tuple) and value not in takes:
        return f"{field} {value!r} is none of {', '.join(takes)}"
    if takes == "number" and not isinstance(value, float | int):
        return f"{field} {value!r} is no number: write 1500 or 5e9"
    if takes == "date" and not (isinstance(value, str) and _DATE.fullmatch(value)):
        return f"{field} {value!r} is no date: write 2026, 2026-03, 2026-03-31 or 2026-03/2026-05"
    return None


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
