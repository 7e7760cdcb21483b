"""What has changed shown."""

from collections.abc import Callable, Iterable
from typing import Any

import click
import msgspec

from dragoman.cli.dossiers import commitment_text, event_text, statement_text
from dragoman.cli.listing import csv_text, json_text
from dragoman.cli.options import Asked
from dragoman.cli.pages import page, page_cells
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_data, write_out
from dragoman.runs.cells import json_row
from dragoman.runs.standing import opened
from dragoman.store.changes import state_of
from dragoman.store.views.difference import Difference, Lost, difference
from dragoman.store.views.listing import Listing, Names
from dragoman.store.views.pages import Line, Page, Section
from dragoman.store.views.since_day import since_day

_HEADINGS = {
    "event": "New events",
    "commitment": "New commitments",
    "statement": "New statements",
    "figure": "New figures",
    "disagreement": "New disagreements",
    "entity": "New names",
}


def show(asked: Asked) -> None:
    """Write what has changed in the form that was asked for."""
    since = asked.since or asked.as_of or ""
    found = _since_run(asked, since) if asked.since else _since_day(asked, since)
    made = _page(found, since)
    if asked.form == "json":
        write_data(json_text(_json(found)), asked.output)
    elif asked.form == "csv":
        write_data(csv_text(page_cells(made), ("section", "line", "cited", "id")), asked.output)
    elif not made.sections:
        click.echo(f"Nothing has changed since {since}")
    else:
        styled = on_terminal() and asked.output is None
        write_out(rendered(page(made), styled=styled), asked.output)


def _since_run(asked: Asked, since: str) -> Difference:
    with opened(asked.record) as connection:
        return difference(connection, since)


def _since_day(asked: Asked, day: str) -> Difference:
    with opened(asked.record, day) as connection:
        before = state_of(connection)
    with opened(asked.record) as connection:
        return since_day(connection, before, state_of(connection))


def _page(found: Difference, since: str) -> Page:
    sections = [
        Section(heading="New reports", lines=tuple(Line(text=file) for file in found.reports)),
        *(
            Section(heading=heading, lines=tuple(_new(found.new[noun], _TEXTS[noun])))
            for noun, heading in _HEADINGS.items()
            if noun in found.new
        ),
        Section(
            heading="Changed status",
            lines=tuple(
                Line(text=f"{one.noun} {one.item}: {one.before} → {one.after}", item=one.item)
                for one in found.altered
            ),
        ),
        Section(
            heading="Reports without a date",
            note="They count from the latest happening they tell of.",
            lines=tuple(Line(text=file) for file in found.undated),
        ),
        Section(heading="Lost evidence", lines=tuple(_lost(one) for one in found.lost)),
        Section(
            heading="Gone",
            lines=tuple(
                Line(
                    text=f"{one.noun} {one.item}: {f'now {one.now}' if one.now else one.quote}",
                    item=one.item,
                )
                for one in found.gone
            ),
        ),
    ]
    return Page(
        title=f"Changes since {since}",
        intro=_runs(found),
        sections=tuple(section for section in sections if section.lines),
    )


def _runs(found: Difference) -> str:
    """Return which runs were compared; nothing where days were."""
    if not found.runs:
        return "" if found.undated or found.reports else "0 runs"
    count, last = len(found.runs), found.runs[-1]
    return f"{count} run{'' if count == 1 else 's'}, the last {last.number} on {last.at}"


def _new(listing: Listing[Any], words: Callable[[Any, Names], str]) -> Iterable[Line]:
    for row in listing.rows:
        yield Line(
            text=words(row.item, listing.names), citations=row.citations[:3], item=row.item.id
        )


def _lost(one: Lost) -> Line:
    why = f"not in the later version {one.newer}" if one.newer else "not in the new reading"
    return Line(
        text=f"{one.item} rested on “{one.quote}”: {why}", citations=(one.citation,), item=one.item
    )


def _disagreement(item: Any, names: Names) -> str:
    about = f" on {names.get(item.about, item.about)}" if item.about else ""
    return f"{item.kind}{about}: {' | '.join(side.value for side in item.sides)}"


_TEXTS: dict[str, Callable[[Any, Names], str]] = {
    "event": event_text,
    "commitment": commitment_text,
    "statement": statement_text,
    "figure": lambda item, _: f"{item.measure}: {item.mentions[0].quote}",
    "disagreement": _disagreement,
    "entity": lambda item, _: f"{item.name} ({item.type})",
}


def _json(found: Difference) -> dict[str, Any]:
    return {
        "runs": [{"number": run.number, "at": run.at} for run in found.runs],
        "reports": found.reports,
        "new": {
            noun: [json_row(row, listing.names) for row in listing.rows]
            for noun, listing in found.new.items()
        },
        "changed": msgspec.to_builtins(found.altered),
        "undated_reports": found.undated,
        "lost_evidence": msgspec.to_builtins(found.lost),
        "gone": msgspec.to_builtins(found.gone),
    }
