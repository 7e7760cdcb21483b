"""Between two states: one address a pair, what stands between them, what is new to a reader."""

import json
import re

import pytest
from sqlalchemy import insert
from starlette.testclient import TestClient

from dragoman.store.database import Database
from dragoman.store.run_tables import change, run


def _specs(page: str) -> list[dict]:
    found = re.findall(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    return [json.loads(one) for one in found]


def test_a_pair_has_one_address(web: TestClient) -> None:
    for asked in ("/between/NOR/GHA", "/between/norway/Ghana", "/between/gha/nor"):
        answer = web.get(f"{asked}?since=2025", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (
            301,
            "/between/GHA/NOR?since=2025",
        )
    assert web.get("/between/GHA/NOR").status_code == 200


@pytest.mark.parametrize("path", ["/between/GHA/XQX", "/between/GHA/GHA", "/between/<b>/NOR"])
def test_a_pair_that_is_none_is_told(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 404
    assert "<main" in answer.text
    assert "<b>" not in answer.text


def test_a_pair_without_items_says_so(web: TestClient) -> None:
    answer = web.get("/between/JPN/KEN")
    assert answer.status_code == 200
    assert "nothing between" in answer.text


def test_what_stands_between_two_states(web: TestClient, coverage) -> None:
    page = web.get("/between/GHA/NOR").text
    assert "Ghana and Norway" in page
    assert "/commitment/c-boats" in page
    assert "Joint Fisheries Council" in page
    assert "45 million kroner" in page
    at = coverage.at(
        "fjord_wire", "Norway will give Ghana 40 million kroner for patrol boats by 2027"
    )
    assert f"/report/{at.report}#{at.start}-{at.end}" in page
    (timeline,) = _specs(page)
    told = next(source for source in timeline["data"] if source["name"] == "points")["values"]
    assert {row["href"] for row in told} >= {"/event/v-sign", "/commitment/c-boats"}


def test_every_chart_stands_beside_a_table(web: TestClient) -> None:
    page = web.get("/between/GHA/NOR").text
    figure = page[page.index('<figure class="chart" id="chart-timeline"') :]
    table = figure[figure.index("<table>") : figure.index("</table>")]
    assert "/event/v-sign" in table
    assert "4 March 2025" in table


def test_a_time_may_be_asked_for(web: TestClient) -> None:
    page = web.get("/between/GHA/NOR?since=2025-05").text
    assert "/event/v-boats" in page
    assert "/event/v-sign" not in page
    assert web.get("/between/GHA/NOR?since=tomorrow").status_code == 400


def test_a_reader_sees_what_is_new_since_the_last_visit(filled: Database, web: TestClient) -> None:
    def add(number: int, *changes: dict) -> None:
        with filled.writing() as connection:
            connection.execute(insert(run).values(number=number, at="2026-01-01", digest="x"))
            if changes:
                connection.execute(insert(change), [{"run": number, **one} for one in changes])

    bare = {"before": None, "after": None, "quote": None}
    add(1)
    first = web.get("/between/GHA/NOR")
    assert "Since your last visit" not in first.text
    add(2, bare | {"item": "v-boats", "noun": "event", "what": "new"})
    add(
        3,
        bare
        | {"item": "c-boats", "noun": "commitment", "what": "status"}
        | {"before": "open", "after": "progressing"},
    )
    for _ in range(2):
        page = web.get("/between/GHA/NOR").text
        news = page[page.index('id="changed"') : page.index('id="summary"')]
        assert "/event/v-boats" in news
        assert "open → progressing" in news
        assert "/event/v-sign" not in news
    other = web.get("/between/GHA/KEN").text
    assert "Since your last visit" not in other
    assert "v-boats" not in web.get("/between/GHA/NOR?seen=2").text.split('id="summary"')[0]


@pytest.mark.parametrize("cookie", ["", "x", "9.9", "1.999999999", "-1.2", "1.1;x", "١.١"])
def test_a_cookie_that_is_none_of_ours_does_no_harm(web: TestClient, cookie: str) -> None:
    answer = web.get("/between/GHA/NOR", headers={"cookie": f"seen={cookie}".encode()})
    assert answer.status_code == 200
    assert "Since your last visit" not in answer.text


def test_all_pairs_are_listed_with_counts(web: TestClient) -> None:
    page = web.get("/between").text
    assert "/between/GHA/NOR" in page
    rows = web.get("/between.json").json()
    found = next(row for row in rows if row["between"] == ["GHA", "NOR"])
    counts = web.get("/between/NOR/GHA.json").json()["counts"]
    for noun in ("event", "commitment", "figure", "disagreement", "statement"):
        assert found[noun] == sum(row["number"] for row in counts if row["noun"] == noun)


def test_an_empty_record_has_no_pairs(database: Database) -> None:
    from dragoman.web.app import create_app

    browser = TestClient(create_app(database.path), base_url="http://127.0.0.1:8001")
    assert "dragoman read" in browser.get("/between").text
    assert browser.get("/between/GHA/NOR").status_code == 200
    assert browser.get("/map").status_code == 200


@pytest.mark.parametrize("path", ["/between", "/between/GHA/NOR", "/map"])
def test_the_same_address_gives_a_table(web: TestClient, path: str) -> None:
    page = web.get(path).text
    assert f'href="{path}.csv"' in page
    head, *rows = web.get(f"{path}.csv").text.splitlines()
    assert rows
    assert all(row.count(",") == head.count(",") for row in rows)
