"""What is told of a name: when its offices were seen held, and why it was taken for one."""

import json

import pytest
from click.testing import CliRunner

from dragoman.cli.program import program


@pytest.fixture
def who(scripted, monkeypatch):
    """Run `dragoman who` on a record read by the scripted reader."""
    monkeypatch.setenv("DRAGOMAN_RECORD", str(scripted.record))

    def run(*words: str) -> str:
        done = CliRunner().invoke(program, words, catch_exceptions=False)
        assert done.exit_code == 0
        return done.output

    run("read", str(scripted.folder), "--reader", "scripted")
    return lambda *words: " ".join(run("who", *words).split())


def test_an_office_tells_when_it_was_seen_held(who):
    assert "Foreign Minister, Norway, seen " in who("saether")
    assert "Foreign Minister: Bjørn Sæther, seen " in who("Norway")


def test_why_tells_what_was_taken_for_one_and_where_it_stands(who):
    assert "TAKEN FOR ONE" in who("saether", "--why")
    assert "TAKEN FOR ONE" not in who("saether")
    (told,) = json.loads(who("saether", "--why", "--json"))
    assert told["roles"][0]["first_seen"]
    (reason,) = told["taken_for_one"]
    assert "family name" in reason["why"]
    assert len(reason["citations"]) == 2
