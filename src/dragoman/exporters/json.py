"""The whole record as one JSON document, in its published form."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import msgspec

from dragoman.record.nouns import Mention, Record, Report

NOUNS = ("entities", "roles", "events", "commitments", "statements", "figures", "disagreements")


def exporter() -> "JsonExporter":
    """Return the exporter."""
    return JsonExporter()


class JsonExporter:
    """Writes the published form, with fields beside it; reports by date, all else by id."""

    name = "json"
    folder = False

    def write(self, record: Record, reports: Sequence[Report], target: IO[str] | Path) -> None:
        """Write to `target`, a text stream."""
        assert not isinstance(target, Path)
        document = {"reports": report_rows(record, reports)}
        origin_of = {report: one.id for one in record.origins for report in one.reports}
        for noun in NOUNS:
            items = sorted(getattr(record, noun), key=_order)
            document[noun] = [item_row(item) | told_by(item, origin_of) for item in items]
        document["origins"] = [item_row(one) for one in sorted(record.origins, key=_order)]
        target.write(msgspec.json.format(msgspec.json.encode(document), indent=1).decode())
        target.write("\n")


def report_rows(record: Record, reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Return what the published form says of each report."""
    origin = {report: origin.id for origin in record.origins for report in origin.reports}
    fields = ("id", "file", "title", "outlet", "published", "language", "url")
    return [
        {field: getattr(report, field) for field in fields}
        | {"origin": origin.get(report.id, report.id)}
        for report in reports
    ]


def told_by(item: Any, origin_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the ids of the origins an item rests on."""
    mentions = [m for holder in (item, *getattr(item, "sides", ())) for m in _mentions(holder)]
    return {"origins": sorted({origin_of.get(m.report, m.report) for m in mentions})}


def _mentions(holder: Any) -> Sequence[Mention]:
    mentions: Sequence[Mention] = getattr(holder, "mentions", ())
    return mentions


def item_row(item: msgspec.Struct) -> dict[str, Any]:
    """Return one noun in the published form: `form` stands on the mentions of entities only."""
    row: dict[str, Any] = msgspec.to_builtins(item)
    for holder in (row, *row.get("sides", ())):
        for mention in holder.get("mentions", ()):
            if mention["form"] is None:
                del mention["form"]
    return row


def _order(item: Any) -> tuple[str, ...]:
    return (item.id,) if hasattr(item, "id") else (item.person, item.title, item.country or "")
