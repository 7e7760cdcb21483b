"""Text that wants to be more than text: in every field of a record, and in every address."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import msgspec
import pytest
from crawling import crawled, running
from starlette.testclient import TestClient

import dragoman
from dragoman.store.database import create
from dragoman.store.linked.saving import replace_record
from dragoman.store.readings import readings_digest
from dragoman.store.reports import save_report
from dragoman.web.app import create_app

NASTY = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}\u202eevil\u2066\x1f\x0b&amp;"
)
KEPT = re.compile(r"^[a-z]-|^r[0-9a-f]{12}$|^\d{4}(-\d\d)*$")


def _poisoned(value: object, keep: frozenset[str]) -> object:
    """Return the value with every free text in it made hostile; words of vocabularies stay."""
    if isinstance(value, dict):
        return {key: one if key in keep else _poisoned(one, keep) for key, one in value.items()}
    if isinstance(value, list):
        return [_poisoned(one, keep) for one in value]
    if isinstance(value, str) and not KEPT.match(value):
        return f"{value} {NASTY}"
    return value


VOCABULARY = frozenset(
    (
        "id",
        "kind",
        "type",
        "mode",
        "status",
        "hedge",
        "form",
        "country",
        "language",
        "media_type",
        "why",
        "blocks",
        "mentions",
        "how",
    )
)


@pytest.fixture
def hostile(coverage: Any, tmp_path: Path) -> TestClient:
    database = create(tmp_path / "hostile.db")
    with database.writing() as connection:
        for stem, one in coverage.reports.items():
            raw = _poisoned(msgspec.to_builtins(one), VOCABULARY | {"text"})
            report = msgspec.convert(raw | {"url": "javascript:alert(1)"}, type(one))
            save_report(connection, report, coverage.raw[stem])
        raw = _poisoned(msgspec.to_builtins(coverage.record), VOCABULARY)
        record = msgspec.convert(raw, type(coverage.record))
        stands = readings_digest(connection, dragoman.__version__)
        replace_record(connection, record, stands)
    app = create_app(database.path)
    return TestClient(app, base_url="http://127.0.0.1:8001", raise_server_exceptions=False)


def test_nothing_of_a_record_runs(hostile: TestClient) -> None:
    found = crawled(hostile, most=150)
    assert {address: status for address, status in found.items() if status >= 500} == {}
    for address in found:
        answer = hostile.get(address)
        if "html" in answer.headers.get("content-type", ""):
            assert not running(answer.text)
            assert "{{7*7}}" in answer.text or "alert(1)" not in answer.text


def test_feeds_and_tables_of_it_can_be_read(hostile: TestClient) -> None:
    for name in ("events", "entities", "commitments"):
        ElementTree.fromstring(hostile.get(f"/{name}.atom").text)
        assert hostile.get(f"/{name}.json").json()
        assert hostile.get(f"/{name}.csv").status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "q",
        "kind",
        "mode",
        "status",
        "state",
        "year",
        "outlet",
        "who",
        "since",
        "until",
        "between",
        "report",
        "after",
        "before",
        "order",
        "as_of",
        "page",
    ],
)
def test_nothing_of_an_address_runs(web: TestClient, name: str) -> None:
    for value in (NASTY, "%00", "' OR 1=1 --", "-1", "9" * 400, "*", "\ud7ff", "../../etc"):
        for path in ("/events", "/search", "/reports", "/board", "/entities", "/"):
            answer = web.get(f"{path}?{name}={quote(value, safe='')}")
            assert answer.status_code in (200, 400, 404), (path, name, value)
            assert not running(answer.text)
