"""One item shown with its fields, and its quotes marked in their paragraphs."""

from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.cli.listing import csv_text, json_text
from dragoman.cli.marking import marked
from dragoman.cli.options import Asked
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_data, write_out
from dragoman.exporters._cells import Cell
from dragoman.record.nouns import Report, Series
from dragoman.record.plain import plain
from dragoman.runs.cells import json_row
from dragoman.runs.standing import opened
from dragoman.store.views.corroboration import Corroboration, corroborated
from dragoman.store.views.listing import Names
from dragoman.store.views.shown import Passage, Shown, shown
from dragoman.store.views.words import date_words, event_words, number, points_told

_NOT_FIELDS = {"follow_ups", "id", "mentions", "citations", "entity_names", "sides", "points"}
_OF_REPORT = ("id", "file", "title", "outlet", "published", "language", "url", "media_type")


def show(asked: Asked, key: str) -> None:
    """Write the item that `key` stands for in the form that was asked for."""
    with opened(asked.record, asked.as_of) as connection:
        found = shown(connection, key)
        told = corroborated(connection, found)
    if asked.form == "json":
        write_data(json_text(_json(found) | _origins(told)), asked.output)
    elif asked.form == "csv":
        head = ("citation", "file", "outlet", "published", "quote", "items")
        write_data(csv_text([_cells(one) for one in found.passages], head), asked.output)
    else:
        styled = on_terminal() and asked.output is None
        parts = [*_parts(found, told, styled=styled)]
        write_out(rendered(Group(*parts), styled=styled), asked.output)


def _json(found: Shown) -> dict[str, Any]:
    row: dict[str, Any] = {"noun": found.noun}
    if found.listing is not None:
        row |= json_row(found.listing.rows[0], found.listing.names)
    if found.parts is not None:
        row["parts"] = [part.item.id for part in found.parts.rows]
    if found.life:
        row["life_line"] = msgspec.to_builtins(found.life)
    if found.report is not None:
        row |= msgspec.to_builtins(found.report)
    row |= {"decided": found.decided} if found.decided else {}
    return row | {"evidence": msgspec.to_builtins(found.passages)}


def _cells(one: Passage) -> dict[str, Cell]:
    return {
        "citation": one.citation,
        "file": one.file,
        "outlet": one.outlet,
        "published": one.published,
        "quote": one.mention.quote,
        "items": " ".join(one.items),
    }


def _origins(told: Corroboration) -> dict[str, Any]:
    if not told.origins:
        return {}
    counts = {"reports": told.reports, "origins": len(told.origins), "official": told.official}
    return {"corroboration": counts, "origins": msgspec.to_builtins(told.origins)}


def _parts(found: Shown, told: Corroboration, *, styled: bool) -> Iterator[RenderableType]:
    item = found.listing.rows[0].item.id if found.listing is not None else None
    if found.listing is not None:
        row = json_row(found.listing.rows[0], found.listing.names)
        yield Text(f"{found.noun} {row['id']}", style="bold")
        for field, value in row.items():
            if field not in _NOT_FIELDS and value not in (None, []):
                yield Text(f"  {field}: {plain(_words(value, found.listing.names))}")
        for part in found.parts.rows if found.parts else ():
            words = event_words(part.item, found.parts.names) if found.parts else ""
            yield Text(f"  └ {part.item.id} {date_words(part.item.date)}: {plain(words)}")
        for step in found.life if len(found.life) > 1 else ():
            yield Text(f"  → {plain(step.words())} {' '.join(step.citations)}")
        for side in row.get("sides", ()):
            yield Text(f"  side: {plain(side['value'])}")
        if isinstance(found.listing.rows[0].item, Series):
            for words, _ in points_told(found.listing.rows[0]):
                yield Text(f"  {plain(words)}")
    for line in told.lines():
        yield Text(f"  {plain(line)}")
    for line in found.decided:
        yield Text(f"  {plain(line)}", style="italic")
    if found.report is not None:
        yield from _report(found.report)
    for one in found.passages:
        yield Text()
        yield from _passage(one, item, styled=styled)


def _passage(one: Passage, item: str | None, *, styled: bool) -> Iterator[RenderableType]:
    source = ", ".join(part for part in (one.outlet, one.published, one.title) if part)
    yield Text(plain(f"{one.citation} {one.file}: {source}".rstrip(": ")), style="bold")
    yield Padding(marked(one.paragraph, [one.mark], styled=styled), (0, 0, 0, 2))
    others = [key for key in one.items if key != item]
    if others:
        yield Text(f"  on the same words rest: {' '.join(others)}", style="dim")


def _report(report: Report) -> Iterator[RenderableType]:
    yield Text(f"report {report.id}", style="bold")
    for field in _OF_REPORT[1:]:
        yield Text(f"  {field}: {plain(_words(getattr(report, field), Names()))}")
    for block in report.blocks:
        kind = "" if block.kind == "paragraph" else f"({block.kind}) "
        yield Text()
        yield Padding(Text(kind + plain(report.text[block.start : block.end])), (0, 0, 0, 2))


def _words(value: Any, names: Names) -> str:
    if value is None:
        return "not known"
    if isinstance(value, dict):
        known = [(key, one) for key, one in value.items() if one is not None]
        return ", ".join(f"{key} {_words(one, names)}" for key, one in known) or "none"
    if isinstance(value, list | tuple):
        return "; ".join(_words(one, names) for one in value)
    if isinstance(value, float):
        return number(value)
    key = str(value)
    return f"{names[key]} ({key})" if key in names else key
