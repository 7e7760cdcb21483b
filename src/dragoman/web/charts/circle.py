"""With whom: an entity in the middle, those it takes part with around it, nearest the most often.

Places are worked out here, so that the picture is the same every time: by turns to the right and
to the left, a row each so that no name lies on another, the most frequent in the middle rows.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from dragoman.store.views.company import Companion
from dragoman.web.charts.chart import Cell, Chart, Spec, spec

MOST = 20
_ROW = 30
# How much nearer the most frequent stand.
_NEAR = 0.45
_ABOUT = (
    "The nearer and the thicker the line, the more events and commitments both take part in. "
    "Circles are people, squares states, diamonds others."
)
_SHAPES = {"person": "circle", "state": "square"}


def circle_chart(name: str, companions: Sequence[Companion]) -> Chart:
    """Return the chart of those who take part in something with `name`."""
    return Chart(
        key="company",
        title="With whom",
        about=_ABOUT,
        spec=_spec(name, companions[:MOST]) if companions else None,
        head=("Who", "Type", "Events", "Commitments"),
        rows=tuple(
            (
                Cell(one.name, f"/entity/{one.id}"),
                Cell(one.type),
                Cell(str(one.events)),
                Cell(str(one.commitments)),
            )
            for one in companions
        ),
    )


def _placed(companions: Sequence[Companion]) -> list[dict[str, Any]]:
    """Return everybody with a place; across and down from the middle, -1 to 1."""
    most = max(one.together for one in companions)
    rows = _rows(companions)
    # From the middle outwards.
    order = sorted(range(rows), key=lambda row: (abs(row - (rows - 1) / 2), -row))
    placed = []
    for number, one in enumerate(companions):
        down = 2 * (order[number // 2] + 0.5) / rows - 1
        across = (1 - _NEAR * sqrt(one.together / most)) * sqrt(1 - 0.6 * down**2)
        left = number % 2 == 1
        told = f"{one.name}: {one.events} events, {one.commitments} commitments"
        row = {"x": -across if left else across, "y": down, "name": one.name, "told": told}
        row |= {"shape": _SHAPES.get(one.type, "diamond"), "href": f"/entity/{one.id}"}
        placed.append(row | {"thick": 1 + 5 * one.together / most, "left": left})
    return placed


def _rows(companions: Sequence[Companion]) -> int:
    """Return how many rows there are: an even number leaves the middle to the entity itself."""
    rows = (len(companions) + 1) // 2
    return max(rows + rows % 2, 2)


def _spec(name: str, companions: Sequence[Companion]) -> Spec:
    across, down = "clamp(width / 2 - 150, 50, 300)", "height / 2"
    end = {
        "x": {"signal": f"width / 2 + datum.x * {across}"},
        "y": {"signal": f"height / 2 + datum.y * ({down})"},
    }
    label = {
        "x": {
            "signal": f"width / 2 + datum.x * {across} + (datum.left ? -9 : 9)",
        },
        "y": end["y"],
        "align": {"signal": "datum.left ? 'right' : 'left'"},
        "baseline": {"value": "middle"},
        "text": {"field": "name"},
        "limit": {"signal": f"max(60, width / 2 - abs(datum.x) * {across} - 12)"},
        "tooltip": {"field": "told"},
        "href": {"field": "href"},
        "cursor": {"value": "pointer"},
    }
    middle = {"x": {"signal": "width / 2"}, "y": {"signal": "height / 2"}}
    return spec(
        _ABOUT,
        _rows(companions) * _ROW,
        data=[
            {"name": "others", "values": _placed(companions)},
            {"name": "own", "values": [{"name": name}]},
        ],
        marks=[
            _mark(
                "rule",
                {
                    **middle,
                    "x2": end["x"],
                    "y2": end["y"],
                    "stroke": {"value": "--line"},
                    "strokeWidth": {"field": "thick"},
                },
            ),
            _mark(
                "symbol",
                {
                    **end,
                    "shape": {"field": "shape"},
                    "size": {"value": 110},
                    "fill": {"value": "--l-entity"},
                    "tooltip": {"field": "told"},
                    "href": {"field": "href"},
                    "cursor": {"value": "pointer"},
                },
            ),
            _mark("text", label),
            {
                "type": "symbol",
                "aria": False,
                "encode": {
                    "update": {**middle, "size": {"value": 260}, "fill": {"value": "--l-event"}}
                },
            },
            _name({"stroke": {"value": "--ground"}, "strokeWidth": {"value": 5}}),
            _name({}),
        ],
    )


def _mark(kind: str, encoded: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "aria": False, "from": {"data": "others"}, "encode": {"update": encoded}}


def _name(outline: dict[str, Any]) -> dict[str, Any]:
    """Return the mark of the name in the middle; outlined first, it stands clear of the lines."""
    place = {
        "x": {"signal": "width / 2"},
        "y": {"signal": "height / 2 - 14"},
        "align": {"value": "center"},
        "text": {"field": "name"},
        "fontWeight": {"value": "bold"},
        "limit": {"value": 200},
    }
    return {
        "type": "text",
        "aria": False,
        "from": {"data": "own"},
        "encode": {"update": place | outline},
    }
