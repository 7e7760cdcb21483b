"""No span, no fact: what every reading passes before it is kept, whichever reader made it."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from dragoman.record.nouns import Mention, Quarantined, Reading, Report
from dragoman.record.workings import Working

LAYERS = ("entities", "roles", "events", "commitments", "statements", "figures", "workings")
_ONE = ("person", "organization", "place", "speaker", "via", "within", "body")
_MANY = ("actors", "recipients", "by", "to", "speakers", "parties")
_ALONE = ("session", "founded")
_WHOSE = ("person", "body")
Item = TypeVar("Item", bound=msgspec.Struct)


def passed(reading: Reading, report: Report) -> Reading:
    """Return the reading with every quote that is not where it says taken out, and quarantined.

    An item left without evidence goes with its last quote, and no other item names it any more.
    A role goes with its person, a working with its body.
    """
    refused: list[Quarantined] = []
    layers = {
        layer: tuple(
            kept
            for item in getattr(reading, layer)
            if (kept := _with_evidence(item, layer, report, refused)) is not None
        )
        for layer in LAYERS
    }
    known = {entity.id for entity in layers["entities"]}
    layers = {layer: tuple(_named(item, known) for item in layers[layer]) for layer in LAYERS}
    layers["roles"] = tuple(role for role in layers["roles"] if role.person)
    layers["workings"] = tuple(one for one in layers["workings"] if _is_whole(one))
    return msgspec.structs.replace(reading, **layers, quarantined=(*reading.quarantined, *refused))


def _with_evidence(item: Any, layer: str, report: Report, refused: list[Quarantined]) -> Any | None:
    kept = tuple(mention for mention in item.mentions if _stands(mention, report))
    if len(kept) == len(item.mentions) and kept:
        return item
    for mention in item.mentions:
        if mention not in kept:
            reason = "the quote does not stand at its place in the report"
            refused.append(Quarantined(layer=layer, quote=mention.quote, reason=reason))
    if not item.mentions:
        refused.append(Quarantined(layer=layer, quote="", reason="no evidence was given"))
    return msgspec.structs.replace(item, mentions=kept) if kept else None


def _stands(mention: Mention, report: Report) -> bool:
    return (
        mention.report == report.id
        and 0 <= mention.start < mention.end <= len(report.text)
        and report.text[mention.start : mention.end] == mention.quote
    )


def _is_whole(told: Working) -> bool:
    """Tell whether a working still has its body, and those it speaks of if it speaks of any."""
    return bool(told.body) and bool(told.parties or told.value or told.kind in _ALONE)


def _named(item: Item, known: set[str]) -> Item:
    changes: dict[str, str | Sequence[str] | None] = {}
    for field in _ONE:
        value = getattr(item, field, None)
        if value is not None and value not in known:
            changes[field] = "" if field in _WHOSE else None
    for field in _MANY:
        values = getattr(item, field, ())
        if not known.issuperset(values):
            changes[field] = tuple(value for value in values if value in known)
    return msgspec.structs.replace(item, **changes) if changes else item
