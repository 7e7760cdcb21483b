"""The lists: pages, counts, filters in the address, data without an end, feeds."""

import csv
import io
from typing import Any
from xml.etree import ElementTree

import pytest
from crawling import crawled
from starlette.testclient import TestClient

from dragoman.web import asked

LISTS = ("timeline", "events", "commitments", "statements", "figures", "disagreements", "entities")


def test_every_link_leads_somewhere(web: TestClient) -> None:
    found = crawled(web)
    assert len(found) > 60
    assert {address: status for address, status in found.items() if status != 200} == {}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_page_and_the_same_as_data(web: TestClient, coverage: Any, name: str) -> None:
    held = {
        "timeline": [*coverage.record.events, *coverage.record.commitments],
        "entities": coverage.record.entities,
    }.get(name) or getattr(coverage.record, name)
    page = web.get(f"/{name}").text
    rows = web.get(f"/{name}.json").json()
    table = list(csv.DictReader(io.StringIO(web.get(f"/{name}.csv").text)))
    assert {row["id"] for row in rows} == {row["id"] for row in table} == {one.id for one in held}
    assert all(f"/{one.id}" in page for one in held)


def test_data_goes_on_where_a_page_ends(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.web.streams._STRETCH", 2)
    monkeypatch.setattr("dragoman.web.routes.reports._STRETCH", 2)
    assert len(web.get("/entities.json").json()) == 8
    assert len(web.get("/entities.csv").text.splitlines()) == 9
    assert len(web.get("/reports.json").json()) == 3
    assert len(web.get("/reports.csv").text.splitlines()) == 4


def test_pages_follow_each_other_and_lead_back(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked.turn, "__defaults__", (3,))
    whole = [row["id"] for row in web.get("/entities.json").json()]
    address, walked = "/entities", []
    while address:
        page = web.get(address).text
        walked.append([key for key in whole if f'href="/entity/{key}"' in page])
        address = _beside(page, "next")
    assert sorted(key for page in walked for key in page) == sorted(whole)
    assert [len(page) for page in walked] == [3, 3, 2]
    back = web.get(_beside(page, "prev")).text
    assert [key for key in whole if f'href="/entity/{key}"' in back] == walked[1]


def _beside(page: str, which: str) -> str:
    _, found, rest = page.partition(f'rel="{which}" href="')
    return rest.partition('"')[0].replace("&amp;", "&") if found else ""


def test_filters_narrow_the_list_and_its_data_alike(web: TestClient) -> None:
    for query in ("kind=AGREE", "state=NOR&year=2025", "between=GHA,NOR&until=2025-04", "q=boats"):
        rows = web.get(f"/events.json?{query}").json()
        page = web.get(f"/events?{query}").text
        assert f"<strong>{len(rows)}</strong>" in page
        assert 0 < len(rows) < len(web.get("/events.json").json()) or "GHA" in query


def test_counts_stand_beside_the_values(web: TestClient) -> None:
    page = web.get("/commitments").text
    assert "/commitments?kind=pledged" in page
    assert "/commitments?status=progressing" in page
    assert "/commitments?state=NOR" in page
    assert "/commitments?outlet=Fjord+Wire" in page


@pytest.mark.parametrize(
    "query",
    [
        "kind=nothing",
        "between=GHA",
        "between=GHA,GHA",
        "between=GHA,Atlantis",
        "since=yesterday",
        "until=9999-99-99",
        "order=sideways",
        "after=v-none",
        "report=none",
        "q=(",
        "q=%22",
        "q=" + "a+" * 200,
        "as_of=soon",
        "state=" + "A" * 9000,
    ],
)
def test_what_cannot_be_understood_is_told(web: TestClient, query: str) -> None:
    for form in ("", ".json", ".csv", ".atom"):
        answer = web.get(f"/events{form}?{query}")
        if form == ".atom" and query.startswith(("after", "order")):
            continue
        if form and query.startswith("after"):
            continue
        assert answer.status_code in (400, 404), (form, query)
    assert (
        web.get(f"/events.json?{query}").json()["error"]["message"] if "after" not in query else 1
    )


def test_a_feed_tells_what_came_last(web: TestClient, scripted: object) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for name in (*LISTS, "bodies"):
        root = ElementTree.fromstring(web.get(f"/{name}.atom?state=NOR").text)
        assert root.tag == f"{atom}feed"
        assert root.find(f"{atom}updated") is not None


def test_an_empty_list_says_what_to_do(web: TestClient) -> None:
    assert "Nothing passes these filters" in web.get("/events?kind=ASSAULT").text
