"""Offices over time: from the first to the last day each was seen held."""

from collections.abc import Sequence

from dragoman.record.nouns import Role
from dragoman.store.views.listing import Names
from dragoman.store.views.words import date_words, role_words
from dragoman.web.charts.chart import Cell, Chart, Spec, span_of, spec

_ROW = 26
_ABOUT = "A line from the first to the last day an office was seen held, with a dot at each end."


def offices_chart(roles: Sequence[Role], names: Names, *, by_holder: bool = False) -> Chart:
    """Return the offices of one person, or with `by_holder` those who held offices of one place.

    Offices that were seen on no known day stand in the table only.
    """
    ordered = sorted(roles, key=lambda role: (role.first_seen or "9999", role.title, role.person))
    rows, values = [], []
    for role in ordered:
        holder = names.get(role.person, role.person)
        words = f"{role.title}: {holder}" if by_holder else role_words(role, names)
        first, last = date_words(role.first_seen), date_words(role.last_seen)
        href = f"/entity/{role.person}" if by_holder else None
        rows.append((Cell(words, href), Cell(first), Cell(last)))
        begin, end = span_of(role.first_seen), span_of(role.last_seen or role.first_seen)
        if begin is not None and end is not None:
            told = f"{words}: seen {first} to {last}"
            values.append({"what": words, "a": begin[0], "b": end[0], "told": told})
    return Chart(
        key="offices",
        title="Offices over time",
        about=_ABOUT,
        spec=_spec(values) if values else None,
        head=("Office", "First seen", "Last seen"),
        rows=tuple(rows),
    )


def _spec(values: Sequence[dict[str, object]]) -> Spec:
    row = {"scale": "y", "field": "what", "band": 0.5}
    return spec(
        _ABOUT,
        len({value["what"] for value in values}) * _ROW,
        data=[{"name": "held", "values": list(values)}],
        scales=[
            {
                "name": "x",
                "type": "utc",
                "domain": {"data": "held", "fields": ["a", "b"]},
                "range": "width",
                "padding": 12,
            },
            {
                "name": "y",
                "type": "band",
                "domain": {"data": "held", "field": "what"},
                "range": {"step": _ROW},
            },
        ],
        axes=[
            {"scale": "x", "orient": "bottom", "tickCount": 5, "labelOverlap": True, "grid": True},
            {"scale": "y", "orient": "left", "domain": False, "ticks": False, "labelLimit": 220},
        ],
        marks=[
            {
                "type": "rule",
                "aria": False,
                "from": {"data": "held"},
                "encode": {
                    "update": {
                        "x": {"scale": "x", "field": "a"},
                        "x2": {"scale": "x", "field": "b"},
                        "y": row,
                        "stroke": {"value": "--l-role"},
                        "strokeWidth": {"value": 4},
                        "tooltip": {"field": "told"},
                    }
                },
            },
            *(
                {
                    "type": "symbol",
                    "aria": False,
                    "from": {"data": "held"},
                    "encode": {
                        "update": {
                            "x": {"scale": "x", "field": end},
                            "y": row,
                            "size": {"value": 70},
                            "fill": {"value": "--l-role"},
                            "tooltip": {"field": "told"},
                        }
                    },
                }
                for end in ("a", "b")
            ),
        ],
    )
