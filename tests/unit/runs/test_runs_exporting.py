"""A record written where the user wants it: whole or not at all, and no more than asked for."""

import json

import pytest

from dragoman.record.errors import FolderForeign, OutputNotWritten, QueryInvalid, UsageError
from dragoman.runs.exporting import export, export_seen
from dragoman.runs.whole import whole_file, whole_folder
from dragoman.store.views.filters import Filters


def taken(database, **asked) -> dict:
    with database.reading() as connection:
        return json.loads(export_seen(connection, "json", None, Filters(**asked)))


def ids(document) -> set[str]:
    return {row["id"] for rows in document.values() for row in rows if "id" in row}


def test_a_folder_needs_a_place(filled):
    with pytest.raises(UsageError, match="--output"):
        export(filled, "csv", None)


def test_a_folder_of_ours_is_written_anew_and_what_else_is_there_stays(filled, tmp_path):
    folder = tmp_path / "tables"
    export(filled, "csv", folder)
    (folder / "events.csv").write_text("old")
    (folder / "notes.txt").write_text("mine")
    export(filled, "csv", folder)
    assert (folder / "events.csv").read_text().startswith("id,")
    assert (folder / "notes.txt").read_text() == "mine"


def test_files_of_an_older_export_that_are_made_no_more_go(tmp_path):
    for names in (["a.csv", "b.csv"], ["a.csv"]):
        with whole_folder(tmp_path / "tables") as folder:
            described = {"generator": "dragoman", "resources": [{"path": n} for n in names]}
            (folder / "datapackage.json").write_text(json.dumps(described))
            for name in names:
                (folder / name).write_text(name)
    assert {p.name for p in (tmp_path / "tables").iterdir()} == {"a.csv", "datapackage.json"}


@pytest.mark.parametrize("inside", ["datapackage.json", "thesis.docx"])
def test_a_folder_that_is_not_ours_is_left_alone(filled, tmp_path, inside):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / inside).write_text('{"name": "another"}')
    with pytest.raises(FolderForeign, match="no export made"):
        export(filled, "csv", tmp_path / "own")
    assert [p.name for p in (tmp_path / "own").iterdir()] == [inside]


def test_a_descriptor_cannot_name_files_outside_its_folder(tmp_path):
    (tmp_path / "kept.txt").write_text("mine")
    (tmp_path / "own").mkdir()
    described = {"generator": "dragoman", "resources": [{"path": "../kept.txt"}]}
    (tmp_path / "own" / "datapackage.json").write_text(json.dumps(described))
    with whole_folder(tmp_path / "own") as folder:
        (folder / "new.csv").write_text("new")
    assert (tmp_path / "kept.txt").read_text() == "mine"


def test_a_file_where_a_folder_is_meant_is_left_alone(filled, tmp_path):
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(FolderForeign, match="is a file"):
        export(filled, "csv", tmp_path / "tables")


def test_a_file_that_breaks_off_is_not_there_and_the_old_one_stays(tmp_path):
    path = tmp_path / "record.json"
    path.write_text("old")

    def half():
        with whole_file(path) as stream:
            stream.write("half")
            raise OSError(28, "No space left on device")

    with pytest.raises(OutputNotWritten, match="No space"):
        half()
    assert [p.name for p in tmp_path.iterdir()] == ["record.json"]
    assert path.read_text() == "old"


def test_filters_keep_what_passes_and_all_that_it_speaks_of(filled):
    document = taken(filled, since="2025-06")
    assert "v-boats" in ids(document)
    assert "v-sign" not in ids(document)
    assert "e-wire" not in ids(document)
    pointed = {
        key
        for row in document["events"]
        for key in (*row["actors"], *row["recipients"], row["place"])
        if key
    }
    assert pointed <= ids(document)


def test_no_evidence_leads_to_a_report_that_is_not_there(filled):
    document = taken(filled, report="coast_mirror.txt")
    there = {row["id"] for row in document["reports"]}
    quoted = {
        m["report"]
        for noun in ("entities", "roles", "events", "commitments", "statements", "figures")
        for row in document[noun]
        for m in row["mentions"]
    }
    assert quoted <= there
    assert document["events"]


def test_without_filters_everything_is_there(filled):
    with filled.reading() as connection:
        assert export_seen(connection, "json", None, Filters()) == export(filled, "json", None)


def test_a_filter_that_is_none_is_told(filled):
    with pytest.raises(QueryInvalid, match="no date"):
        taken(filled, since="soon")
