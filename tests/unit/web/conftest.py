"""The pages of the small coverage, asked for as a browser would."""

from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

import dragoman
from dragoman.store.database import Database
from dragoman.store.readings import readings_digest
from dragoman.store.tables import linked
from dragoman.web.app import create_app

ADDRESS = "http://127.0.0.1:8001"


@pytest.fixture
def web(filled: Database) -> TestClient:
    """A browser at the pages of the record that holds the coverage."""
    with filled.writing() as connection:
        # Made by hand and not from readings, it must not be linked anew.
        stands = readings_digest(connection, dragoman.__version__)
        connection.execute(update(linked).values(digest=stands))
    return browser(filled.path)


def browser(record: Path) -> TestClient:
    """Return a browser at the pages of a record; a failure is a page, as it is for a reader."""
    return TestClient(create_app(record), base_url=ADDRESS, raise_server_exceptions=False)
