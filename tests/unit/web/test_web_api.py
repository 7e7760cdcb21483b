"""The API as a program uses it: every route, its pages, its files, its failures."""

import io
import json
import re
import zipfile
from typing import Any

import jsonschema
import pytest
from sqlalchemy import delete
from starlette.testclient import TestClient

from dragoman.store.database import Database
from dragoman.store.tables import evidence, item, item_country, statement
from dragoman.web.api.endpoints import JSON, Endpoint
from dragoman.web.api.lists import LISTS
from dragoman.web.api.table import ENDPOINTS

IDS = {
    "events": "v-sign",
    "commitments": "c-boats",
    "statements": "s-gift",
    "figures": "f-40",
    "disagreements": "d-aid",
    "entities": "e-min",
}
GIVEN = {
    "/api/search": "?q=fisheries",
    "/api/changes": "?since=2020",
    "/api/export": "?format=json",
}
READ = [one for one in ENDPOINTS if not one.writes]


def address(one: Endpoint, web: TestClient) -> str | None:
    """Return an address at which an endpoint has something, None where the coverage has not."""
    noun = one.path.split("/")[2] if one.path.count("/") > 1 else ""
    key = IDS.get(noun)
    if noun == "reports":
        key = web.get("/api/reports").json()["items"][0]["id"]
    if "{id}" in one.path and key is None:
        return None
    path = one.path.replace("{id}", key or "").replace("{one}", "NOR").replace("{other}", "Ghana")
    return path + GIVEN.get(one.path, "")


@pytest.mark.parametrize("one", READ, ids=lambda one: one.name)
def test_every_route_answers_as_described(web: TestClient, one: Endpoint) -> None:
    told = web.get("/api/openapi.json").json()
    described = told["paths"][one.path]["get"]
    where = address(one, web)
    if where is None:
        key = one.path.replace("{id}", "none")
        assert web.get(key).status_code == 404
        return
    answer = web.get(where)
    assert answer.status_code == 200, answer.text
    content = described["responses"]["200"]["content"]
    media = answer.headers["content-type"]
    assert media.split(";")[0] in {known.split(";")[0] for known in content}
    schema = content.get(JSON, {}).get("schema")
    if media == JSON and schema:
        whole = {**schema, "components": told["components"]}
        jsonschema.Draft202012Validator(whole).validate(answer.json())


def test_every_route_is_described_and_nothing_else_is(web: TestClient) -> None:
    served = {
        (route.path, method)
        for route in web.app.routes  # type: ignore[attr-defined]
        if getattr(route, "path", "").startswith("/api")
        for method in route.methods - {"HEAD"}
    }
    paths = web.get("/api/openapi.json").json()["paths"]
    assert served == {(path, m.upper()) for path, methods in paths.items() for m in methods}
    text = web.get("/api").text
    assert all(f"{method} {path}" in text for path, method in served)
    assert 'href="/api"' in web.get("/").text


def test_the_description_is_openapi(web: TestClient) -> None:
    told = web.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    refs = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(told)))
    assert refs <= told["components"]["schemas"].keys()
    names = [o["operationId"] for methods in told["paths"].values() for o in methods.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", [of.name for of in LISTS])
def test_pages_of_one_are_all_of_a_list(web: TestClient, name: str) -> None:
    whole = web.get(f"/api/{name}?limit=500").json()
    assert whole["next"] is None
    found, where = [], f"/api/{name}?limit=1"
    while where:
        answer = web.get(where)
        found += answer.json()["items"]
        where = answer.json()["next"]
        assert (f'<{where}>; rel="next"' == answer.headers.get("link")) == bool(where)
    assert found == whole["items"]
    lines = web.get(f"/api/{name}?format=ndjson").text.splitlines()
    assert [json.loads(line) for line in lines] == found
    assert web.get(f"/api/{name}/counts").json()["total"] == len(found)
    table = web.get(f"/api/{name}?format=csv")
    assert table.headers["content-type"].startswith("text/csv")


def test_filters_are_those_of_the_pages(web: TestClient) -> None:
    def ids(query: str, at: str) -> list[str]:
        found = web.get(f"{at}?{query}").json()
        return [one["id"] for one in (found["items"] if isinstance(found, dict) else found)]

    for query in ("mode=visit", "between=NOR,GHA", "since=2025-06", "q=fisheries", "state=Norway"):
        assert ids(query, "/api/events") == ids(query, "/events.json"), query
    assert ids("mode=visit", "/api/events") == ["v-visit"]


def test_a_cursor_stays_good_when_its_item_goes(web: TestClient, filled: Database) -> None:
    first = web.get("/api/statements?limit=1").json()
    behind = web.get(first["next"]).json()["items"]
    gone = first["items"][0]["id"]
    with filled.writing() as connection:
        for column in (evidence.c.item, item_country.c.item, statement.c.id, item.c.id):
            connection.execute(delete(column.table).where(column == gone))
    assert web.get(f"/api/statements/{gone}").status_code == 404
    assert web.get(first["next"]).json()["items"] == behind != []


def test_a_cursor_is_that_of_one_list_and_its_filters(web: TestClient) -> None:
    cursor = web.get("/api/events?limit=1").json()["next"].partition("cursor=")[2]
    for other in ("/api/statements?", "/api/events?order=oldest&", "/api/events?state=NOR&"):
        answer = web.get(f"{other}cursor={cursor}")
        assert (answer.status_code, answer.json()["code"]) == (422, "CursorInvalid")


def test_search_goes_on_by_its_cursor(web: TestClient) -> None:
    whole = web.get("/api/search?q=norway").json()["items"]
    first = web.get("/api/search?q=norway&limit=1").json()
    rest = web.get(first["next"].replace("limit=1", "limit=500")).json()
    assert first["items"] + rest["items"] == whole
    assert len(whole) > 1


def test_a_report_has_its_text_and_spans(web: TestClient, coverage: Any) -> None:
    report = coverage.reports["fjord_wire"]
    told = web.get(f"/api/reports/{report.id}").json()
    assert told["text"] == report.text
    assert all(report.text[m["start"] : m["end"]] == m["quote"] for m in told["marks"])
    assert {m["layer"] for m in told["marks"]} >= {"entity", "event", "commitment", "figure"}
    short = web.get(f"/api/reports/{report.id[:9]}", follow_redirects=False)
    assert short.status_code == 307
    assert short.headers["location"] == f"/api/reports/{report.id}"


def test_a_commitment_has_its_life_and_passages(web: TestClient) -> None:
    told = web.get("/api/commitments/c-boats").json()
    assert told["life"][0]["item"] == "c-boats"
    for one in told["evidence"]:
        start, end = one["mark"]
        assert one["paragraph"][start:end] == one["mention"]["quote"]


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_a_brief_in_every_form(web: TestClient, form: str) -> None:
    answer = web.get(f"/api/brief?between=NOR,GHA&format={form}")
    assert answer.status_code == 200
    assert f"brief.{form}" in answer.headers["content-disposition"]
    assert answer.content


def _formats() -> list[str]:
    (one,) = [e for e in ENDPOINTS if e.path == "/api/export"]
    return list(one.parameters[0].schema["enum"])


@pytest.mark.parametrize("form", _formats())
def test_an_export_in_every_form(web: TestClient, form: str) -> None:
    answer = web.get(f"/api/export?format={form}")
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"] == "application/zip":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            assert "datapackage.json" in packed.namelist()
    if form == "json":
        assert [one["id"] for one in answer.json()["figures"]] == ["f-40", "f-45"]


def test_pages_of_other_sites_cannot_read_it(web: TestClient) -> None:
    answer = web.get("/api/events", headers={"origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
