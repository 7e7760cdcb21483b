"""Charts: all that is drawn stands in the table; hostile words stay words; odd dates do no harm."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.nouns import Commitment, Event, Mention, Point, Role, Series, Target
from dragoman.store.views.company import Companion
from dragoman.store.views.listing import Names
from dragoman.web.charts.chart import Chart, span_of
from dragoman.web.charts.circle import circle_chart
from dragoman.web.charts.lifeline import Later, lifeline_chart
from dragoman.web.charts.numbers import number_charts
from dragoman.web.charts.offices import offices_chart
from dragoman.web.charts.places import capital, where
from dragoman.web.charts.timeline import timeline_chart
from dragoman.web.charts.world import Met, world_chart

HOSTILE = "</script><script>alert(1)</script>--text"
NAMES = Names({"p1": HOSTILE, "p2": "Kenya"})
HERE = (Mention(report="r1", start=0, end=4, quote=HOSTILE),)


def _event(key: str, date: str | None) -> Event:
    return Event(id=key, type="CONSULT", actors=("p1",), date=date, mentions=HERE)


def _made(date: str | None, due: str | None = None) -> Commitment:
    target = Target(due=due)
    return Commitment(id="c1", kind="agreed", subject=HOSTILE, date=date, target=target)


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _strings(one)


def _values(chart: Chart, name: str) -> list[dict[str, Any]]:
    assert chart.spec is not None
    return next(one["values"] for one in chart.spec["data"] if one["name"] == name)


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2025-03-04", True),
        ("2025/2026-03", True),
        ("0000", False),
        ("9999-12-31", True),
        ("soon", False),
        (None, False),
    ],
)
def test_dates_become_time_or_nothing(date: str | None, known: bool) -> None:
    span = span_of(date)
    assert (span is not None) == known
    assert span is None or span[0] < span[1]


def test_what_has_no_date_stands_in_the_table_alone() -> None:
    chart = timeline_chart([_event("v1", "2025-03"), _event("v2", None), _made("2025")], NAMES)
    assert [row["href"] for row in _values(chart, "points")] == ["/event/v1", "/commitment/c1"]
    assert [row[2].href for row in chart.rows] == ["/event/v1", "/event/v2", "/commitment/c1"]
    assert chart.lanes == ("CONSULT", "agreed")


def test_nothing_dated_draws_nothing() -> None:
    assert timeline_chart([_event("v1", None)], NAMES).spec is None
    assert offices_chart([], NAMES).spec is None
    assert circle_chart("Kenya", []).spec is None
    assert world_chart([]).spec is None
    assert lifeline_chart(_made(None), []).spec is None


def test_a_few_happenings_of_long_ago_do_not_press_the_others_to_the_edge() -> None:
    events = [_event("old", "1950"), *(_event(f"v{n}", f"2025-03-{n:02d}") for n in range(1, 29))]
    chart = timeline_chart(events, NAMES)
    assert chart.spec is not None
    signals = {one["name"]: one.get("value") for one in chart.spec["signals"]}
    assert signals["domain"][0] > span_of("2024")[0]
    assert signals["all"][0] < span_of("1950")[0]


def test_the_life_line_tells_what_followed_and_when_it_is_due() -> None:
    later = [
        Later("/event/v1", "delivered", "2026-01", "fulfils"),
        Later("/commitment/c2", "again", "2025-06", "repeats", "signed"),
    ]
    chart = lifeline_chart(_made("2025-03-04", due="2027"), later)
    assert [row["href"] for row in _values(chart, "points")] == [
        "/commitment/c1",
        "/commitment/c2",
        "/event/v1",
    ]
    assert len(_values(chart, "due")) == 1
    assert chart.rows[-1][1].text == "due"


def test_a_series_becomes_a_chart() -> None:
    points = tuple(
        Point(date=date, value=value, kind=kind, figure="f1", mentions=HERE)
        for date, value, kind in (("2024", 1.5e9, "actual"), ("2030", 5e9, "target"))
    )
    (chart,) = number_charts(
        [Series(id="q1", measure="trade", unit="USD", between=("KEN", "UGA"), points=points)]
    )
    assert [row["kind"] for row in _values(chart, "points")] == ["actual", "target"]
    assert [row[1].text for row in chart.rows] == ["1.5 billion", "5 billion"]


def test_offices_are_lines_from_first_to_last() -> None:
    role = Role(
        person="p1",
        title="Minister",
        country="KEN",
        first_seen="2024-01-02",
        last_seen="2025-01-02",
    )
    chart = offices_chart([role, Role(person="p1", title="Envoy")], NAMES)
    (line,) = _values(chart, "held")
    assert line["a"] < line["b"]
    assert [row[0].text for row in chart.rows] == ["Minister, Kenya", "Envoy"]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=30))
def test_everybody_has_a_place_and_no_name_lies_on_another(numbers: list[int]) -> None:
    others = [Companion(f"e{n}", f"E{n}", "person", m, 0) for n, m in enumerate(numbers)]
    placed = _values(circle_chart("Kenya", others), "others")
    assert all(abs(row["x"]) <= 1 and abs(row["y"]) < 1 for row in placed)
    assert len({(row["left"], row["y"]) for row in placed}) == len(placed) == min(len(others), 20)


def test_places_are_found_by_any_name_in_their_state() -> None:
    paris = where(["the French capital", "Paris"], "FRA")
    assert paris is not None
    assert abs(paris.latitude - 48.9) < 0.2
    assert where(["Paris"], "KEN") is None
    assert where(["Zürich"], None) == where(["Zurich"], "CHE")
    assert where(["Nowhere at all"], None) is None
    nairobi = capital("KEN")
    assert nairobi is not None
    assert not nairobi.exact


def test_several_places_of_a_city_are_one_point() -> None:
    at = where(["Nairobi"], "KEN")
    places = [
        Met("e1", "Nairobi", "Kenya", 3, at, "/entity/e1"),
        Met("e2", "State House", "Kenya", 2, at, "/entity/e2"),
        Met("e3", "the lodge", "not known", 1, None, "/entity/e3"),
    ]
    chart = world_chart(places)
    (point,) = _values(chart, "places")
    assert point["number"] == 5
    assert len(chart.rows) == 3
    assert chart.rows[2][3].text.startswith("no")


def test_hostile_words_stand_in_data_alone() -> None:
    charts = [
        timeline_chart([_event("v1", "2025"), _made("2025")], NAMES),
        lifeline_chart(_made("2025"), []),
        circle_chart(HOSTILE, [Companion("e1", HOSTILE, "person", 1, 0)]),
        offices_chart(
            [Role(person="p1", title=HOSTILE, first_seen="2025", last_seen="2025")], NAMES
        ),
    ]
    for chart in charts:
        assert chart.spec is not None
        bare = [
            {key: value for key, value in source.items() if key != "values"}
            for source in chart.spec["data"]
        ]
        assert not any("alert" in one for one in _strings(chart.spec | {"data": bare}))
        json.dumps(chart.spec, allow_nan=False)
