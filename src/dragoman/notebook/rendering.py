"""What a notebook shows: tables, and a report with its spans marked."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, get_args

from dragoman.store.views.marks import Layer, Mark
from dragoman.web.marked import showable
from dragoman.web.segments import Span, segments

# Rows of a table in a notebook; the frames hold all.
MOST_ROWS = 200
_LAYERS: tuple[Layer, ...] = get_args(Layer)
# A line under the words tells a layer apart where colour does not; both themes of notebooks show
# them (Okabe and Ito's colours for colour-blind readers).
_LINES = {
    "entity": "1px dotted #0072b2",
    "role": "1px dashed #56b4e9",
    "event": "2px solid #d55e00",
    "commitment": "2px solid #009e73",
    "statement": "1px solid #cc79a7",
    "figure": "2px dotted #e69f00",
    "disagreement": "3px double #d55e00",
}


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as an HTML table; every cell is escaped."""
    if not rows:
        return "<p>No items.</p>"
    columns = list(rows[0])
    head = "".join(f"<th>{escape(column.replace('_', ' '))}</th>" for column in columns)
    body = "".join(
        f"<tr>{''.join(_cell(row[column]) for column in columns)}</tr>" for row in rows[:MOST_ROWS]
    )
    left = len(rows) - MOST_ROWS
    more = f"<p>{left} more: to_pandas() or to_polars() hold all.</p>" if left > 0 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def marked(text: str, marks: Sequence[Mark], words: Mapping[tuple[Layer, str], str]) -> str:
    """Return `text` as HTML, each span under the line of its layer, told in words on hovering."""
    spans = [Span(mark.start, mark.end) for mark in marks]
    parts = []
    for one in segments(0, len(text), spans):
        shown = escape(showable(text[one.start : one.end]))
        here = sorted((marks[n] for n in one.spans), key=lambda mark: mark.end - mark.start)
        if here:
            told = "; ".join(f"{m.layer}: {words.get((m.layer, m.item), m.item)}" for m in here)
            shown = (
                f'<span style="border-bottom:{_LINES[here[0].layer]}" '
                f'title="{escape(showable(told))}">{shown}</span>'
            )
        parts.append(shown)
    return f'{_legend(marks)}<div dir="auto" style="white-space:pre-wrap">{"".join(parts)}</div>'


def _legend(marks: Sequence[Mark]) -> str:
    there = {mark.layer for mark in marks}
    names = [
        f'<span style="border-bottom:{_LINES[layer]}">{layer}</span>'
        for layer in _LAYERS
        if layer in there
    ]
    return f"<p>{' '.join(names)}</p>"


def _cell(value: Any) -> str:
    shown = "" if value is None else escape(showable(str(value)))
    return f'<td dir="auto" style="text-align:start">{shown}</td>'
