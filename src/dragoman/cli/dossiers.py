"""The dossier of a name shown."""

from collections.abc import Iterable
from typing import Any

import msgspec
from rich.console import Group
from rich.text import Text

from dragoman.cli.listing import csv_text, json_text
from dragoman.cli.options import Asked
from dragoman.cli.pages import page, page_cells
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_data, write_out
from dragoman.exporters._cells import Cell
from dragoman.runs.cells import json_row
from dragoman.runs.standing import opened
from dragoman.store.views.dossier import Dossier, dossiers
from dragoman.store.views.listing import Listing, Names
from dragoman.store.views.pages import Line, Page, Section
from dragoman.store.views.words import (
    cited,
    commitment_words,
    event_words,
    quote,
    role_words,
    seen_words,
    speakers,
)


def show(asked: Asked, name: str, *, why: bool) -> None:
    """Write what the record has on `name` in the form that was asked for, `why` with its merges."""
    with opened(asked.record, asked.as_of) as connection:
        found = dossiers(connection, name)
    if asked.form == "json":
        write_data(json_text([_json(one, why=why) for one in found]), asked.output)
        return
    pages = [dossier_page(one, why=why) for one in found]
    if asked.form == "csv":
        cells: list[dict[str, Cell]] = [
            {"who": one.title, **row} for one in pages for row in page_cells(one)
        ]
        write_data(csv_text(cells, ("who", "section", "line", "cited", "id")), asked.output)
        return
    parts = [part for one in pages for part in (page(one), Text())]
    styled = on_terminal() and asked.output is None
    write_out(rendered(Group(*parts[:-1]), styled=styled), asked.output)


def dossier_page(one: Dossier, *, why: bool = False) -> Page:
    """Return a dossier as a page; `why` adds the reasons for taking what it is called for one."""
    entity = one.entity.item
    others = [name for name in entity.names if name != entity.name]
    written = f"also written {', '.join(others)}; " if others else ""
    within = (
        f" of {one.names[entity.within]}" if entity.within and entity.within in one.names else ""
    )
    country = f", {entity.country}" if entity.country else ""
    sections = (
        Section(
            heading="Offices",
            lines=tuple(
                Line(
                    text=f"{role_words(row.item, one.names)}, {seen_words(row.item)}",
                    citations=cited(row),
                    item=key,
                )
                for row, key in zip(one.roles, one.role_ids, strict=True)
            ),
        ),
        Section(
            heading="Held by",
            lines=tuple(
                Line(
                    text=f"{row.item.title}: {one.names.get(row.item.person, row.item.person)}, "
                    f"{seen_words(row.item)}",
                    citations=cited(row),
                )
                for row in one.holders
            ),
        ),
        Section(heading="Events", lines=_lines(one.events, event_text)),
        Section(heading="Commitments", lines=_lines(one.commitments, commitment_text)),
        Section(heading="Statements", lines=_lines(one.statements, statement_text)),
        Section(
            heading="Taken for one",
            lines=tuple(
                Line(text=f"{told.score:.2f} {told.why}", citations=told.citations)
                for told in one.reasons
                if why
            ),
        ),
    )
    return Page(
        title=f"{entity.name} ({entity.type}{within}{country})",
        intro=f"{written}{len(entity.mentions)} mentions, the first {one.entity.citations[0]}; "
        f"id {entity.id}",
        sections=tuple(section for section in sections if section.lines),
    )


def event_text(event: Any, names: Names) -> str:
    """Return an event with its date and how it is told."""
    told = f", {event.hedge}" if event.hedge else ""
    return f"{event.date or 'no date'}: {event_words(event, names)}{told}"


def commitment_text(made: Any, names: Names) -> str:
    """Return a commitment with its date, kind and status."""
    return f"{made.date or 'no date'}: {made.kind}: {commitment_words(made, names)} ({made.status})"


def statement_text(made: Any, names: Names) -> str:
    """Return a statement with its speaker and how it is told."""
    told = f" ({made.hedge})" if made.hedge != "stated" else ""
    return f"{speakers(made, names)}{told}: {quote(made.mentions)}"


def _lines(listing: Listing[Any], words: Any) -> tuple[Line, ...]:
    return tuple(
        Line(text=words(row.item, listing.names), citations=cited(row), item=row.item.id)
        for row in listing.rows
    )


def _json(one: Dossier, *, why: bool) -> dict[str, Any]:
    def rows(listed: Iterable[Any], names: Names) -> list[dict[str, Any]]:
        return [json_row(row, names) for row in listed]

    return {
        "entity": json_row(one.entity, one.names),
        "roles": [
            {"id": key, **row}
            for key, row in zip(one.role_ids, rows(one.roles, one.names), strict=True)
        ],
        "events": rows(one.events.rows, one.events.names),
        "commitments": rows(one.commitments.rows, one.commitments.names),
        "statements": rows(one.statements.rows, one.statements.names),
        "holders": rows(one.holders, one.names),
        **({"taken_for_one": msgspec.to_builtins(one.reasons)} if why else {}),
    }
