"""A file becomes a report: bytes kept, text verbatim, what a manifest says put first."""

from dragoman.documents.manifest import Details
from dragoman.documents.reports import read_report, report_from_bytes
from dragoman.record.ids import report_id

TEXT = """Peru and Chile to link power grids

By Rosa Example
9 June 2026

LIMA — Peru and Chile have agreed to connect their power grids by 2029, both governments said.
"""


def test_the_report_keeps_the_bytes_and_is_named_by_them(tmp_path):
    path = tmp_path / "grids.txt"
    raw = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    document = read_report(path)
    assert document.raw == raw
    assert document.report.id == report_id(raw)
    assert document.report.file == "grids.txt"
    assert document.report.text == TEXT
    assert document.report.media_type == "text/plain"


def test_the_text_says_title_and_date():
    report = report_from_bytes(TEXT.encode(), "a.txt")
    assert report.title == "Peru and Chile to link power grids"
    assert report.published == "2026-06-09"
    assert report.outlet is None
    assert report.language == "en"


def test_a_manifest_wins_over_the_text():
    given = Details(
        title="Grids",
        outlet="The Andean Mail",
        published="2026-06-10",
        url="https://mail.example/1",
        language="es",
    )
    report = report_from_bytes(TEXT.encode(), "a.txt", given)
    assert (report.title, report.outlet, report.published) == (
        "Grids",
        "The Andean Mail",
        "2026-06-10",
    )
    assert (report.url, report.language) == ("https://mail.example/1", "es")


def test_a_text_that_begins_with_prose_has_no_title():
    report = report_from_bytes(
        b"Peru and Chile have agreed to connect their power grids by 2029, both states said.",
        "a.txt",
    )
    assert report.title is None
    assert report.published is None


def test_the_same_bytes_give_the_same_report():
    assert report_from_bytes(TEXT.encode(), "a.txt") == report_from_bytes(TEXT.encode(), "a.txt")
