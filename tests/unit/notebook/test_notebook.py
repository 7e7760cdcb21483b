"""The record from Python."""

import subprocess
import sys

import msgspec
import pytest
from lxml import html

from dragoman import Record
from dragoman.record.errors import ItemNotFound, QueryInvalid, RecordMissing
from dragoman.runs import opening
from dragoman.store.linked.saving import replace_record

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def record(filled, monkeypatch) -> Record:
    """The record made by hand, which needs no linking."""
    monkeypatch.setattr(opening, "link_if_needed", lambda *_: False)
    return Record(filled.path)


def test_items_are_typed_and_narrowed_as_on_the_command_line(record, coverage):
    made = record.commitments(between=("GHA", "NOR"), statuses="progressing")
    assert [one.id for one in made] == ["c-boats"]
    assert made[0].target.amount == 40_000_000
    assert made.names[made[0].by[0]] == "Norway"
    assert made.citations(0)
    with pytest.raises(QueryInvalid, match="is no date"):
        record.events(since="soon")


def test_slices_are_items_too(record):
    events = record.events()
    assert list(events[1:]) == list(events)[1:]


def test_frames_have_a_row_for_each_item_and_the_columns_of_csv(record):
    for frame in (record.events().to_pandas(), record.events().to_polars()):
        assert frame.shape[0] == len(record.events())
        assert {"date", "what", "actors", "cited", "id"} <= set(frame.columns)


def test_every_noun_has_a_frame(record):
    for noun in ("entities", "events", "commitments", "statements", "figures", "disagreements"):
        assert getattr(record, noun)().to_polars().height == len(getattr(record, noun)()) > 0


def test_a_record_as_of_a_day_holds_what_was_known_then(tmp_path):
    folder = tmp_path / "coverage"
    folder.mkdir()
    for day in (4, 9):
        text = f"Kenya's president met Uganda's president in Nairobi.\n\n{day} March 2025\n"
        (folder / f"report{day}.txt").write_text(text, encoding="utf-8")
    record = Record(tmp_path / "record.db")
    outcome = record.read(folder)
    assert outcome.count("read") == 2
    assert record.entities()
    assert len(record.as_of("2025-03-05").search("president")) < len(record.search("president"))


def test_a_report_is_shown_with_its_spans_marked(record, coverage):
    text = record.report("fjord_wire")
    shown = html.fromstring(text._repr_html_())
    assert coverage.reports["fjord_wire"].text.split() == shown.find("div").text_content().split()
    titles = [span.get("title") for span in shown.iterfind("div/span")]
    assert any(title.startswith("event: ") or "; event: " in title for title in titles)
    figures = html.fromstring(text.only("figure")._repr_html_())
    assert [s.text_content() for s in figures.iterfind("div/span")] == ["40 million kroner"]


def test_a_report_that_is_not_there_says_so(record):
    with pytest.raises(ItemNotFound, match="no report is called"):
        record.report("nowhere")


def test_hostile_words_are_shown_as_words(record, filled, coverage):
    subjects = tuple(
        msgspec.structs.replace(one, subject=HOSTILE) for one in coverage.record.commitments
    )
    changed = msgspec.structs.replace(coverage.record, commitments=subjects)
    with filled.writing() as connection:
        replace_record(connection, changed, "by hand")
    for shown in (record.commitments(), record.report("fjord_wire")):
        assert HOSTILE not in shown._repr_html_()
        assert "&lt;script&gt;" in shown._repr_html_()


def test_a_brief_a_dossier_and_a_search(record):
    assert record.brief(between=("GHA", "NOR")).startswith(b"# Ghana and Norway")
    assert record.who("Saether")[0].entity.item.name == "Bjørn Sæther"
    assert record.search("trawlers")[0].report


def test_a_record_that_is_not_there_says_what_to_do(tmp_path):
    with pytest.raises(RecordMissing, match="dragoman read"):
        Record(tmp_path / "none.db").events()


def test_importing_dragoman_loads_nothing_heavy():
    code = "import dragoman, sys; print('sqlalchemy' in sys.modules, 'spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
