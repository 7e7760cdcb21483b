"""Tokens: kept as digests, found by their secret, taken back."""

import pytest

from dragoman.record.errors import TokenInvalid
from dragoman.store.tokens import find_token, load_tokens, make_token, note_use, revoke_token


def test_a_token_is_found_by_its_secret_and_the_record_does_not_hold_it(database):
    with database.writing() as connection:
        made, secret = make_token(connection, "ada", "write", 90)
    with database.reading() as connection:
        assert find_token(connection, secret) == made
        assert find_token(connection, secret[:-1]) is None
        assert find_token(connection, "\ud800") is None
    held = b"".join(path.read_bytes() for path in database.path.parent.glob("*.db*"))
    assert secret.encode() not in held
    assert b"ada" in held


def test_a_token_ends(database):
    with database.writing() as connection:
        lasting, _ = make_token(connection, "lasting", "read", 36500 * 400)
        over, _ = make_token(connection, "over", "read", -1)
        endless, _ = make_token(connection, "endless", "read", None)
    assert over.expired
    assert not lasting.expired
    assert not endless.expired


def test_a_use_is_noted(database):
    with database.writing() as connection:
        make_token(connection, "ada", "read", None)
        note_use(connection, "ada")
        (token,) = load_tokens(connection)
    assert token.used is not None


def test_what_is_taken_back_opens_nothing(database):
    with database.writing() as connection:
        _, secret = make_token(connection, "ada", "read", None)
        revoke_token(connection, "ada")
        assert find_token(connection, secret) is None
        with pytest.raises(TokenInvalid, match="dragoman token list"):
            revoke_token(connection, "ada")


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb"])
def test_a_name_that_is_none_is_refused(database, name):
    with database.writing() as connection, pytest.raises(TokenInvalid, match="needs a name"):
        make_token(connection, name, "read", None)


def test_a_name_is_given_once(database):
    with database.writing() as connection:
        make_token(connection, "ada", "read", None)
        with pytest.raises(TokenInvalid, match="token revoke ada"):
            make_token(connection, " ada ", "write", None)
