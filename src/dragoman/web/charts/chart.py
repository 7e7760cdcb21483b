"""What a page needs of any chart, and what all specifications share."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from dragoman.record.days import days

Spec = dict[str, Any]
DAY = 24 * 3600 * 1000
_FIRST_DAY = datetime(1970, 1, 1, tzinfo=UTC).date()


class Cell(NamedTuple):
    """A cell of the table beside a chart; `href` is an address of ours."""

    text: str
    href: str | None = None


class Chart(NamedTuple):
    """A chart and the same data as a table.

    `about` says in a sentence what is to be seen. `spec` is None where there is nothing to draw.
    `zoom` names the signal of the time shown, `lanes` the rows that may be hidden.
    """

    key: str
    title: str
    about: str
    spec: Spec | None
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    zoom: str | None = None
    lanes: tuple[str, ...] = ()
    world: bool = False


def spec(about: str, height: int | str, **parts: Any) -> Spec:
    """Return a specification as wide as its place on the page.

    `height` is a number, or an expression where it follows from other signals.
    """
    tall = {"name": "height", "value" if isinstance(height, int) else "update": height}
    signals = [{"name": "width", "value": 600}, *parts.pop("signals", ()), tall]
    return {
        "description": about,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 4, "right": 4, "top": 4, "bottom": 4},
        "signals": signals,
        "config": _CONFIG,
        **parts,
    }


def span_of(written: str | None) -> tuple[int, int] | None:
    """Return the milliseconds from the first day of a date to the end of its last one."""
    covered = days(written)
    if covered is None:
        return None
    try:
        first, last = (date.fromisoformat(day) for day in covered)
    except ValueError:
        return None
    return millis(first), millis(last) + DAY


def millis(day: date) -> int:
    """Return the milliseconds from 1970 to the beginning of a day."""
    return (day - _FIRST_DAY) // timedelta(milliseconds=1)


def cells(*texts: str) -> tuple[Cell, ...]:
    """Return cells without links."""
    return tuple(Cell(text) for text in texts)


_CONFIG: Spec = {
    "background": None,
    "axis": {
        "domainColor": "--quiet",
        "gridColor": "--line",
        "labelColor": "--text",
        "labelFont": "system-ui, sans-serif",
        "labelFontSize": 12,
        "tickColor": "--quiet",
        "titleColor": "--quiet",
        "titleFont": "system-ui, sans-serif",
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "aria": False,
    },
    "text": {"fill": "--text", "font": "system-ui, sans-serif", "fontSize": 12},
}
