"""Searches saved in the browser, without an account."""

import pytest
from starlette.testclient import TestClient


def test_a_search_is_saved_named_anew_and_dropped(web: TestClient) -> None:
    address = "/events?kind=AGREE"
    for name in ("Pacts", "Pacts of <b>all</b>"):
        sent = web.post("/saved", data={"name": name, "address": address}, follow_redirects=False)
        assert sent.status_code == 303
    page = web.get("/").text
    assert page.count(f'value="{address}"') == 1
    assert "Pacts of &lt;b&gt;all" in page
    assert "/events.atom?kind=AGREE" in page
    web.post("/saved/drop", data={"address": address})
    assert "None yet" in web.get("/").text


@pytest.mark.parametrize(
    "address", ["https://evil.example/events", "//evil.example", "javascript:1", ""]
)
def test_only_our_own_lists_are_saved(web: TestClient, address: str) -> None:
    assert web.post("/saved", data={"name": "x", "address": address}).status_code == 400


def test_more_than_a_cookie_holds_is_refused(web: TestClient) -> None:
    answers = [
        web.post("/saved", data={"name": "x" * 120, "address": f"/events?q={'y' * 300}{n}"})
        for n in range(9)
    ]
    assert answers[-1].status_code == 400
    assert "drop one" in answers[-1].text
    assert web.get("/").status_code == 200


@pytest.mark.parametrize(
    "cookie", ["nonsense", "W10=", "bnVsbA==", "W1siYSIsImphdmFzY3JpcHQ6MSJdXQ=="]
)
def test_a_cookie_we_did_not_write_does_no_harm(web: TestClient, cookie: str) -> None:
    web.cookies.set("saved", cookie)
    page = web.get("/")
    assert page.status_code == 200
    assert "None yet" in page.text


def test_another_site_cannot_write(web: TestClient) -> None:
    data = {"name": "x", "address": "/events"}
    for headers in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ):
        assert web.post("/saved", data=data, headers=headers).status_code == 403
    own = {"origin": "http://127.0.0.1:8001", "sec-fetch-site": "same-origin"}
    assert web.post("/saved", data=data, headers=own, follow_redirects=False).status_code == 303
