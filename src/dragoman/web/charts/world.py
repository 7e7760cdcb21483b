"""Meetings and visits on a map of the world: a mark a place, as large as they are many."""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from dragoman.web.charts.chart import Cell, Chart, Spec, spec
from dragoman.web.charts.places import Where

# Lower on a narrow screen, where the world is small.
_HEIGHT = "min(460, width * 0.6)"
_FAR = 360.0
_ABOUT = (
    "A circle for each place, the larger the more meetings and visits; a diamond where only the "
    "state is known, drawn at its capital. Shapes: Natural Earth; places: GeoNames, CC BY 4.0."
)


class Met(NamedTuple):
    """A place, where it lies if that is known, and how many meetings and visits were there."""

    id: str
    name: str
    country: str
    number: int
    where: Where | None
    href: str


def world_chart(places: Sequence[Met]) -> Chart:
    """Return the map; places that no table knows stand in the table only."""
    drawn = _points(places)
    return Chart(
        key="map",
        title="Meetings and visits",
        about=_ABOUT,
        spec=_spec(drawn) if drawn else None,
        head=("Place", "State", "Meetings and visits", "On the map"),
        rows=tuple(
            (
                Cell(met.name, met.href),
                Cell(met.country),
                Cell(str(met.number)),
                Cell(_drawn(met.where)),
            )
            for met in places
        ),
        world=True,
        zoom="zoom",
    )


def _points(places: Sequence[Met]) -> list[dict[str, object]]:
    """Return a row for every point: several places of one city lie on each other."""
    at: dict[Where, list[Met]] = {}
    for met in places:
        if met.where is not None:
            at.setdefault(met.where, []).append(met)
    numbers = {where: sum(met.number for met in here) for where, here in at.items()}
    return [
        {
            "latitude": where.latitude,
            "longitude": where.longitude,
            "exact": where.exact,
            "number": numbers[where],
            "told": "; ".join(f"{met.name}: {met.number}" for met in here),
            "href": here[0].href,
            "name": here[0].name,
            "alone": _alone(where, numbers[where], numbers),
        }
        for where, here in at.items()
    ]


def _alone(where: Where, number: int, numbers: dict[Where, int]) -> float:
    """Return how far, in degrees, the nearest point is that has the room for its name first."""
    nearer = (
        hypot(other.latitude - where.latitude, other.longitude - where.longitude)
        for other, its in numbers.items()
        if other != where and (its, other) > (number, where)
    )
    return min(nearer, default=_FAR)


def _drawn(where: Where | None) -> str:
    if where is None:
        return "no, its place is not known"
    return "yes" if where.exact else "at the capital"


def _spec(drawn: Sequence[dict[str, object]]) -> Spec:
    centre = _centre(drawn)
    return spec(
        _ABOUT,
        _HEIGHT,
        signals=[
            {"name": "zoom", "value": centre[2]},
            {"name": "middle", "value": [centre[0], centre[1]], "on": _MOVED},
            {"name": "held", "value": None, "on": _HELD},
        ],
        projections=[
            {
                "name": "projection",
                "type": "equalEarth",
                "scale": {"signal": "width / 5.5 * zoom"},
                "center": {"signal": "middle"},
                "translate": {"signal": "[width / 2, height / 2]"},
            }
        ],
        data=[
            # The page puts the address of the shapes here.
            {"name": "world", "url": "", "format": {"type": "topojson", "feature": "countries"}},
            {"name": "places", "values": list(drawn), "transform": [_PLACED]},
        ],
        scales=[
            {
                "name": "size",
                "type": "sqrt",
                "domain": {"data": "places", "field": "number"},
                "range": [60, 700],
                "zero": False,
            }
        ],
        marks=[
            {
                "type": "group",
                "clip": True,
                "aria": False,
                "encode": {
                    "update": {
                        "width": {"signal": "width"},
                        "height": {"signal": "height"},
                        "fill": {"value": "--raised"},
                        "cursor": {"value": "grab"},
                    }
                },
                "marks": [_SHAPES, _POINTS, _NAMES],
            }
        ],
    )


def _centre(drawn: Sequence[dict[str, object]]) -> tuple[float, float, float]:
    """Return the longitude and latitude in the middle of all places, and how near to look."""
    longitudes = sorted(float(str(one["longitude"])) for one in drawn)
    latitudes = sorted(float(str(one["latitude"])) for one in drawn)
    wide = max(longitudes[-1] - longitudes[0], 1.6 * (latitudes[-1] - latitudes[0]), 24.0)
    middle = (longitudes[0] + longitudes[-1]) / 2, (latitudes[0] + latitudes[-1]) / 2
    return *middle, max(1.0, min(8.0, 240 / wide))


_PLACED = {
    "type": "geopoint",
    "projection": "projection",
    "fields": ["longitude", "latitude"],
}
_HELD = [
    {"events": "pointerdown", "update": "[x(), y(), middle[0], middle[1]]"},
    {"events": "window:pointerup", "update": "null"},
]
_MOVED = [
    {
        "events": "[pointerdown, window:pointerup] > window:pointermove!",
        "update": "held ? [held[2] - (x() - held[0]) * 340 / width / zoom, "
        "clamp(held[3] + (y() - held[1]) * 340 / width / zoom, -80, 80)] : middle",
    }
]
_SHAPES = {
    "type": "shape",
    "aria": False,
    "from": {"data": "world"},
    "encode": {
        "update": {
            "fill": {"value": "--land"},
            "stroke": {"value": "--ground"},
            "strokeWidth": {"value": 0.7},
        }
    },
    "transform": [{"type": "geoshape", "projection": "projection"}],
}
_POINTS = {
    "type": "symbol",
    "aria": False,
    "from": {"data": "places"},
    "encode": {
        "update": {
            "x": {"field": "x"},
            "y": {"field": "y"},
            "shape": {"signal": "datum.exact ? 'circle' : 'diamond'"},
            "size": {"scale": "size", "field": "number"},
            "fill": {"value": "--l-event"},
            "fillOpacity": {"signal": "datum.exact ? 0.75 : 0.35"},
            "stroke": {"value": "--l-event"},
            "strokeWidth": {"value": 1.5},
            "tooltip": {"field": "told"},
            "href": {"field": "href"},
            "cursor": {"value": "pointer"},
        }
    },
}
_NAMES = {
    "type": "text",
    "aria": False,
    "from": {"data": "places"},
    "encode": {
        "update": {
            "x": {"signal": "datum.x + 4 + sqrt(scale('size', datum.number) / PI)"},
            "y": {"field": "y"},
            "baseline": {"value": "middle"},
            "text": {"field": "name"},
            "opacity": {"signal": "datum.alone * zoom * width / 340 > 22 ? 1 : 0"},
            "href": {"field": "href"},
        }
    },
}
