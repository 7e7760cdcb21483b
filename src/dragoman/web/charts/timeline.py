"""What happened and what was undertaken, over time, one row a kind; to be zoomed and filtered."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dragoman.record.nouns import Commitment, Event
from dragoman.record.vocabulary import CATEGORIES, LADDER
from dragoman.store.views.listing import Names
from dragoman.store.views.words import commitment_words, date_words, event_words
from dragoman.web.charts.chart import Cell, Chart, Spec, span_of, spec

_LANES = (*CATEGORIES, *reversed(LADDER))
_ROW = 26
# A few happenings of long ago would press all others to the edge: the view begins behind them.
_OLD_SHARE = 10
_FAR = 3
_ABOUT = (
    "One row for each kind; events are circles, commitments diamonds, a line shows a date that "
    "covers more than a day. Hollow marks are hedged events and commitments that are still open."
)


class _Point(NamedTuple):
    lane: str
    span: tuple[int, int]
    hollow: bool
    shape: str
    told: str
    href: str


def timeline_chart(items: Sequence[Event | Commitment], names: Names) -> Chart:
    """Return the chart of events and commitments; those without a date stand in the table only."""
    points, rows = [], []
    stands: str
    for item in items:
        if isinstance(item, Event):
            lane, stands, shape = item.type, item.hedge or "", "circle"
            told, href = event_words(item, names), f"/event/{item.id}"
        else:
            lane, stands, shape = item.kind, item.status, "diamond"
            told, href = commitment_words(item, names), f"/commitment/{item.id}"
        when = date_words(item.date)
        rows.append((Cell(when), Cell(lane), Cell(told, href), Cell(stands)))
        span = span_of(item.date)
        if span is not None:
            hollow = stands not in ("", "stated", "fulfilled")
            said = f"{when}, {lane}{f', {stands}' if stands else ''}: {told}"
            points.append(_Point(lane, span, hollow, shape, said, href))
    lanes = tuple(lane for lane in _LANES if any(point.lane == lane for point in points))
    return Chart(
        key="timeline",
        title="Timeline",
        about=_ABOUT,
        spec=_spec(points, lanes) if points else None,
        head=("Date", "Kind", "What", "Stands"),
        rows=tuple(rows),
        zoom="domain",
        lanes=lanes,
    )


def _spec(points: Sequence[_Point], lanes: Sequence[str]) -> Spec:
    values = [
        {"lane": p.lane, "a": p.span[0], "b": p.span[1], "m": sum(p.span) // 2}
        | {"hollow": p.hollow, "shape": p.shape, "told": p.told, "href": p.href}
        for p in points
    ]
    full = _padded(min(p.span[0] for p in points), max(p.span[1] for p in points))
    first = _padded(_begin(points), max(p.span[1] for p in points))
    return spec(
        _ABOUT,
        f"max(1, {len(lanes)} - length(hidden)) * {_ROW}",
        signals=[
            {"name": "all", "value": full},
            {"name": "hidden", "value": []},
            {"name": "held", "value": None, "on": _HELD},
            {"name": "domain", "value": first, "on": _MOVED},
        ],
        data=[
            {"name": "known_lanes", "values": [{"lane": lane} for lane in lanes]},
            {"name": "shown_lanes", "source": "known_lanes", "transform": [_FILTER]},
            {"name": "points", "values": values, "transform": [_FILTER]},
        ],
        scales=[
            {"name": "x", "type": "utc", "domain": {"signal": "domain"}, "range": "width"},
            {
                "name": "y",
                "type": "band",
                "domain": {"data": "shown_lanes", "field": "lane"},
                "range": {"step": _ROW},
            },
            {
                "name": "colour",
                "type": "ordinal",
                "domain": ["circle", "diamond"],
                "range": ["--l-event", "--l-commitment"],
            },
        ],
        axes=[
            {"scale": "x", "orient": "bottom", "tickCount": 6, "labelOverlap": True},
            {"scale": "y", "orient": "left", "domain": False, "ticks": False, "grid": True},
        ],
        marks=_MARKS,
    )


def _padded(first: int, last: int) -> list[int]:
    room = max((last - first) // 40, 2 * 24 * 3600 * 1000)
    return [first - room, last + room]


def _begin(points: Sequence[_Point]) -> int:
    """Return where the view begins: behind the oldest tenth where that spans most of the time."""
    starts = sorted(point.span[0] for point in points)
    last = max(point.span[1] for point in points)
    later = starts[len(starts) // _OLD_SHARE]
    return later if last - starts[0] > _FAR * (last - later) else starts[0]


_FILTER = {"type": "filter", "expr": "indexof(hidden, datum.lane) < 0"}
_HELD = [
    {"events": "pointerdown", "update": "[x(), domain[0], domain[1]]"},
    {"events": "window:pointerup", "update": "null"},
]
_MOVED: list[dict[str, Any]] = [
    {
        "events": "[pointerdown, window:pointerup] > window:pointermove!",
        "update": "held ? [held[1] - (x() - held[0]) * (held[2] - held[1]) / width, "
        "held[2] - (x() - held[0]) * (held[2] - held[1]) / width] : domain",
    },
    {
        # With Ctrl or a pinch, so that the wheel alone goes on scrolling the page.
        "events": {"type": "wheel", "filter": "event.ctrlKey", "consume": True},
        "update": "[invert('x', x()) - (invert('x', x()) - domain[0]) * pow(1.001, event.deltaY), "
        "invert('x', x()) + (domain[1] - invert('x', x())) * pow(1.001, event.deltaY)]",
    },
]
_MARKS = [
    {
        "type": "group",
        "clip": True,
        "aria": False,
        "encode": {
            "update": {
                "width": {"signal": "width"},
                "height": {"signal": "height"},
                "fill": {"value": "transparent"},
                "cursor": {"value": "grab"},
            }
        },
        "marks": [
            {
                "type": "rule",
                "from": {"data": "points"},
                "encode": {
                    "update": {
                        "x": {"scale": "x", "field": "a"},
                        "x2": {"scale": "x", "field": "b"},
                        "y": {"scale": "y", "field": "lane", "band": 0.5},
                        "stroke": {"scale": "colour", "field": "shape"},
                        "strokeWidth": {"value": 2},
                        "opacity": {"value": 0.6},
                    }
                },
            },
            {
                "type": "symbol",
                "from": {"data": "points"},
                "encode": {
                    "update": {
                        "x": {"scale": "x", "field": "m"},
                        "y": {"scale": "y", "field": "lane", "band": 0.5},
                        "shape": {"field": "shape"},
                        "size": {"signal": "datum.shape == 'circle' ? 80 : 110"},
                        "stroke": {"scale": "colour", "field": "shape"},
                        "strokeWidth": {"value": 2},
                        "fill": [
                            {"test": "datum.hollow", "value": "--ground"},
                            {"scale": "colour", "field": "shape"},
                        ],
                        "fillOpacity": {"value": 0.85},
                        "tooltip": {"field": "told"},
                        "href": {"field": "href"},
                        "cursor": {"value": "pointer"},
                    }
                },
            },
        ],
    }
]
