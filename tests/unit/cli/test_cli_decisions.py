"""Decisions as a user types them."""

import csv
import json

import pytest
from click.testing import CliRunner

from dragoman.cli.program import program
from dragoman.record.errors import ItemNotFound, MergeUnfit


@pytest.fixture
def desk(scripted, monkeypatch):
    """Run a command on a record read by the scripted reader."""
    monkeypatch.setenv("DRAGOMAN_RECORD", str(scripted.record))
    monkeypatch.setenv("DRAGOMAN_BY", "Ada")

    def run(*words: object, stdin: str | None = None) -> str:
        done = CliRunner().invoke(
            program, list(map(str, words)), input=stdin, catch_exceptions=False
        )
        assert done.exit_code == 0
        return done.output

    script = json.loads(scripted.script.read_text(encoding="utf-8"))
    for event in script["events"]:
        if event["type"] in ("ACCUSE", "AID"):
            event["actors"] = []
    scripted.script.write_text(json.dumps(script), encoding="utf-8")
    run("read", scripted.folder, "--reader", "scripted")
    return run


def key(desk, listing: str, **fields: object) -> str:
    rows = json.loads(desk(listing, "--json"))
    return next(r["id"] for r in rows if all(r[k] == v for k, v in fields.items()))


def test_a_correction_a_dry_run_the_log_and_an_undo(desk):
    accuse = key(desk, "events", type="ACCUSE")
    assert "Nothing was kept" in desk("correct", accuse, "date=2025-06-30", "--dry-run")
    assert "Nothing was decided yet" in desk("log")
    told = desk("correct", accuse, "date=2025-06-30", "actors=Ghana", "--why", "the note says so")
    assert "date 2025-06-30 (the reader said nothing)" in told
    assert "corrected by Ada" in desk("show", accuse)
    (row,) = json.loads(desk("log", "--json"))
    assert (row["why"], row["effects"][0]["state"]) == ("the note says so", "applied")
    assert "is taken back" in desk("undo", row["id"])
    assert "corrected by" not in desk("show", accuse)
    assert "undone" in desk("log", accuse)
    undo = json.loads(desk("log", "--json"))[-1]["id"]
    (last,) = (r for r in csv.DictReader(desk("log", "--csv").splitlines()) if r["id"] == undo)
    assert last["state"] == "applied"
    assert f"correct {accuse}, by Ada" in last["what"]


def test_both_sides_of_a_split_are_told(desk):
    ghana = key(desk, "entities", name="Ghana")
    rows = {r["id"]: r for r in json.loads(desk("entities", "--json"))}
    told = desk("split", ghana, rows[ghana]["mentions"][0]["report"])
    assert f"split {ghana} (state Ghana): " in told
    assert "set apart" in told
    assert "“" in told


def test_a_merge_and_what_the_old_id_shows(desk):
    one, other = (key(desk, "entities", name=n) for n in ("Fjord Wire", "Joint Fisheries Council"))
    desk("merge", one, other)
    shown = desk("show", one) + desk("show", other)
    assert "leads here: the two are one" in shown
    assert "Fjord Wire" in desk("who", other)
    assert f"; id {key(desk, 'entities', name='Ghana')}" in desk("who", "Ghana")


def test_a_person_and_a_state_are_refused_in_one_line(desk):
    person, state = (key(desk, "entities", name=n) for n in ("Ama Owusu", "Ghana"))
    with pytest.raises(MergeUnfit, match=person):
        desk("merge", person, state)
    assert "Nothing was decided yet" in desk("log")


def test_decisions_go_out_and_come_in(desk, tmp_path):
    desk("reject", key(desk, "events", type="ACCUSE"))
    file = tmp_path / "d.jsonl"
    desk("decisions", "export", "-o", file)
    assert "took in 0 decisions, 1 held already" in desk("decisions", "import", file)


def test_the_review_is_gone_through_by_keys(desk):
    items = "review", "--kind", "item"
    queue = json.loads(desk(*items, "--json"))
    assert len(queue) >= 2
    told = desk(*items, stdin="z\nA\nr\nq\n")
    left = len(queue) - 2
    assert told.endswith(f"{left} still to be looked at\n" if left else "Nothing more to look at\n")
    assert "'z' is no use here" in told
    assert f"1/{len(queue)}" in told
    kinds = [row["kind"] for row in json.loads(desk("log", "--json"))]
    assert kinds == ["confirm", "reject"]
    assert len(json.loads(desk(*items, "--json"))) == len(queue) - 2


def test_a_correction_in_the_review_and_one_that_is_refused(desk):
    told = desk("review", "--kind", "item", stdin="c\nnonsense=1\nc\nhedge=denied\n")
    assert "not done" in told
    assert [row["kind"] for row in json.loads(desk("log", "--json"))] == ["correct"]


def test_an_addition_needs_its_source(desk):
    where = "--report", "harbour_ledger.txt", "--quote", "arrived in Tema"
    told = desk("add", "event", "type=COOPERATE", "actors=Norway, Ghana", *where)
    assert "add new" in told
    assert "COOPERATE" in desk("events", "--kind", "COOPERATE", "--csv")


def test_a_role_is_corrected_by_the_id_that_who_gives(desk):
    (owusu,) = json.loads(desk("who", "Ama Owusu", "--json"))
    desk("correct", owusu["roles"][0]["id"], "title=Prime Minister")
    (owusu,) = json.loads(desk("who", "Ama Owusu", "--json"))
    assert [role["title"] for role in owusu["roles"]] == ["Prime Minister"]


def test_what_rests_on_a_paragraph_is_told_in_words(desk):
    told = desk("search", "kroner AND 2027")
    assert "pledged: Norway to Ghana: 40 million kroner for patrol boats" in told
    assert json.loads(desk("search", "kroner AND 2027", "--json"))[0]["told"]


def test_statements_of_nobody_in_particular(desk):
    rows = json.loads(desk("statements", "--unnamed", "--json"))
    assert {row["source"] for row in rows} == {"officials"}


@pytest.mark.parametrize(
    ("given", "said"),
    [("Ghana", "is a name, not an id"), ("[r0475:1-9]", "is a citation"), ("e000", "search for")],
)
def test_what_is_no_id_is_refused_with_the_way_to_one(desk, given, said):
    with pytest.raises(ItemNotFound, match=said):
        desk("confirm", given)
