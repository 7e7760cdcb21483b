"""What nobody should send: every failure has one shape, and none is ours."""

import contextlib
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks
from starlette.testclient import TestClient

from dragoman.runs.opening import open_record
from dragoman.store.database import Database
from dragoman.store.tokens import make_token
from dragoman.web.api.bodies import MOST_BYTES
from dragoman.web.app import create_app

SHAPE = {"type", "title", "status", "detail", "instance", "code"}


@pytest.fixture
def signed(web: TestClient, filled: Database) -> TestClient:
    with open_record(filled.path).writing() as connection:
        _, secret = make_token(connection, "Ada", "write", None)
    web.headers["authorization"] = f"Bearer {secret}"
    return web


def refused(answer: Any, status: int, code: str) -> None:
    told = answer.json()
    assert (answer.status_code, told["code"]) == (status, code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert told.keys() == SHAPE
    assert told["status"] == status
    assert told["type"] == f"/api#problem-{status}"
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/nothing", 404, "HTTPException"),
        ("/api/events/none", 404, "ItemNotFound"),
        ("/api/events/<script>", 404, "ItemNotFound"),
        ("/api/events?limit=0", 422, "ParameterInvalid"),
        ("/api/events?limit=501", 422, "ParameterInvalid"),
        ("/api/events?limit=99999999999999999999", 422, "ParameterInvalid"),
        ("/api/events?limit=-1", 422, "ParameterInvalid"),
        ("/api/events?limit=٣", 422, "ParameterInvalid"),
        ("/api/events?limit=1&limit=2", 422, "ParameterInvalid"),
        ("/api/events?colour=red", 422, "ParameterInvalid"),
        ("/api/events?format=xml", 422, "ParameterInvalid"),
        ("/api/events?order=sideways", 422, "QueryInvalid"),
        ("/api/events?kind=NONE", 422, "QueryInvalid"),
        ("/api/events?since=yesterday", 422, "QueryInvalid"),
        ("/api/events?as_of=yesterday", 422, "QueryInvalid"),
        ("/api/events?between=NOR", 422, "QueryInvalid"),
        ("/api/events?report=none.txt", 404, "ItemNotFound"),
        (f"/api/events?q={'x' * 9000}", 422, "ParameterInvalid"),
        (f"/api/search?q={'(' * 900}", 422, "QueryInvalid"),
        ("/api/search", 422, "ParameterInvalid"),
        ("/api/events?cursor=%00", 422, "CursorInvalid"),
        ("/api/events?cursor=ä", 422, "CursorInvalid"),
        ("/api/events?cursor=bnVsbA", 422, "CursorInvalid"),
        ("/api/events?cursor=W1tbW1tb", 422, "CursorInvalid"),
        (f"/api/events?cursor={'W1tb' * 1500}", 422, "CursorInvalid"),
        ("/api/between/NOR/Atlantis", 404, "ItemNotFound"),
        ("/api/changes?since=99", 404, "ItemNotFound"),
        ("/api/brief?format=doc", 422, "QueryInvalid"),
        ("/api/export?format=doc", 422, "ExporterNotFound"),
        ("/api/decisions/k0", 404, "DecisionNotFound"),
        ("/api/decisions?item=k0", 404, "ItemNotFound"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    web: TestClient, path: str, status: int, code: str
) -> None:
    refused(web.get(path), status, code)


def test_a_method_that_is_none_is_told_which_are(web: TestClient) -> None:
    answer = web.delete("/api/events")
    refused(answer, 405, "HTTPException")
    assert answer.headers["allow"]


def test_a_form_that_is_none_is_refused(web: TestClient) -> None:
    refused(web.get("/api/runs", headers={"accept": "image/png"}), 406, "FormUnknown")
    assert web.get("/api/runs", headers={"accept": "text/html, */*;q=0.1"}).status_code == 200


@pytest.mark.parametrize(
    ("body", "media", "status", "code"),
    [
        (b"{}", "text/plain", 415, "MediaUnknown"),
        (b"{}", "", 415, "MediaUnknown"),
        (b"kind=merge", "application/x-www-form-urlencoded", 415, "MediaUnknown"),
        (b"", "application/json", 400, "JsonInvalid"),
        (b"{", "application/json", 400, "JsonInvalid"),
        (b'{"kind":"\xff"}', "application/json", 400, "JsonInvalid"),
        (b"[" * 500_000, "application/json", 422, "BodyInvalid"),
        (b'{"kind":' * 100_000, "application/json", 422, "BodyInvalid"),
        (b'{"why":' + b"[" * 400_000, "application/json; charset=utf-8", 422, "BodyInvalid"),
        (b" " * (MOST_BYTES + 1), "application/json", 413, "BodyTooLarge"),
    ],
)
def test_a_body_that_is_none_is_refused(
    signed: TestClient, body: bytes, media: str, status: int, code: str
) -> None:
    headers = {"content-type": media}
    refused(signed.post("/api/decisions", content=body, headers=headers), status, code)


def test_an_endless_body_is_cut_off(signed: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b" " * 65536

    headers = {"content-type": "application/json"}
    with contextlib.suppress(TimeoutError):
        parts = (part for part, _ in zip(endless(), range(40), strict=False))
        answer = signed.post("/api/decisions", content=parts, headers=headers)
        refused(answer, 413, "BodyTooLarge")


def test_what_comes_from_another_site_is_refused_in_the_same_shape(signed: TestClient) -> None:
    headers = {"origin": "https://elsewhere.example"}
    refused(signed.post("/api/decisions", json={}, headers=headers), 403, "OriginForeign")


def test_no_record_is_a_problem_too(tmp_path: Any, web: TestClient) -> None:
    web.app.state.records.path = tmp_path / "none.db"  # type: ignore[attr-defined]
    refused(web.get("/api/events"), 503, "RecordMissing")


def test_a_fault_of_ours_is_a_problem_too(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(web.app.state, "records")  # type: ignore[attr-defined]
    refused(web.get("/api/events"), 500, "InternalError")


CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


def test_nothing_that_is_sent_breaks_it(signed: TestClient, filled: Database) -> None:
    """Schemathesis (Hatfield-Dodds and Dygalo, ICSE 2022) on every operation."""
    app = create_app(filled.path, hosts=["testserver"])
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    headers = {"authorization": signed.headers["authorization"]}
    settings = hypothesis.settings(
        max_examples=12,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    for operation in schema.get_all_operations():
        case = operation.ok().as_strategy()

        @hypothesis.given(case=case)
        @settings
        def holds(case: Any) -> None:
            case.call_and_validate(headers=headers, checks=CHECKS)

        holds()
