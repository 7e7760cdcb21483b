"""PDF: paragraphs put together again, running lines once, each failure named."""

import pdf_files
import pytest

from dragoman.documents.isolation import extract_apart
from dragoman.documents.pdf_lines import PrintedLine, paragraphs_of_pages
from dragoman.documents.reports import report_from_bytes
from dragoman.record.errors import ReportDamaged, ReportLocked, ReportWithoutText


def test_a_newspaper_of_two_pages():
    report = report_from_bytes(pdf_files.newspaper(), "a.pdf")
    lines = report.text.split("\n")
    assert lines[0] == " ".join(pdf_files.HEADER.split())
    assert lines[1] == pdf_files.HEADLINE
    assert lines[2:] == [pdf_files.PARAGRAPH.format(number) for number in range(14)]
    assert report.title == pdf_files.HEADLINE
    assert report.outlet == "The Coast Courier"
    assert report.published == "2026-03-04"
    assert report.media_type == "application/pdf"


def test_a_title_in_the_file_counts_only_if_it_is_printed():
    raw = pdf_files.newspaper(paragraphs=1, title="Microsoft Word - draft7.docx")
    assert report_from_bytes(raw, "a.pdf").title == pdf_files.HEADLINE


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (pdf_files.newspaper(password="secret", paragraphs=1), ReportLocked),
        (pdf_files.of_pictures(), ReportWithoutText),
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog >>", ReportDamaged),
    ],
)
def test_what_cannot_be_read(raw, error):
    with pytest.raises(error):
        report_from_bytes(raw, "a.pdf")


def test_a_process_that_dies_makes_a_damaged_report():
    with pytest.raises(ReportDamaged, match="cannot be taken apart"):
        extract_apart(b"", "a.pdf", "no_such_format")


def printed(*lines, page_height=700):
    return [
        PrintedLine(text, 50.0, 50.0 + 5 * len(text), page_height - 14.0 * index, 11.0)
        for index, text in enumerate(lines)
    ]


def test_a_word_broken_over_two_lines_is_joined():
    pages = [
        printed(
            "The ministers agreed to widen coop-",
            "eration in ports and on long-",
            "term loans, and said that the long-term plan stands.",
        )
    ]
    assert paragraphs_of_pages(pages) == [
        "The ministers agreed to widen cooperation in ports and on long-term loans, and said that "
        "the long-term plan stands."
    ]


def test_a_sentence_goes_on_over_the_page():
    pages = [
        printed("The ministers agreed that the", page_height=100),
        printed("works begin in May.", page_height=700),
    ]
    assert paragraphs_of_pages(pages) == ["The ministers agreed that the works begin in May."]


def test_footers_stand_once_at_the_end_and_page_numbers_nowhere():
    pages = [
        printed("The Gazette", f"Story number {word} is told here.", "gazette.example", "- 1 -")
        for word in ("one", "two", "three")
    ]
    assert paragraphs_of_pages(pages) == [
        "The Gazette",
        "Story number one is told here.",
        "Story number two is told here.",
        "Story number three is told here.",
        "gazette.example",
    ]


def test_lines_without_places_are_joined_by_their_sentences():
    long = "The two ministers agreed on Monday in the capital to widen the"
    assert paragraphs_of_pages([[PrintedLine(long), PrintedLine("port. They left.")]]) == [
        f"{long} port. They left."
    ]
