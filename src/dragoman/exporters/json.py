"""The whole record as one JSON document, in its published form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, Literal

import msgspec

from dragoman.exporters._walk import nouns_of, origin_by_report, origins_of
from dragoman.record.nouns import Record, Report

# What of a report stays in the record: its text is long, and its publisher's.
KEPT_BACK = ("text", "media_type", "blocks")


def exporter() -> "JsonExporter":
    """Return the exporter."""
    return JsonExporter()


class JsonExporter:
    """Writes the published form, with fields beside it; reports by date, all else by id."""

    name = "json"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:
        """Write to `target`, item by item."""
        origin_of = origin_by_report(record)
        target.write('{\n "reports": ')
        _write_list(target, report_rows(record, reports))
        for noun, items in nouns_of(record).items():
            target.write(f',\n "{noun}": ')
            _write_list(target, noun_rows(noun, items, origin_of))
        target.write("\n}\n")


def report_rows(record: Record, reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    """Yield what the published form says of each report."""
    origin_of = origin_by_report(record)
    for report in reports:
        row = {
            field: getattr(report, field)
            for field in report.__struct_fields__
            if field not in KEPT_BACK
        }
        yield row | {"origin": origin_of.get(report.id, report.id)}


def noun_rows(
    noun: str, items: Iterable[msgspec.Struct], origin_of: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield the items of a noun in the published form, each with the origins it rests on."""
    for item in items:
        row = item_row(item)
        yield row if noun == "origins" else row | {"origins": origins_of(item, origin_of)}


def item_row(item: msgspec.Struct) -> dict[str, Any]:
    """Return one noun in the published form: `form` stands on the mentions of entities only."""
    row: dict[str, Any] = msgspec.to_builtins(item)
    _drop_forms(row)
    return row


def _drop_forms(part: Any) -> None:
    if isinstance(part, dict):
        if "quote" in part and part.get("form", "") is None:
            del part["form"]
        for value in part.values():
            _drop_forms(value)
    elif isinstance(part, list | tuple):
        for value in part:
            _drop_forms(value)


def _write_list(target: IO[str], rows: Iterable[dict[str, Any]]) -> None:
    first = True
    for row in rows:
        text = msgspec.json.format(msgspec.json.encode(row), indent=1).decode()
        target.write(("[\n  " if first else ",\n  ") + text.replace("\n", "\n  "))
        first = False
    target.write("[]" if first else "\n ]")
