"""Every page that can be reached by links, as a reader would walk them."""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from starlette.testclient import TestClient

ORIGIN = "http://127.0.0.1:8001"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.running: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        self.running += [name for name in given if name.startswith("on") or name == "style"]
        self.running += [tag] if tag in ("img", "iframe", "object", "style", "base") else []
        data = given.get("type") == "application/json"
        if tag == "script" and not data and not (given.get("src") or "").startswith("/static/"):
            self.running.append(tag)
        for name in ("href", "src", "action"):
            if given.get(name) and given.get("method") != "post":
                self.found.append(given[name])


def links(text: str) -> list[str]:
    """Return the addresses a page leads to."""
    parser = _Links()
    parser.feed(text)
    return parser.found


def running(text: str) -> list[str]:
    """Return what a page would run, load or style that is not a file of ours."""
    parser = _Links()
    parser.feed(text)
    return parser.running + [one for one in parser.found if one.startswith("javascript:")]


def crawled(web: TestClient, start: str = "/", most: int = 400) -> dict[str, int]:
    """Return the status of every address that can be reached from `start`."""
    seen: dict[str, int] = {}
    waiting = [start]
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if address in seen:
            continue
        answer = web.get(address)
        seen[address] = answer.status_code
        if "html" in answer.headers.get("content-type", ""):
            for link in links(answer.text):
                full = urlsplit(urljoin(ORIGIN + address, link))
                if f"{full.scheme}://{full.netloc}" == ORIGIN:
                    waiting.append(full.path + (f"?{full.query}" if full.query else ""))
    return seen
