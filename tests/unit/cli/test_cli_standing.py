"""`--as-of`, `diff` and the origins behind an item, as a user types them."""

import json

import pytest
from click.testing import CliRunner

from dragoman.cli.program import program
from dragoman.runs.reading import Order, Pick, read


@pytest.fixture
def typed(scripted, monkeypatch):
    """Type a command on a record that two runs made, the second with a copy of the first."""
    copy = scripted.folder / "copy.txt"
    text = (scripted.folder / "fjord_wire.txt").read_text(encoding="utf-8")
    copy.write_text(f"{text}\nA word more.\n", encoding="utf-8")
    script = json.loads(scripted.script.read_text(encoding="utf-8"))
    wire = next(row["id"] for row in script["reports"] if row["file"] == "fjord_wire.txt")
    script["reports"].append({"id": "copy", "file": "copy.txt"})
    for noun in ("entities", "roles", "events", "commitments", "statements", "figures"):
        for row in script[noun]:
            row["mentions"] += [
                m | {"report": "copy"} for m in row["mentions"] if m["report"] == wire
            ]
    scripted.script.write_text(json.dumps(script), encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_RECORD", str(scripted.record))
    for names in (("fjord_wire", "coast_mirror"), ("harbour_ledger", "copy")):
        paths = tuple(scripted.folder / f"{name}.txt" for name in names)
        read(Order(paths=paths, record=scripted.record, pick=Pick(reader="scripted")))

    def run(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(program, list(words))
        assert done.exit_code == code, done.output
        return done.output

    return run


@pytest.mark.parametrize(
    "command",
    [
        "timeline",
        "brief",
        "events",
        "commitments",
        "statements",
        "figures",
        "entities",
        "disagreements",
        "who Ghana",
        "search ghana",
        "show",
    ],
)
def test_every_view_takes_a_day(typed, command):
    words = command.split()
    if command == "show":
        words.append(json.loads(typed("events", "--as-of", "2025-03-04", "--json"))[0]["id"])
    typed(*words, "--as-of", "2025-03-04")
    assert "Reports up to 2020 tell no" in typed("timeline", "--as-of", "2020")
    empty = "Reports up to 2020 tell no words: try a later day\n"
    assert typed("search", "ghana", "--as-of", "2020") == empty
    exported = json.loads(typed("export", "--as-of", "2025-03-04"))
    # The copy has no date: it counts from the day of the signing it tells of.
    assert sorted(row["file"] for row in exported["reports"]) == ["copy.txt", "fjord_wire.txt"]


def test_an_id_that_came_later_says_so(typed):
    later = json.loads(typed("entities", "--json", "--kind", "person"))[0]["id"]
    done = CliRunner().invoke(program, ["show", later, "--as-of", "2020"])
    assert "try a later day" in str(done.exception)


def test_what_came_later_is_told_as_text_and_for_scripts(typed):
    assert "NEW REPORTS" in typed("diff", "--since", "1")
    found = json.loads(typed("diff", "--since", "1", "--json"))
    assert found["reports"] == ["copy.txt", "harbour_ledger.txt"]
    assert found["new"]
    assert typed("diff", "--since", "1", "--csv").startswith("section,line,cited,id")
    assert typed("diff", "--since", "2") == "Nothing has changed since 2\n"


def test_an_item_shows_how_many_origins_stand_behind_it(typed):
    for row in json.loads(typed("events", "--json")):
        told = json.loads(typed("show", row["id"], "--json"))
        reports = {mention["report"] for mention in row["mentions"]}
        assert told["corroboration"]["reports"] == len(reports)
        assert told["corroboration"]["origins"] == len(told["origins"])
    signed = next(row for row in json.loads(typed("events", "--json")) if row["type"] == "AGREE")
    assert "told by: 3 reports, 2 origins" in typed("show", signed["id"])
    exported = json.loads(typed("export"))
    kept = {row["id"]: row["origins"] for row in exported["events"]}
    assert len(kept[signed["id"]]) == 2
    assert {one for ids in kept.values() for one in ids} <= {
        one["id"] for one in exported["origins"]
    }


def test_what_later_reports_add_to_those_of_a_day(typed):
    found = json.loads(typed("diff", "--as-of", "2025-03-06", "--json"))
    assert found["reports"] == ["harbour_ledger.txt"]
    told = {m["report"] for row in found["new"]["event"] for m in row["mentions"]}
    ledger = {
        row["id"] for row in json.loads(typed("export"))["reports"] if "harbour" in row["file"]
    }
    assert told == ledger


def test_a_report_without_a_date_is_told_apart(typed, scripted):
    note = scripted.folder / "note.txt"
    note.write_text("Ghana and Norway remain in touch over fish.\n", encoding="utf-8")
    typed("read", str(note), "--reader", "scripted")
    assert "note.txt: on no day" in typed("diff", "--as-of", "2025-03-06")


def test_a_difference_needs_a_run_or_a_day_and_not_both(typed):
    typed("diff", code=2)
    typed("diff", "--since", "1", "--as-of", "2025", code=2)
