"""The commands as a user types them."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest

from dragoman.cli.program import COMMANDS

LISTINGS = (
    "timeline",
    "commitments",
    "events",
    "statements",
    "figures",
    "entities",
    "bodies",
    "disagreements",
)


def dragoman(*words: object, stdin: str | None = None, **environment: str):
    """Run the program in a process of its own."""
    code = "from dragoman.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


@pytest.fixture
def listed(filled, monkeypatch):
    """A filled record, named by the environment, that needs no linking."""
    from dragoman.cli.program import program
    from dragoman.runs import opening

    monkeypatch.setenv("DRAGOMAN_RECORD", str(filled.path))
    monkeypatch.setattr(opening, "link_if_needed", lambda *_: False)

    def run(*words: object) -> str:
        from click.testing import CliRunner

        done = CliRunner().invoke(program, list(map(str, words)), catch_exceptions=False)
        assert done.exit_code == 0
        return done.output

    return run


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(listed, name):
    text = listed(name, "--help")
    assert f"dragoman {name}" in text.partition("Example:")[2]


def test_help_lists_every_command_and_loads_nothing_heavy():
    code = (
        "import sys; from dragoman.cli.program import program;"
        "program.main(['--help'], standalone_mode=False);"
        "print([m for m in ('sqlalchemy', 'rich', 'spacy', 'babel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(re.search(rf"^  {name} ", done.stdout, re.M) for name in COMMANDS)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_comes_as_table_json_and_csv(listed, name, coverage, tmp_path):
    table = listed(name)
    rows = json.loads(listed(name, "--json"))
    cells = list(csv.DictReader(io.StringIO(listed(name, "--csv"))))
    assert len(rows) == len(cells) > 0
    assert [row["id"] for row in rows] == [cell["id"] for cell in cells]
    assert rows[0]["citations"][0] in table.replace("\n", " ")
    assert listed(name, "--csv", "-o", tmp_path / "out.csv") == ""
    assert len((tmp_path / "out.csv").read_text().splitlines()) == len(cells) + 1


def test_the_ending_of_a_file_tells_the_form(listed, tmp_path):
    for ending, starts in ((".csv", "date,"), (".json", "["), (".txt", "date  ")):
        file = tmp_path / f"events{ending}"
        listed("events", "-o", str(file))
        assert file.read_text(encoding="utf-8").startswith(starts)


def test_json_rows_are_in_the_form_of_the_record(listed, coverage):
    (pledge,) = json.loads(listed("commitments", "--status", "progressing", "--json"))
    assert pledge["by"] == ["e-nor"]
    assert pledge["entity_names"] == {"e-gha": "Ghana", "e-nor": "Norway"}
    assert pledge["mentions"][0]["quote"].startswith("Norway will give Ghana")


def test_filters_read_the_same_on_every_listing(listed):
    for name in LISTINGS:
        between = json.loads(listed(name, "--between", "GHA", "Norway", "--json"))
        assert between
        assert len(between) <= len(json.loads(listed(name, "--json")))
        none = listed(name, "--between", "GHA", "FRA", "--since", "2030", "--report", "fjord_wire")
        assert "try fewer of them" in none


def test_a_citation_of_the_brief_opens_with_show(listed):
    text = listed("brief", "--between", "NOR", "GHA")
    citation = re.search(r"\[r\w+:\d+-\d+\]", text)[0]
    assert ">>" in listed("show", citation)
    shown = json.loads(listed("show", citation, "--json"))
    start, end = shown["evidence"][0]["mark"]
    assert shown["evidence"][0]["paragraph"][start:end] == shown["evidence"][0]["mention"]["quote"]


def test_brief_who_and_search_have_the_same_forms(listed):
    assert json.loads(listed("brief", "--json"))["sections"]
    assert json.loads(listed("who", "saether", "--json"))[0]["entity"]["name"] == "Bjørn Sæther"
    assert json.loads(listed("search", "trawlers", "--json"))[0]["marks"]
    for words in (("brief",), ("who", "saether"), ("search", "trawlers"), ("show", "c-boats")):
        assert len(list(csv.reader(io.StringIO(listed(*words, "--csv"))))) > 1


def test_show_marks_the_quote_in_its_paragraph(listed):
    text = " ".join(listed("show", "v-accuse").split())
    assert "hedge: alleged" in text
    assert "on 4 March. >>Ghana accused foreign trawlers of illegal fishing<<." in text


def test_escape_sequences_in_a_report_do_not_reach_the_terminal(database, monkeypatch):
    from dragoman.record.plain import plain

    assert plain("a\x1b[31mred\x1b]0;title\x07 b\u202ec\x9b2J\nd") == "a[31mred]0;title bc2J d"


def test_csv_and_json_are_harmless_on_a_terminal_and_verbatim_elsewhere(monkeypatch, capsys):
    from dragoman.cli import writing

    text = "quote,cited\n\x9b31mred\x1b[0m,[r1:2-3]\n"
    writing.write_data(text, None)
    assert capsys.readouterr().out == text
    monkeypatch.setattr(writing.sys.stdout, "isatty", lambda: True, raising=False)
    writing.write_data(text, None)
    assert capsys.readouterr().out == "quote,cited\n31mred[0m,[r1:2-3]\n"


def test_completion_is_offered(listed):
    assert "_DRAGOMAN_COMPLETE" in listed("completion", "zsh")


def test_export_writes_json_to_a_file_and_csv_to_a_folder(listed, tmp_path):
    listed("export", "-o", tmp_path / "record.json")
    assert json.loads((tmp_path / "record.json").read_text())["events"]
    listed("export", "--format", "csv", "-o", tmp_path / "tables")
    assert (tmp_path / "tables" / "evidence.csv").exists()


def test_a_brief_is_written_in_the_format_its_file_names(listed, tmp_path):
    for ending, begin in ((".md", b"# Ghana"), (".html", b"<!doctype"), (".pdf", b"%PDF")):
        target = tmp_path / f"brief{ending}"
        listed("brief", "--between", "GHA", "NOR", "-o", str(target))
        assert target.read_bytes().startswith(begin)


def test_a_brief_of_what_changed_leaves_out_what_was_there(listed):
    assert "Nothing to brief on has changed" in listed("brief", "--changes-since", "2999")


def test_export_shows_a_terminal_no_control_characters(listed, capsys, monkeypatch):
    from dragoman.cli.commands.export import _standard_output

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    _standard_output().write("\x1b[31mred \u202etxt\n")
    assert capsys.readouterr().out == "[31mred txt\n"
