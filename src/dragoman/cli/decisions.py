"""Decisions listed, and taken in from another desk."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from dragoman.cli.listing import csv_text, json_text
from dragoman.cli.options import Asked
from dragoman.cli.tables import on_terminal, rendered, table
from dragoman.cli.writing import write_data, write_out
from dragoman.record.decisions import Decision, Effect
from dragoman.record.plain import plain
from dragoman.runs.opening import open_record
from dragoman.runs.review import sharing
from dragoman.runs.review.deciding import keep, told
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import load_effects
from dragoman.store.decisions.log import touching

# Linking tells nothing of an undo that stands.
_UNTOLD = {"undo": "applied"}
COLUMNS = ("when", "by", "what", "state", "id")


def show_log(asked: Asked, key: str | None, *, lost: bool) -> None:
    """Write the decisions that were asked for in the form that was asked for."""
    with open_record(asked.record).reading() as connection:
        decisions = load_decisions(connection)
        effects: dict[str, list[Effect]] = {}
        for effect in load_effects(connection):
            effects.setdefault(effect.decision, []).append(effect)
        known = {one.id: one for one in decisions}
        if key is not None:
            decisions = touching(connection, decisions, key)
    if lost:
        decisions = [d for d in decisions if any(e.state == "lost" for e in effects.get(d.id, ()))]
    if asked.form == "json":
        rows = [
            msgspec.to_builtins(one) | {"effects": msgspec.to_builtins(effects.get(one.id, []))}
            for one in decisions
        ]
        write_data(json_text(rows), asked.output)
        return
    cells = [_cells(one, effects.get(one.id, []), known) for one in decisions]
    if asked.form == "csv":
        write_data(csv_text(cells, COLUMNS), asked.output)
    elif not cells:
        click.echo("No decision has lost its ground" if lost else "Nothing was decided yet")
    else:
        shown = [[str(row[column] or "") for column in COLUMNS] for row in cells]
        made = table(COLUMNS, "what", shown)
        write_out(rendered(made, styled=on_terminal() and asked.output is None), asked.output)


def take_in(path: Path, record: Path, *, dry_run: bool) -> None:
    """Take in the decisions of a file, and say what came of them."""
    head, decisions = sharing.load_file(path)
    made = keep(
        record,
        lambda connection: sharing.fitted(connection, head, decisions),
        dry_run=dry_run,
    )
    states = [e.state for e in made.effects]
    became = ", ".join(f"{states.count(s)} {s}" for s in dict.fromkeys(states))
    held = len(decisions) - len(made.decisions)
    would = "would take in" if dry_run else "took in"
    click.echo(
        f"{would} {len(made.decisions)} decisions, {held} held already"
        f"{f' ({became})' if became else ''} ({plain(str(record))})"
    )


def _cells(one: Decision, effects: list[Effect], made: Mapping[str, Decision]) -> dict[str, Any]:
    items = dict.fromkeys(f"{g.item} ({g.words})" for g in one.grounds)
    words = "; ".join(items) or (f"{one.undoes} ({told(made[one.undoes])})" if one.undoes else "")
    changes = "; ".join(
        f"{c.field}={', '.join(g.told.get('name', g.item) for g in c.entities) or c.value or ''}"
        for c in one.changes
    )
    states: list[str] = list(dict.fromkeys(e.state for e in effects)) or [
        _UNTOLD.get(one.kind, "held")
    ]
    why = next((e.why for e in effects if e.why), None)
    what = f"{one.kind} {words}{f': {changes}' if changes else ''}"
    return {
        "when": one.at[:16].replace("T", " "),
        "by": one.by,
        "what": what
        + (f" — {one.why}" if one.why else "")
        + (f" — lost: {why}" if why and "lost" in states else ""),
        "kind": one.kind,
        "state": ", ".join(states),
        "why": one.why,
        "id": one.id,
    }
