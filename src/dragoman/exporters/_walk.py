"""Any noun walked through: what lies in it, however deep and in whatever field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.record.nouns import Mention, Record


def nouns_of(record: Record) -> dict[str, tuple[Any, ...]]:
    """Return all items of a record by the name of their noun, each noun in the order of ids."""
    return {
        noun: tuple(sorted(getattr(record, noun), key=order)) for noun in record.__struct_fields__
    }


def order(item: Any) -> tuple[str, ...]:
    """Order by id; roles, which have none, by person, title and country."""
    return (item.id,) if hasattr(item, "id") else (item.person, item.title, item.country or "")


def key_of(item: Any) -> str:
    """Return the id of an item; of a role that of its person."""
    key: str = getattr(item, "id", None) or item.person
    return key


def mentions_of(item: Any) -> Iterator[Mention]:
    """Yield every mention an item rests on, those of its parts included."""
    return (mention for _, mention in places_of(item))


def places_of(item: Any, path: str = "") -> Iterator[tuple[str, Mention]]:
    """Yield every mention with the part of the item it stands under: "", or "sides.0"."""
    if isinstance(item, Mention):
        yield path, item
    elif isinstance(item, msgspec.Struct):
        for field in item.__struct_fields__:
            below = path if field == "mentions" else f"{path}.{field}" if path else field
            yield from places_of(getattr(item, field), below)
    elif isinstance(item, tuple):
        for number, part in enumerate(item):
            inner = path if isinstance(part, Mention) else f"{path}.{number}"
            yield from places_of(part, inner)


def origins_of(item: Any, origin_of: Mapping[str, str]) -> list[str]:
    """Return the ids of the origins an item rests on, sorted."""
    return sorted({origin_of.get(m.report, m.report) for m in mentions_of(item)})


def origin_by_report(record: Record) -> dict[str, str]:
    """Return the id of the origin of each report that has one."""
    return {report: origin.id for origin in record.origins for report in origin.reports}


def distinct(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions by report and place, each place once."""
    places = {(m.report, m.start, m.end): m for m in mentions}
    return [places[place] for place in sorted(places)]
