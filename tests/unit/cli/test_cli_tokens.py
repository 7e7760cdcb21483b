"""`dragoman token` as a user types it."""

import json

import pytest
from click.testing import CliRunner

from dragoman.cli.program import program
from dragoman.record.errors import TokenInvalid
from dragoman.store.tokens import find_token


def typed(database, *words):
    return CliRunner().invoke(program, ["token", *words, "--record", str(database.path)])


def test_a_token_is_made_shown_once_listed_and_taken_back(database):
    made = typed(database, "create", "ada", "--write", "--expires", "90d")
    assert made.exit_code == 0, made.output
    secret = made.stdout.strip()
    assert "ada: write, until 20" in made.stderr
    with database.reading() as connection:
        assert find_token(connection, secret).scope == "write"
    listed = typed(database, "list", "--json").output
    (row,) = json.loads(listed)
    assert (row["name"], row["scope"], row["used"]) == ("ada", "write", None)
    assert secret not in listed
    assert "never" in typed(database, "list").output
    assert typed(database, "list", "--csv").output.startswith("name,scope,")
    assert typed(database, "revoke", "ada").exit_code == 0
    assert "no tokens" in typed(database, "list").output


@pytest.mark.parametrize("time", ["soon", "0d", "-3d", "99999999d", "1h"])
def test_a_time_that_is_none_is_refused(database, time):
    result = typed(database, "create", "ada", "--expires", time)
    assert isinstance(result.exception, TokenInvalid)
    assert "30d, 8w" in str(result.exception)
