"""The map: where meetings were, filters, what no table knows."""

import pytest
from starlette.testclient import TestClient


def test_a_meeting_stands_where_it_was(web: TestClient) -> None:
    page = web.get("/map").text
    assert "1 meeting" in page
    (place,) = web.get("/map.json").json()["places"]
    assert (place["name"], place["number"]) == ("Accra", 1)
    assert abs(place["latitude"] - 5.6) < 0.2
    assert abs(place["longitude"] + 0.2) < 0.2


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("since=2025-04", 0),
        ("until=2025-03", 1),
        ("state=Norway", 1),
        ("state=JPN", 0),
        ("mode=meet", 0),
        ("mode=visit", 1),
    ],
)
def test_filters(web: TestClient, query: str, number: int) -> None:
    assert len(web.get(f"/map.json?{query}").json()["places"]) == number
    assert web.get(f"/map?{query}").status_code == 200


@pytest.mark.parametrize("query", ["since=x", "state=Atlantis", "mode=<script>"])
def test_filters_that_are_none_are_told(web: TestClient, query: str) -> None:
    answer = web.get(f"/map?{query}")
    assert answer.status_code == 400
    assert "<script>" not in answer.text.split("</head>")[1]
