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


def words_of(item: Any) -> Iterator[str]:
    """Yield every text of an item and its parts, whatever its field; ids are among them."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, msgspec.Struct) and not isinstance(item, Mention):
        for field in item.__struct_fields__:
            yield from words_of(getattr(item, field))
    elif isinstance(item, tuple):
        for part in item:
            yield from words_of(part)


def lines_of(item: msgspec.Struct) -> Iterator[str]:
    """Yield what an item says in a line for each field, or each of the parts in it: no mentions."""
    for field in item.__struct_fields__:
        value = getattr(item, field)
        for part in value if isinstance(value, tuple) else (value,):
            if field != "id" and (told := _told(part)):
                yield f"{field}: {told}"


def _told(part: Any) -> str:
    if part is None or isinstance(part, Mention):
        return ""
    if isinstance(part, msgspec.Struct):
        fields = ((field, _told(getattr(part, field))) for field in part.__struct_fields__)
        return ", ".join(f"{field} {told}" for field, told in fields if told)
    if isinstance(part, tuple):
        return "; ".join(told for one in part if (told := _told(one)))
    return f"{part:.15g}" if isinstance(part, float) else str(part)
