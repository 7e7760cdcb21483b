"""Fields of rows as decisions set them, and what rows tell of themselves."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from dragoman.linking.decided.grouping import gone
from dragoman.linking.decided.ledger import Ledger
from dragoman.record.decisions import OF_TARGET, Change, Decision, Ground
from dragoman.record.telling import field_words

Row = TypeVar("Row", bound=msgspec.Struct)
Who = Callable[[Ground], str | None]
_MANY = ("actors", "recipients", "by", "to", "speakers")


@dataclass(frozen=True, slots=True)
class Hand:
    """What setting fields needs: which row, and which entity, a ground means; names; the ledger."""

    find: Who
    who: Who
    names: Mapping[str, str]
    ledger: Ledger


def correct(rows: dict[str, Any], decisions: Iterable[Decision], hand: Hand) -> None:
    """Set the fields that corrections name, in the order decided; a later one overrules."""
    find, who, names, ledger = hand.find, hand.who, hand.names, hand.ledger
    set_by: dict[tuple[str, str], tuple[Decision, Change]] = {}
    for one in decisions:
        own = find(one.grounds[0])
        if own is None:
            ledger.note(one, "lost", why=gone(one.grounds[0]))
            continue
        for change in one.changes:
            missing = next((g for g in change.entities if who(g) is None), None)
            if missing is not None:
                ledger.note(one, "lost", own, gone(missing))
                continue
            said = field_words(rows[own], change.field, names)
            before = set_by.get((own, change.field))
            rows[own] = changed(rows[own], change, who)
            if before is not None and field_words(rows[own], change.field, names) != said:
                ledger.overrule(before[0], one, own)
            set_by[own, change.field] = (one, change)
            ledger.note_field(one, own, change.field, change.said if before else said)


def changed(row: Row, change: Change, who: Who) -> Row:
    """Return a row with one field set."""
    keys = tuple(dict.fromkeys(key for g in change.entities if (key := who(g)) is not None))
    value: Any = change.value
    if change.field in _MANY:
        value = keys
    elif change.entities:
        value = keys[0]
    if change.field in OF_TARGET and hasattr(row, "target"):
        target = msgspec.structs.replace(row.target, **{change.field: value})
        return msgspec.structs.replace(row, target=target)
    if change.field == "speakers" and keys:
        return msgspec.structs.replace(row, speakers=keys, speaker=None)
    if change.field == "name" and value not in (names := getattr(row, "names", ())):
        return msgspec.structs.replace(row, name=value, names=(value, *names))
    if change.field == "date" and hasattr(row, "date_reason"):
        return msgspec.structs.replace(row, date=value, date_reason="decided by an analyst")
    if change.field == "country" and hasattr(row, "presumed"):
        return msgspec.structs.replace(row, country=value, presumed=None)
    return msgspec.structs.replace(row, **{change.field: value})
