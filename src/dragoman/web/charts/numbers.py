"""What one thing was counted at over time: targets and what was reported, a small chart a thing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.record.nouns import Figure
from dragoman.store.views.words import date_words, number, quote
from dragoman.web.charts.chart import Cell, Chart, Spec, span_of, spec

_SHAPES = {"actual": "circle", "estimate": "triangle-up", "target": "diamond", "limit": "square"}
_ABOUT = "Circles were reported, triangles estimated; diamonds are targets, squares limits."


class Dated(NamedTuple):
    """A figure and the day it is of: that of the reports that give it."""

    figure: Figure
    day: str | None


def number_charts(figures: Iterable[Dated]) -> list[Chart]:
    """Return a chart for everything that has two figures with a day; most figures first."""
    of: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for one in figures:
        of[one.figure.measure.casefold(), one.figure.unit].append(one)
    told = [
        group for group in of.values() if sum(span_of(one.day) is not None for one in group) > 1
    ]
    told.sort(key=lambda group: (-len(group), group[0].figure.id))
    return [_chart(place, group) for place, group in enumerate(told)]


def _is_dated(one: Dated) -> bool:
    return span_of(one.day) is not None


def _chart(place: int, group: Sequence[Dated]) -> Chart:
    first = group[0].figure
    ordered = sorted(group, key=lambda one: (one.day or "9999", one.figure.id))
    return Chart(
        key=f"figure{place}",
        title=f"{first.measure} ({first.unit})",
        about=_ABOUT,
        spec=_spec(ordered),
        head=("Date", "Value", "Kind", "Words"),
        rows=tuple(
            (
                Cell(date_words(one.day)),
                Cell(number(one.figure.value)),
                Cell(one.figure.kind),
                Cell(quote(one.figure.mentions), f"/figure/{one.figure.id}"),
            )
            for one in ordered
        ),
    )


def _spec(group: Sequence[Dated]) -> Spec:
    values = []
    for one in group:
        span = span_of(one.day)
        if span is not None:
            told = f"{date_words(one.day)}, {one.figure.kind}: {quote(one.figure.mentions)}"
            row = {"x": span[0], "y": one.figure.value, "kind": one.figure.kind, "told": told}
            values.append(row | {"href": f"/figure/{one.figure.id}"})
    points = {"scale": "kind", "field": "kind"}
    return spec(
        _ABOUT,
        130,
        data=[{"name": "points", "values": values}],
        scales=[
            {
                "name": "x",
                "type": "utc",
                "domain": {"data": "points", "field": "x"},
                "range": "width",
                "padding": 12,
            },
            {
                "name": "y",
                "domain": {"data": "points", "field": "y"},
                "range": "height",
                "zero": True,
                "nice": True,
            },
            {
                "name": "kind",
                "type": "ordinal",
                "domain": list(_SHAPES),
                "range": list(_SHAPES.values()),
            },
        ],
        axes=[
            {"scale": "x", "orient": "bottom", "tickCount": 4, "labelOverlap": True},
            {"scale": "y", "orient": "left", "tickCount": 4, "grid": True, "format": "~s"},
        ],
        marks=[
            {
                "type": "symbol",
                "aria": False,
                "from": {"data": "points"},
                "encode": {
                    "update": {
                        "x": {"scale": "x", "field": "x"},
                        "y": {"scale": "y", "field": "y"},
                        "shape": points,
                        "size": {"value": 90},
                        "stroke": {"value": "--l-figure"},
                        "strokeWidth": {"value": 2},
                        "fill": [
                            {"test": "datum.kind == 'actual'", "value": "--l-figure"},
                            {"value": "--ground"},
                        ],
                        "tooltip": {"field": "told"},
                        "href": {"field": "href"},
                        "cursor": {"value": "pointer"},
                    }
                },
            }
        ],
    )
