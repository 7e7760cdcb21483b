"""Decisions over the API: wanted tokens, refusals in the words of the command line, undo."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.record.errors import MergeUnfit
from dragoman.runs.opening import open_record
from dragoman.runs.reading import Order, Pick, read
from dragoman.runs.review import making
from dragoman.store.tokens import load_tokens, make_token
from dragoman.web.app import create_app


class Desk:
    """A record that was read, its API, and tokens for it."""

    def __init__(self, record: Path) -> None:
        self.record = record
        app = create_app(record)
        self.web = TestClient(app, base_url="http://127.0.0.1:8001", raise_server_exceptions=False)
        self.state = app.state
        self.reader = self.token("reader", "read")
        self.writer = self.token("Ada", "write")

    def token(self, name: str, scope: Any, days: int | None = None) -> dict[str, str]:
        with open_record(self.record).writing() as connection:
            _, secret = make_token(connection, name, scope, days)
        return {"authorization": f"Bearer {secret}"}

    def post(self, body: Any, headers: Any = None, at: str = "/api/decisions") -> Any:
        return self.web.post(at, json=body, headers=headers or self.writer)

    def id(self, where: str, **fields: Any) -> str:
        rows = self.web.get(f"/api/{where}").json()["items"]
        (found,) = [r["id"] for r in rows if all(r[k] == v for k, v in fields.items())]
        return str(found)


@pytest.fixture
def desk(scripted: SimpleNamespace) -> Desk:
    read(Order(paths=(scripted.folder,), record=scripted.record, pick=Pick(reader="scripted")))
    return Desk(scripted.record)


def test_a_correction_is_made_signed_listed_and_undone(desk: Desk) -> None:
    key = desk.id("events", mode="visit")
    body = {"kind": "correct", "item": key, "fields": {"date": "2025-03-05"}, "why": "a day later"}
    made = desk.post(body)
    assert made.status_code == 201, made.text
    (decision,) = made.json()["decisions"]
    assert (decision["by"], decision["why"]) == ("Ada", "a day later")
    assert desk.web.get(f"/api/events/{key}").json()["date"] == "2025-03-05"
    kept = desk.web.get(made.headers["location"]).json()
    assert kept["id"] == decision["id"]
    assert [e["state"] for e in kept["effects"]] == ["applied"]
    undone = desk.post({"why": "misread"}, at=f"{made.headers['location']}/undo")
    assert undone.status_code == 201, undone.text
    assert desk.web.get(f"/api/events/{key}").json()["date"] == "2025-03-04"
    listed = desk.web.get("/api/decisions?limit=1").json()
    assert [one["kind"] for one in listed["items"]] == ["undo"]
    assert [one["kind"] for one in desk.web.get(listed["next"]).json()["items"]] == ["correct"]
    again = desk.post({}, at=f"{made.headers['location']}/undo")
    assert (again.status_code, again.json()["code"]) == (404, "DecisionNotFound")


def test_a_dry_run_keeps_nothing(desk: Desk) -> None:
    key = desk.id("events", mode="visit")
    made = desk.post({"kind": "reject", "item": key, "dry_run": True})
    assert (made.status_code, made.json()["dry_run"]) == (200, True)
    assert desk.web.get(f"/api/events/{key}").status_code == 200
    assert desk.web.get("/api/decisions").json()["items"] == []


def test_merged_ids_lead_on_and_rejected_ones_are_gone(desk: Desk) -> None:
    one, other = (
        desk.id("entities", name="foreign trawlers"),
        desk.id("entities", name="Fjord Wire"),
    )
    assert desk.post({"kind": "merge", "items": [one, other]}).status_code == 201
    answer = desk.web.get(f"/api/entities/{other}")
    assert answer.json()["id"] == one
    assert answer.history[0].status_code == 307
    key = desk.id("events", mode="visit")
    assert desk.post({"kind": "reject", "item": key}).status_code == 201
    gone = desk.web.get(f"/api/events/{key}")
    assert (gone.status_code, gone.json()["code"]) == (410, "ItemGone")


def test_refusals_have_the_words_of_the_command_line(desk: Desk) -> None:
    person, state = desk.id("entities", type="place"), desk.id("entities", name="Ama Owusu")
    answer = desk.post({"kind": "merge", "items": [person, state]})
    with open_record(desk.record).reading() as connection, pytest.raises(MergeUnfit) as refused:
        making.merge(connection, (person, state))
    assert (answer.status_code, answer.json()["detail"]) == (409, str(refused.value))


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"kind": "merge", "items": ["e1"]}, 422, "BodyInvalid"),
        ({"kind": "merge", "items": []}, 422, "BodyInvalid"),
        ({"kind": "merge", "items": ["nobody", "none"]}, 404, "ItemNotFound"),
        ({"kind": "split", "item": "nobody", "off": []}, 404, "ItemNotFound"),
        ({"kind": "confirm", "item": ""}, 404, "ItemNotFound"),
        ({"kind": "marry", "items": []}, 422, "BodyInvalid"),
        ({"items": []}, 422, "BodyInvalid"),
        ({"kind": "reject", "item": 3}, 422, "BodyInvalid"),
        ({"kind": "reject", "item": "x", "by": "somebody else"}, 422, "BodyInvalid"),
        ({"kind": "add", "noun": "event", "report": "none", "quote": "x"}, 422, "SourceInvalid"),
        ([], 422, "BodyInvalid"),
    ],
)
def test_what_cannot_be_decided_is_refused(desk: Desk, body: Any, status: int, code: str) -> None:
    answer = desk.post(body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert desk.web.get("/api/decisions").json()["items"] == []


def test_a_field_that_is_none_is_refused(desk: Desk) -> None:
    body = {"kind": "correct", "item": desk.id("events", mode="visit"), "fields": {"colour": "red"}}
    answer = desk.post(body)
    assert (answer.status_code, answer.json()["code"]) == (422, "CorrectionInvalid")
    assert "no field 'colour'" in answer.json()["detail"]


def test_writing_wants_a_token_that_may(desk: Desk) -> None:
    body = {"kind": "reject", "item": "v1"}
    bare = desk.web.post("/api/decisions", json=body)
    assert bare.status_code == 401
    assert bare.headers["www-authenticate"] == 'Bearer realm="dragoman"'
    assert "dragoman token create NAME --write" in bare.json()["detail"]
    reading = desk.post(body, desk.reader)
    assert (reading.status_code, reading.json()["code"]) == (403, "ScopeMissing")
    assert "insufficient_scope" in reading.headers["www-authenticate"]


@pytest.mark.parametrize("given", ["Bearer drg_none", "Bearer", "Basic YTpi", "drg_x", "Bearer ä"])
def test_a_wrong_token_opens_nothing_even_for_reading(desk: Desk, given: str) -> None:
    answer = desk.web.get("/api/events", headers={"authorization": given.encode("utf-8")})
    assert (answer.status_code, answer.json()["code"]) == (401, "TokenWanted")
    assert answer.headers["www-authenticate"].startswith('Bearer realm="dragoman", error="invalid')


def test_a_token_that_ended_opens_nothing(desk: Desk) -> None:
    answer = desk.web.get("/api/events", headers=desk.token("old", "read", -1))
    assert answer.status_code == 401
    assert "ended on" in answer.json()["detail"]


def test_the_use_of_a_token_is_noted(desk: Desk) -> None:
    assert desk.web.get("/api/events", headers=desk.reader).status_code == 200
    assert desk.web.get("/api/export?format=json", headers=desk.writer).status_code == 200
    with open_record(desk.record).reading() as connection:
        used = {one.name: one.used for one in load_tokens(connection)}
    assert all(used[name] for name in ("reader", "Ada"))


def test_where_tokens_are_wanted_nothing_is_read_without(desk: Desk) -> None:
    desk.state.tokens_wanted = True
    for path in ("/api/events", "/api/openapi.json", "/api/export?format=json"):
        assert desk.web.get(path).status_code == 401, path
        assert desk.web.get(path, headers=desk.reader).status_code == 200, path


def test_doubts_can_be_listed(desk: Desk) -> None:
    found = desk.web.get("/api/review?limit=500").json()["items"]
    assert {one["kind"] for one in found} <= {"merge", "link", "draft", "item"}
    assert desk.web.get("/api/review?kind=dream").status_code == 422
