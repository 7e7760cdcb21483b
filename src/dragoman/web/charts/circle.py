"""With whom: an entity in the middle, those it takes part with around it, nearest the most often.

Places are worked out here, so that the picture is the same every time: around the circle in the
order of how often, and the nearer the more often (a radial drawing of a star).
"""

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import Any

from dragoman.store.views.company import Companion
from dragoman.web.charts.chart import Cell, Chart, Spec, spec

MOST = 20
_HEIGHT = 420
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
    """Return everybody with a place in a circle of radius 1."""
    most = max(one.together for one in companions)
    placed = []
    for number, one in enumerate(companions):
        angle = 2 * pi * number / len(companions) - pi / 2
        # Neighbours of one distance would write over each other: every second one stands out.
        far = 1 - 0.45 * sqrt(one.together / most) - (0.14 if number % 2 else 0)
        told = f"{one.name}: {one.events} events, {one.commitments} commitments"
        row = {"x": cos(angle) * far, "y": sin(angle) * far, "name": one.name, "told": told}
        row |= {"shape": _SHAPES.get(one.type, "diamond"), "href": f"/entity/{one.id}"}
        placed.append(row | {"thick": 1 + 5 * one.together / most, "left": cos(angle) < -0.01})
    return placed


def _spec(name: str, companions: Sequence[Companion]) -> Spec:
    across, down = "max(60, width / 2 - 130)", "height / 2 - 20"
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
        "limit": {"value": 150},
        "tooltip": {"field": "told"},
        "href": {"field": "href"},
        "cursor": {"value": "pointer"},
    }
    middle = {"x": {"signal": "width / 2"}, "y": {"signal": "height / 2"}}
    return spec(
        _ABOUT,
        _HEIGHT,
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
            {
                "type": "text",
                "aria": False,
                "from": {"data": "own"},
                "encode": {
                    "update": {
                        "x": middle["x"],
                        "y": {"signal": "height / 2 - 14"},
                        "align": {"value": "center"},
                        "text": {"field": "name"},
                        "fontWeight": {"value": "bold"},
                        "limit": {"value": 200},
                    }
                },
            },
        ],
    )


def _mark(kind: str, encoded: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "aria": False, "from": {"data": "others"}, "encode": {"update": encoded}}
