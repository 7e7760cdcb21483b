"""What holds for every page: headers, hosts, static files, failures, the theme."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.app import create_app


def test_a_page_may_load_nothing_but_ours(web: TestClient) -> None:
    answer = web.get("/")
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_static_files_are_kept_for_long_under_their_digest(web: TestClient) -> None:
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', web.get("/").text)
    answer = web.get(sheet)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert web.get("/static/000000000000/dragoman.css").status_code == 404
    assert web.get("/static/x/../app.py").status_code == 404


def test_static_files_come_packed(web: TestClient) -> None:
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', web.get("/").text)
    packed = web.get(sheet, headers={"accept-encoding": "gzip"})
    plain = web.get(sheet, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert packed.headers["content-type"] == plain.headers["content-type"]


def test_another_host_is_refused(filled: object, web: TestClient) -> None:
    assert web.get("/", headers={"host": "evil.example"}).status_code == 400
    assert web.get("/", headers={"host": "localhost:8001"}).status_code == 200
    assert web.get("/", headers={"host": "[::1]:8001"}).status_code == 200


def test_an_unknown_page_says_what_to_do(web: TestClient) -> None:
    answer = web.get("/nothing")
    assert answer.status_code == 404
    assert "<main" in answer.text
    assert web.get("/nothing.json").json()["error"]["status"] == 404
    refused = web.post("/")
    assert refused.status_code == 405
    assert "<main" in refused.text


def test_without_a_record_the_page_says_how_to_read(tmp_path: Path) -> None:
    browser = TestClient(create_app(tmp_path / "<b>none.db"), base_url="http://localhost")
    answer = browser.get("/")
    assert answer.status_code == 200
    assert "dragoman read" in answer.text
    assert "&lt;b&gt;none.db" in answer.text


def test_the_theme_is_kept(web: TestClient) -> None:
    assert "data-theme" not in web.get("/").text
    sent = web.post("/theme", data={"theme": "dark", "back": "/?q=1"}, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/?q=1")
    assert 'data-theme="dark"' in web.get("/").text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil", "", "/\n"])
def test_the_theme_leads_nowhere_else(web: TestClient, back: str) -> None:
    sent = web.post("/theme", data={"theme": "dark", "back": back}, follow_redirects=False)
    assert sent.headers["location"] == "/"
