"""Pages given again: the same while nobody writes, made anew for whoever they would differ for."""

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from dragoman.store.database import Database
from dragoman.store.tables import report


def test_a_browser_that_holds_a_page_is_told_so(web: TestClient) -> None:
    first = web.get("/events")
    again = web.get("/events", headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["vary"] == first.headers["vary"]
    assert "content-security-policy" in again.headers
    assert web.get("/events").content == first.content


def test_a_page_is_made_anew_once_somebody_wrote(web: TestClient, filled: Database) -> None:
    before = web.get("/reports")
    with filled.writing() as connection:
        connection.execute(update(report).values(title="Retold by the desk"))
    after = web.get("/reports", headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert "Retold by the desk" in after.text
    assert "Retold by the desk" not in before.text


def test_each_theme_and_each_packing_has_its_own_page(web: TestClient) -> None:
    plain = web.get("/events", headers={"accept-encoding": "identity"})
    packed = web.get("/events", headers={"accept-encoding": "gzip"})
    dark = web.get("/events", headers={"cookie": "theme=dark"})
    assert plain.text == packed.text
    assert plain.headers["etag"] != packed.headers["etag"]
    assert "dark" in dark.text
    assert dark.text != packed.text


@pytest.mark.parametrize("headers", [{"cookie": "by=Ada"}, {"authorization": "Bearer x"}])
def test_a_page_for_one_person_is_not_kept(web: TestClient, headers: dict[str, str]) -> None:
    assert "etag" not in web.get("/events", headers=headers).headers


def test_failures_and_data_are_not_kept(web: TestClient) -> None:
    for path in ("/event/v000000000000", "/events?since=never", "/events.json", "/nowhere"):
        assert "etag" not in web.get(path).headers


def test_a_record_that_came_since_is_shown(web: TestClient, filled: Database) -> None:
    moved = filled.path.rename(filled.path.with_suffix(".away"))
    assert "dragoman read" in web.get("/").text
    moved.rename(filled.path)
    assert web.get("/").headers["etag"]
    assert "http://127.0.0.1:8001/" in web.get("/events.atom").text
