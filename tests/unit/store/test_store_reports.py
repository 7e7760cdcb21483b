"""Reports and readings kept."""

import msgspec

from dragoman.record.nouns import Reading
from dragoman.store.readings import (
    current_readings,
    holds_reading,
    make_current,
    needs_linking,
    readings_digest,
    save_reading,
)
from dragoman.store.reports import count_reports, load_raw, load_reports, save_report, unique_length


def test_a_report_comes_back_as_it_was_kept(filled, coverage):
    with filled.reading() as connection:
        assert load_reports(connection) == list(coverage.reports.values())
        for stem, report in coverage.reports.items():
            assert load_raw(connection, report.id) == coverage.raw[stem]


def test_keeping_a_report_again_changes_nothing(filled, coverage):
    report = coverage.reports["fjord_wire"]
    other = msgspec.structs.replace(report, title="Another title")
    with filled.writing() as connection:
        save_report(connection, other, b"other bytes")
    with filled.reading() as connection:
        assert load_reports(connection, [report.id]) == [report]
        assert count_reports(connection) == 3


def test_unique_length_tells_ids_apart():
    assert unique_length(["rabcd1", "rabcd2", "rffff0"], 3) == 6
    assert unique_length(["rabcd1"], 3) == 3
    assert unique_length([], 3) == 3


def test_the_reading_asked_for_last_counts_and_none_is_lost(filled, coverage):
    key = coverage.reports["fjord_wire"].id
    first, second = (Reading(report=key, reader="r", version=v) for v in ("1", "2"))
    with filled.writing() as connection:
        save_reading(connection, first)
        save_reading(connection, second)
        assert list(current_readings(connection)) == [second]
        make_current(connection, key, "r", "1")
        assert list(current_readings(connection)) == [first]
        assert holds_reading(connection, key, "r", "2")


def test_another_reading_or_another_linker_calls_for_linking(filled, coverage):
    key = coverage.reports["fjord_wire"].id
    with filled.writing() as connection:
        before = readings_digest(connection, "1")
        save_reading(connection, Reading(report=key, reader="r", version="1"))
        assert readings_digest(connection, "1") != before
        assert readings_digest(connection, "1") != readings_digest(connection, "2")
        assert needs_linking(connection, "1")
