"""A real server over the sample coverage, read by the real reader, and a real browser."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from dragoman.runs.outcome import Unwatched
from dragoman.runs.reading import Pick
from dragoman.runs.sample import read_sample
from dragoman.web.app import create_app

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Path:
    """A record of the sample coverage."""
    path = tmp_path_factory.mktemp("sample") / "record.db"
    read_sample(path, Unwatched(), Pick())
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium. Where there is none tests are skipped, but fail in CI."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: apt-get install chromium")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        # A sandbox needs a user of its own, which containers often lack.
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


class Served:
    """A server on loopback over one record."""

    def __init__(self, record: Path) -> None:
        self.record = record
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(create_app(record), log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )
        # Requests wait in the socket's queue until the server takes them.
        self._thread.start()

    def close(self) -> None:
        """Stop the server."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


@pytest.fixture(scope="session")
def served(sample) -> Iterator[Served]:
    """The sample, looked at and left as it is."""
    server = Served(sample)
    yield server
    server.close()


@pytest.fixture
def own(sample, tmp_path) -> Iterator[Served]:
    """The sample, a copy that a test may change."""
    record = tmp_path / "record.db"
    shutil.copy(sample, record)
    server = Served(record)
    yield server
    server.close()


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    """A browser's window that remembers nothing."""
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context) -> Iterator[Page]:
    """A page that fails the test where its console tells of an error."""
    opened = context.new_page()
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            told.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda error: told.append(str(error)))
    yield opened
    assert told == []
