"""The read stage: what is read, what is not, and what the record holds afterwards."""

from pathlib import Path

import pytest

from dragoman.record.errors import ManifestInvalid, NothingToRead, PathMissing, RecordNotWritten
from dragoman.runs import reading as module
from dragoman.runs.exporting import export
from dragoman.runs.opening import open_record
from dragoman.runs.outcome import Unwatched
from dragoman.runs.reading import Order, Pick, preview, read
from dragoman.store.reports import count_reports, load_reports

SCRIPTED = Pick(reader="scripted")


def order(scripted, *paths: Path, **more) -> Order:
    return Order(paths=paths or (scripted.folder,), record=scripted.record, pick=SCRIPTED, **more)


def states(outcome) -> dict[str, str]:
    return {taken.path.name: taken.state for taken in outcome.taken}


def exported(scripted) -> str:
    return export(open_record(scripted.record), "json", None)


def test_a_folder_is_read_linked_and_exported(scripted):
    outcome = read(order(scripted))
    assert states(outcome) == {
        "coast_mirror.txt": "read",
        "fjord_wire.txt": "read",
        "harbour_ledger.txt": "read",
        "manifest.yaml": "skipped",
    }
    assert outcome.linked
    assert "Bjørn Sæther" in exported(scripted)


def test_reading_again_changes_nothing(scripted):
    read(order(scripted))
    before = exported(scripted)
    outcome = read(order(scripted))
    assert outcome.count("already read") == 3
    assert not outcome.linked
    assert exported(scripted) == before


def test_the_order_of_the_files_does_not_matter(scripted, tmp_path):
    read(order(scripted))
    before = exported(scripted)
    scripted.record = tmp_path / "other.db"
    for name in ("harbour_ledger", "fjord_wire", "coast_mirror"):
        read(order(scripted, scripted.folder / f"{name}.txt"))
    assert exported(scripted) == before


def test_another_version_of_the_reader_reads_again(scripted):
    read(order(scripted))
    scripted.script.write_text(scripted.script.read_text() + "\n")
    assert read(order(scripted)).count("read") == 3


def test_a_report_that_cannot_be_read_costs_only_itself(scripted):
    (scripted.folder / "empty.txt").write_bytes(b"")
    outcome = read(order(scripted))
    assert states(outcome)["empty.txt"] == "not read"
    assert outcome.count("read") == 3


def test_the_manifest_gives_what_the_text_does_not(scripted):
    read(order(scripted))
    with open_record(scripted.record).reading() as connection:
        known = {one.file: (one.outlet, one.published) for one in load_reports(connection)}
    assert known["harbour_ledger.txt"] == ("Harbour Ledger", "2025-07-01")


def test_a_named_manifest_goes_before_one_beside_the_file(scripted):
    named = scripted.folder / "more.csv"
    named.write_text("file,outlet\nharbour_ledger.txt,The Harbour Ledger\n")
    read(order(scripted, scripted.folder / "harbour_ledger.txt", manifest=named))
    with open_record(scripted.record).reading() as connection:
        (one,) = load_reports(connection)
    assert (one.outlet, one.published) == ("The Harbour Ledger", "2025-07-01")


def test_files_a_named_manifest_speaks_of_in_vain_are_told(scripted):
    named = scripted.folder / "more.csv"
    named.write_text("file,outlet\ngone.txt,The Harbour Ledger\n")
    outcome = read(order(scripted, manifest=named))
    assert states(outcome)["gone.txt"] == "skipped"


def test_another_run_that_came_first_is_no_failure(scripted, monkeypatch):
    gate, others = module.passed, []

    def slow(reading, report):
        if not others:
            others.append(report)
            read(order(scripted))
        return gate(reading, report)

    monkeypatch.setattr(module, "passed", slow)
    assert read(order(scripted)).count("not read") == 0
    with open_record(scripted.record).reading() as connection:
        assert count_reports(connection) == 3


def test_a_manifest_that_cannot_be_used_stops_the_run(scripted):
    bad = scripted.folder / "bad.csv"
    bad.write_text("file,published\nx.txt,someday\n")
    with pytest.raises(ManifestInvalid):
        read(order(scripted, manifest=bad))
    assert not scripted.record.exists()


def test_a_path_that_is_not_there_and_a_folder_without_reports(scripted, tmp_path):
    with pytest.raises(PathMissing):
        read(order(scripted, tmp_path / "none"))
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "photo.jpg").write_bytes(b"x")
    with pytest.raises(NothingToRead, match="bare"):
        read(order(scripted, bare))
    assert not scripted.record.exists()


def test_a_missing_path_beside_others_is_noted(scripted, tmp_path):
    outcome = read(order(scripted, tmp_path / "none.txt", scripted.folder))
    assert outcome.count("not read") == 1
    assert outcome.count("read") == 3


def test_a_dry_run_tells_and_writes_nothing(scripted):
    assert preview(order(scripted)).count("would read") == 3
    assert not scripted.record.exists()
    read(order(scripted, scripted.folder / "fjord_wire.txt"))
    outcome = preview(order(scripted))
    assert (outcome.count("would read"), outcome.count("already read")) == (2, 1)


class Breaking:
    """A reader that breaks on the second report."""

    name, version = "breaking", "1"

    def __init__(self, error: type[BaseException], inner) -> None:
        self.error, self.inner, self.calls = error, inner, 0

    def read(self, reports):
        self.calls += 1
        if self.calls == 2:
            raise self.error("no")
        yield from self.inner.read(reports)


@pytest.fixture
def breaking(scripted, monkeypatch):
    found = module.find_reader

    def use(error: type[BaseException]) -> None:
        reader = Breaking(error, found("scripted"))
        monkeypatch.setattr(module, "find_reader", lambda *_: reader)

    return use


def test_a_reader_that_breaks_costs_one_report(scripted, breaking):
    breaking(ValueError)
    outcome = read(order(scripted))
    assert outcome.count("read") == 2
    (lost,) = [one for one in outcome.taken if one.state == "not read"]
    assert "broke the reader breaking (ValueError: no)" in lost.why


def test_an_interrupted_run_keeps_and_links_what_was_whole(scripted, breaking):
    breaking(KeyboardInterrupt)
    outcome = read(order(scripted))
    assert outcome.interrupted
    assert (outcome.count("read"), outcome.left) == (1, 3)
    assert outcome.linked
    with open_record(scripted.record).reading() as connection:
        assert count_reports(connection) == 1


def test_a_run_broken_off_before_linking_is_linked_by_the_next_command(scripted, monkeypatch):
    def broken_off(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "link_if_needed", broken_off)
        with pytest.raises(KeyboardInterrupt):
            read(order(scripted))
    assert "Bjørn Sæther" in exported(scripted)


def test_a_full_disk_keeps_what_was_whole(scripted, monkeypatch):
    save, saved = module.save_report, []

    def short_of_space(connection, report, raw):
        if saved:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(9999999)")
        saved.append(report.id)
        save(connection, report, raw)

    monkeypatch.setattr(module, "save_report", short_of_space)
    with pytest.raises(RecordNotWritten, match="no space left"):
        read(order(scripted))
    with open_record(scripted.record, Unwatched()).reading() as connection:
        assert [one.id for one in load_reports(connection)] == saved[:1]
