"""The life line of a commitment: how firmly it was voiced from time to time, and what followed."""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.record.nouns import Commitment
from dragoman.record.vocabulary import LADDER
from dragoman.store.views.words import date_words
from dragoman.web.charts.chart import Cell, Chart, Spec, cells, span_of, spec

_HAPPENED = "what happened"
_DUE = "due"
_ROW = 26
_ABOUT = (
    "Diamonds show how firmly it was voiced and when, joined in their order; circles what "
    "happened on it or was said of it; a broken line is the day it is due."
)


class Later(NamedTuple):
    """What bears on a commitment: its address, words and date; `kind` where it voices it again."""

    href: str
    told: str
    date: str | None
    how: str | None
    kind: str | None = None


def lifeline_chart(made: Commitment, later: Sequence[Later]) -> Chart:
    """Return the life line of a commitment; what has no date stands in the table only."""
    voiced = Later(f"/commitment/{made.id}", made.subject, made.date, None, made.kind)
    rows: list[tuple[Cell, ...]] = []
    points = []
    for one in sorted([voiced, *later], key=lambda each: each.date or "9999"):
        lane = one.kind or _HAPPENED
        rows.append(
            (Cell(date_words(one.date)), Cell(lane), Cell(one.told, one.href), Cell(one.how or ""))
        )
        span = span_of(one.date)
        if span is not None:
            how = f", {one.how}" if one.how else ""
            told = f"{date_words(one.date)}, {lane}{how}: {one.told}"
            row = {"x": sum(span) // 2, "lane": lane, "told": told, "href": one.href}
            points.append(row | {"voiced": one.kind is not None})
    due = span_of(made.target.due)
    if due is not None:
        rows.append(cells(date_words(made.target.due), _DUE, "", ""))
    lanes = [_HAPPENED, *(k for k in reversed(LADDER) if any(p["lane"] == k for p in points))]
    return Chart(
        key="lifeline",
        title="Life line",
        about=_ABOUT,
        spec=_spec(points, lanes, due) if points else None,
        head=("Date", "Firmness", "What", "How"),
        rows=tuple(rows),
    )


def _spec(
    points: Sequence[dict[str, object]], lanes: Sequence[str], due: tuple[int, int] | None
) -> Spec:
    place = {
        "x": {"scale": "x", "field": "x"},
        "y": {"scale": "y", "field": "lane", "band": 0.5},
    }
    dates = [{"x": due[1], "told": _DUE}] if due else []
    return spec(
        _ABOUT,
        len(lanes) * _ROW,
        data=[
            {"name": "points", "values": list(points)},
            {"name": "voiced", "source": "points", "transform": [_VOICED]},
            {"name": "due", "values": dates},
        ],
        scales=[
            {
                "name": "x",
                "type": "utc",
                "domain": {
                    "fields": [{"data": "points", "field": "x"}, {"data": "due", "field": "x"}]
                },
                "range": "width",
                "padding": 16,
            },
            {"name": "y", "type": "band", "domain": list(lanes), "range": {"step": _ROW}},
        ],
        axes=[
            {"scale": "x", "orient": "bottom", "tickCount": 5, "labelOverlap": True},
            {"scale": "y", "orient": "left", "domain": False, "ticks": False, "grid": True},
        ],
        marks=[
            {
                "type": "rule",
                "aria": False,
                "from": {"data": "due"},
                "encode": {
                    "update": {
                        "x": {"scale": "x", "field": "x"},
                        "y": {"value": 0},
                        "y2": {"signal": "height"},
                        "stroke": {"value": "--warn"},
                        "strokeWidth": {"value": 2},
                        "strokeDash": {"value": [5, 4]},
                    }
                },
            },
            {
                "type": "text",
                "aria": False,
                "from": {"data": "due"},
                "encode": {
                    "update": {
                        "x": {"scale": "x", "field": "x", "offset": -4},
                        "y": {"value": 10},
                        "align": {"value": "right"},
                        "text": {"value": _DUE},
                        "fill": {"value": "--text"},
                    }
                },
            },
            {
                "type": "line",
                "aria": False,
                "from": {"data": "voiced"},
                "encode": {
                    "update": place
                    | {
                        "stroke": {"value": "--l-commitment"},
                        "strokeWidth": {"value": 2},
                        "interpolate": {"value": "step-after"},
                    }
                },
            },
            {
                "type": "symbol",
                "aria": False,
                "from": {"data": "points"},
                "encode": {
                    "update": place
                    | {
                        "shape": {"signal": "datum.voiced ? 'diamond' : 'circle'"},
                        "size": {"value": 100},
                        "fill": {"signal": "datum.voiced ? '--l-commitment' : '--l-event'"},
                        "tooltip": {"field": "told"},
                        "href": {"field": "href"},
                        "cursor": {"value": "pointer"},
                    }
                },
            },
        ],
    )


_VOICED = {"type": "filter", "expr": "datum.voiced"}
