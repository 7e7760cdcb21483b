"""PDF files: the text in reading order, one paragraph a line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.documents.extract import Extract
from dragoman.documents.isolation import extract_apart
from dragoman.documents.limits import refuse_characters
from dragoman.documents.lines import Span
from dragoman.documents.manifest import Details
from dragoman.documents.pdf_lines import PrintedLine, paragraphs_of_pages
from dragoman.documents.words import folded
from dragoman.record.errors import ReportDamaged, ReportLocked, ReportWithoutText

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]

MAX_PAGES = 1000


def extract(raw: bytes, name: str) -> Extract:
    """Return the text of a .pdf file.

    Raises ReportLocked for one with a password, ReportWithoutText for one of pictures,
    ReportTooLarge, and ReportDamaged where it cannot be opened.
    """
    return extract_apart(raw, name, "pdf")


def extract_here(raw: bytes, name: str) -> Extract:
    """Do the work of `extract` in this process."""
    document = _opened(raw, name)
    try:
        pages = [_printed(document, index) for index in range(min(len(document), MAX_PAGES))]
        title = document.get_metadata_dict().get("Title", "").strip()
    finally:
        document.close()
    lines = paragraphs_of_pages(pages)
    if not any(char.isalpha() for line in lines for char in line):
        raise ReportWithoutText(
            f"{name} holds no text, only pictures; recognise its text first (OCR)."
        )
    text = "\n".join(lines)
    refuse_characters(name, len(text))
    return Extract(
        text=text,
        media_type="application/pdf",
        paragraphs=tuple(_spans(lines)),
        # Titles of files are often those of templates: one counts if the text has it too.
        details=Details(title=title if _is_printed(title, lines) else None),
    )


def _opened(raw: bytes, name: str) -> "pypdfium2.PdfDocument":
    import pypdfium2
    from pypdfium2.raw import (  # type: ignore[import-untyped]
        FPDF_ERR_PASSWORD,
        FPDF_ERR_SECURITY,
    )

    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise ReportLocked(f"{name} has a password; save it without one.") from error
        raise ReportDamaged(f"{name} is damaged or no PDF; fetch it again.") from error


def _printed(document: "pypdfium2.PdfDocument", index: int) -> list[PrintedLine]:
    """Return the lines of one page; those of a damaged page are none."""
    import pypdfium2

    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    return list(_lines(text))


def _lines(page: "pypdfium2.PdfTextPage") -> Iterator[PrintedLine]:
    from pypdfium2.raw import FPDFText_GetFontSize

    text = page.get_text_range()
    # Signs beyond the basic plane shift the indices; then lines go without their places.
    placed = len(text) == page.count_chars()
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        first = start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if not stripped:
            continue
        if not placed:
            yield PrintedLine(stripped)
            continue
        left, bottom, _, _ = page.get_charbox(first, loose=True)
        right = page.get_charbox(first + len(stripped) - 1, loose=True)[2]
        yield PrintedLine(stripped, left, right, bottom, FPDFText_GetFontSize(page, first))


def _is_printed(title: str, lines: list[str]) -> bool:
    return bool(title) and any(folded(line) == folded(title) for line in lines[:10])


def _spans(lines: list[str]) -> Iterator[Span]:
    start = 0
    for line in lines:
        yield Span(start, start + len(line))
        start += len(line) + 1
