"""Sign-in: who is let in, what is refused, and that nothing of the record shows before it."""

import re
from html import unescape

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from conftest import ADDRESS
from dragoman.cli.program import program
from dragoman.record.errors import AddressUnusable, UserInvalid
from dragoman.store.tokens import make_token
from dragoman.store.users import (
    add_user,
    load_users,
    open_session,
    remove_user,
    session_table,
    session_user,
    set_password,
    user_table,
)
from dragoman.web.app import create_app
from dragoman.web.attempts import Attempts
from dragoman.web.serving import check_users, reached_by_others

PASSWORD = "correct horse battery"


@pytest.fixture
def desk(web, filled):
    """A browser at a server that wants a sign-in, with an editor and a reader."""
    with filled.writing() as connection:
        add_user(connection, "ada", "editor", PASSWORD)
        add_user(connection, "rob", "reader", PASSWORD)
    app = create_app(filled.path, hosts=["desk.example"], sign_in=True)
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


def enter(desk, name="ada", password=PASSWORD, back="/"):
    data = {"name": name, "password": password, "back": back}
    return desk.post("/sign-in", data=data, follow_redirects=False)


def text(answer) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.text).split()))


@pytest.mark.parametrize(
    "path", ["/", "/events", "/entity/e-gha", "/review", "/decisions", "/nothing", "/reports"]
)
def test_nothing_shows_before_sign_in(desk, path):
    answer = desk.get(f"{path}?done=k1", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?back=")
    assert "Ghana" not in desk.get("/sign-in?done=k000").text


@pytest.mark.parametrize("path", ["/events.json", "/events.csv", "/events.atom", "/api/events"])
def test_programs_are_told_what_to_bring(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 401
    assert "token" in answer.text
    assert desk.post("/decide/v-sign", data={"do": "reject"}).status_code == 401


def test_a_token_opens_as_much_as_it_may(desk, filled):
    with filled.writing() as connection:
        _, reads = make_token(connection, "reads", "read", None)
    assert desk.get("/events.json", headers={"authorization": f"Bearer {reads}"}).json()
    assert desk.get("/events.json", headers={"authorization": "Bearer drg_no"}).status_code == 401
    headers = {"authorization": f"Bearer {reads}"}
    assert desk.post("/decide/v-sign", data={"do": "reject"}, headers=headers).status_code == 401


def test_one_signs_in_and_out(desk):
    sent = enter(desk, back="/events?kind=AGREE")
    assert (sent.status_code, sent.headers["location"]) == (303, "/events?kind=AGREE")
    cookie = sent.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    page = desk.get("/")
    assert "ada" in text(page)
    assert page.headers["cache-control"] == "private, no-cache"
    token = re.search(r'name="token" value="([0-9a-f]{64})"', page.text)[1]
    assert desk.post("/sign-out", data={}).status_code == 403
    assert desk.post("/sign-out", data={"token": token}).url.path == "/sign-in"
    assert desk.get("/", follow_redirects=False).status_code == 303


def test_over_https_the_cookie_stays_there(desk):
    desk.base_url = "https://desk.example"
    assert "secure" in enter(desk).headers["set-cookie"].lower()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil", ""])
def test_sign_in_leads_nowhere_else(desk, back):
    assert enter(desk, back=back).headers["location"] == "/"


def test_an_unknown_name_and_a_wrong_password_read_alike(desk):
    wrong, unknown = enter(desk, password="not this one"), enter(desk, name="eve")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text == unknown.text
    assert "set-cookie" not in wrong.headers


def test_failures_are_slowed_and_forgotten(desk):
    now = [0.0]
    desk.app.state.attempts = Attempts(clock=lambda: now[0])
    for _ in range(5):
        enter(desk, password="guess")
    slowed = enter(desk)
    assert slowed.status_code == 429
    assert int(slowed.headers["retry-after"]) >= 1
    now[0] += 301
    assert enter(desk).status_code == 303


def test_attempts_are_bounded_and_each_waits_longer():
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0], most=50)
    waits = []
    for _ in range(20):
        attempts.fail("name:ada")
        waits.append(attempts.wait("name:ada"))
    assert waits[:4] == [0, 0, 0, 0]
    assert waits == sorted(waits)
    assert waits[-1] == 300
    for number in range(500):
        attempts.fail(f"address:{number}")
    assert attempts.wait("name:ada") == 0


def test_forms_carry_the_token_of_their_session(desk):
    enter(desk)
    refused = desk.post("/decide/v-sign", data={"do": "confirm"})
    assert refused.status_code == 403
    assert "another session" in text(refused)
    forged = desk.post("/decide/v-sign", data={"do": "confirm", "token": "ü"})
    assert forged.status_code == 403


def test_a_reader_looks_and_does_not_decide(desk):
    enter(desk, name="rob")
    page = desk.get("/event/v-sign")
    assert page.status_code == 200
    assert 'id="decide"' not in page.text
    token = re.search(r'name="token" value="([0-9a-f]{64})"', page.text)[1]
    data = {"do": "confirm", "token": token, "by": "ada"}
    refused = desk.post("/decide/v-sign", data=data)
    assert refused.status_code == 403
    for path in ("/decide/v-sign", "/add"):
        assert desk.get(path).status_code == 403
    undo = desk.post("/decisions/undo", data={"decision": "k", "token": token})
    assert undo.status_code == 403
    assert 'data-key="a"' not in desk.get("/review").text


def test_an_editor_signs_with_the_own_name(desk):
    enter(desk)
    page = desk.get("/event/v-sign")
    assert "Signed by" in text(page)
    assert 'name="by" value=""' not in page.text
    assert 'id="decide-by"' not in page.text


def test_pages_kept_for_one_are_not_shown_to_another(desk, filled):
    enter(desk)
    assert "ada" in text(desk.get("/"))
    app = desk.app
    other = TestClient(app, base_url=ADDRESS)
    enter(other, name="rob")
    page = other.get("/")
    assert "rob" in text(page)
    assert ">ada<" not in page.text


def test_what_the_record_keeps_opens_nothing(filled):
    with filled.writing() as connection:
        add_user(connection, "ada", "editor", PASSWORD)
        key = open_session(connection, "ada")
        kept = connection.execute(session_table.select()).one()
        assert key not in str(kept)
        assert PASSWORD.encode() not in connection.execute(user_table.select()).one().password
        assert session_user(connection, key)[0].name == "ada"
        assert session_user(connection, kept.digest) is None


@pytest.mark.parametrize("column", ["seen", "made"])
def test_a_session_ends(filled, column):
    with filled.writing() as connection:
        add_user(connection, "ada", "editor", PASSWORD)
        key = open_session(connection, "ada")
        connection.execute(session_table.update().values({column: "2025-01-01T00:00:00Z"}))
        assert session_user(connection, key) is None


def test_sessions_end_with_their_user_and_password(filled):
    with filled.writing() as connection:
        add_user(connection, "ada", "editor", PASSWORD)
        key = open_session(connection, "ada")
        set_password(connection, "ada", PASSWORD + "!")
        assert session_user(connection, key) is None
        key = open_session(connection, "ada")
        remove_user(connection, "ada")
        assert session_user(connection, key) is None
        assert load_users(connection) == []


@pytest.mark.parametrize(
    ("name", "password", "line"),
    [
        ("ada", PASSWORD, "already"),
        ("bob", "short", "at least 12"),
        ("  ", PASSWORD, "needs a name"),
        ("b\x00b", PASSWORD, "needs a name"),
        ("w" * 61, PASSWORD, "needs a name"),
    ],
)
def test_names_and_passwords_nobody_can_sign_in_with(filled, name, password, line):
    with filled.writing() as connection:
        add_user(connection, "ada", "editor", PASSWORD)
        with pytest.raises(UserInvalid, match=line):
            add_user(connection, name, "reader", password)


def test_users_on_the_command_line(filled):
    def run(*words, stdin=None):
        return CliRunner().invoke(
            program, [*words, "--record", str(filled.path)], input=stdin, catch_exceptions=False
        )

    assert "Nobody" in run("user", "list").output
    assert run("user", "add", "ada", "--role", "editor", stdin=f"{PASSWORD}\n").exit_code == 0
    assert "editor" in run("user", "list").output
    assert "would sign" in run("user", "remove", "ada", "--dry-run").output
    assert "editor" in run("user", "list", "--json").output
    assert run("user", "password", "ada", stdin=f"{PASSWORD}!\n").exit_code == 0
    assert run("user", "remove", "ada").exit_code == 0
    with pytest.raises(UserInvalid, match="no user"):
        run("user", "remove", "ada")


def test_others_reach_it_only_where_somebody_can_sign_in(filled):
    assert reached_by_others("0.0.0.0")
    assert reached_by_others("127.0.0.1", ["desk.example"])
    assert not reached_by_others("127.0.0.1")
    with pytest.raises(AddressUnusable, match="dragoman user add"):
        check_users(filled.path, "0.0.0.0")
    with filled.writing() as connection:
        add_user(connection, "ada", "editor", PASSWORD)
    check_users(filled.path, "0.0.0.0")


def test_only_its_own_names_are_answered(desk):
    assert desk.get("/sign-in", headers={"host": "desk.example"}).status_code == 200
    assert desk.get("/sign-in", headers={"host": "evil.example"}).status_code == 400


def test_without_sign_in_there_is_no_such_page(web):
    assert web.get("/sign-in").status_code == 404
    assert web.post("/sign-out", data={}).status_code == 404
