"""What one thing was counted at over time: targets and what was reported, a small chart a thing."""

from collections.abc import Iterable

from dragoman.record.nouns import Series
from dragoman.store.views.words import date_words, number, quote
from dragoman.web.charts.chart import Cell, Chart, Spec, span_of, spec

_SHAPES = {"actual": "circle", "estimate": "triangle-up", "target": "diamond", "limit": "square"}
_ABOUT = "Circles were reported, triangles estimated; diamonds are targets, squares limits."
_SHORT = "replace(format(datum.value, '~s'), 'G', 'B')"
# SI prefixes, but "B" for billions as people write it.
_UP = {
    "scale": "y",
    "orient": "left",
    "tickCount": 4,
    "grid": True,
    "encode": {"labels": {"update": {"text": {"signal": _SHORT}}}},
}


def number_charts(found: Iterable[Series]) -> list[Chart]:
    """Return a chart for every series."""
    return [_chart(place, series) for place, series in enumerate(found)]


def _chart(place: int, series: Series) -> Chart:
    return Chart(
        key=f"series{place}",
        title=f"{series.measure} ({series.unit})",
        about=_ABOUT,
        spec=_spec(series),
        head=("Date", "Value", "Kind", "Words"),
        rows=tuple(
            (
                Cell(date_words(point.date)),
                Cell(number(point.value)),
                Cell(point.kind),
                Cell(quote(point.mentions), f"/figure/{point.figure}"),
            )
            for point in series.points
        ),
    )


def _spec(series: Series) -> Spec | None:
    values = []
    for point in series.points:
        span = span_of(point.date)
        if span is not None:
            told = f"{date_words(point.date)}, {point.kind}: {quote(point.mentions)}"
            row = {"x": sum(span) // 2, "y": point.value, "kind": point.kind, "told": told}
            values.append(row | {"href": f"/figure/{point.figure}"})
    if not values:
        return None
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
            _UP,
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
