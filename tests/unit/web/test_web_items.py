"""Items: permanent addresses, what they show, where merged ones lead."""

import csv
import io
from typing import Any

import pytest
from sqlalchemy import insert
from starlette.testclient import TestClient

from dragoman.store.database import Database
from dragoman.store.decisions.tables import redirect


def test_a_commitment_shows_its_life(web: TestClient) -> None:
    page = web.get("/commitment/c-boats").text
    assert "Its life" in page
    assert 'href="/event/v-boats"' in page
    assert "45 million kroner" not in page.partition("What it rests on")[0] or "<mark>" in page


def test_a_disagreement_shows_its_sides_with_their_words_marked(web: TestClient) -> None:
    page = web.get("/disagreement/d-aid").text
    assert "<mark>40 million kroner</mark>" in page
    assert "<mark>45 million kroner</mark>" in page
    assert 'href="/commitment/c-boats"' in page


def test_an_entity_shows_offices_doings_and_places(web: TestClient) -> None:
    page = web.get("/entity/e-min").text
    assert "Bjorn Saether" in page
    assert "Offices" in page
    assert 'href="/statement/s-gift"' in page
    state = web.get("/entity/e-nor").text
    assert 'href="/commitment/c-boats"' in state


def test_evidence_leads_to_the_words(web: TestClient, coverage: Any) -> None:
    mention = coverage.record.events[0].mentions[0]
    page = web.get(f"/event/{coverage.record.events[0].id}").text
    span = f"{mention.start}-{mention.end}"
    assert f"/report/{mention.report}?at={span}#{span}" in page
    assert f"<mark>{mention.quote}</mark>" in page


def test_an_item_as_data(web: TestClient, coverage: Any) -> None:
    row = web.get("/commitment/c-boats.json").json()
    assert (row["noun"], row["id"], row["kind"]) == ("commitment", "c-boats", "pledged")
    evidence = list(csv.DictReader(io.StringIO(web.get("/commitment/c-boats.csv").text)))
    assert [one["quote"] for one in evidence] == [one["quote"] for one in row["mentions"]]
    assert web.get("/entity/e-min.json").json()["name"] == "Bjørn Sæther"


def test_every_place_of_an_entity_is_a_line(web: TestClient, coverage: Any) -> None:
    lines = list(csv.DictReader(io.StringIO(web.get("/entity/e-min.csv").text)))
    assert lines
    texts = {report.id: report.text for report in coverage.reports.values()}
    for line in lines:
        assert texts[line["report"]][int(line["start"]) : int(line["end"])] == line["quote"]


def test_the_address_of_a_merged_item_leads_on(web: TestClient, filled: Database) -> None:
    with filled.writing() as connection:
        connection.execute(insert(redirect).values(old="c-old", new="c-boats"))
    for suffix in ("", ".json", ".csv"):
        answer = web.get(f"/commitment/c-old{suffix}?as_of=", follow_redirects=False)
        # Not for good: a merge may be undone.
        assert answer.status_code == 307
        assert answer.headers["location"] == f"/commitment/c-boats{suffix}"
    assert web.get("/event/c-boats", follow_redirects=False).status_code == 307


@pytest.mark.parametrize(
    "path",
    [
        "/event/none",
        "/entity/none",
        "/event/%00",
        "/event/%27%3B--",
        "/role/x",
        "/event/" + "v" * 999,
    ],
)
def test_an_unknown_id_is_told(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 404
    assert "<main" in answer.text
