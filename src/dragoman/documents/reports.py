"""Bytes to reports: the one way in, whatever the format."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath

import msgspec

from dragoman.documents.blocks import split
from dragoman.documents.extract import Extract
from dragoman.documents.language import language_of
from dragoman.documents.limits import (
    MAX_BYTES,
    MAX_HTML_BYTES,
    MAX_TEXT_BYTES,
    refuse_bytes,
    refuse_characters,
)
from dragoman.documents.manifest import Details
from dragoman.documents.metadata import details_of
from dragoman.record.errors import ReportEmpty, ReportFormat, ReportUnreadable
from dragoman.record.ids import report_id
from dragoman.record.nouns import Block, Report

_FORMATS = {
    ".txt": ("text", MAX_TEXT_BYTES),
    ".md": ("markdown", MAX_TEXT_BYTES),
    ".html": ("html", MAX_HTML_BYTES),
    ".htm": ("html", MAX_HTML_BYTES),
    ".pdf": ("pdf", MAX_BYTES),
}


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report and its bytes as they came."""

    report: Report
    raw: bytes


def read_report(path: Path, details: Details | None = None) -> Document:
    """Read the report in a file; its `file` is the file's name.

    `details` are those a manifest gives; they win over what the file says of itself. Raises a
    ReportError of the kind that tells why the file cannot be read.
    """
    limit = _format(path.name)[1]
    try:
        if not path.is_file():
            raise ReportUnreadable(f"{path} is not a regular file; give a file.")
        refuse_bytes(path.name, path.stat().st_size, limit)
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise ReportUnreadable(f"{path} cannot be read: {error.strerror or error}.") from error
    return Document(report=report_from_bytes(raw, path.name, details), raw=raw)


def report_from_bytes(raw: bytes, name: str, details: Details | None = None) -> Report:
    """Read a report from its bytes; the ending of `name` tells the format.

    Raises a ReportError as `read_report` does.
    """
    module, limit = _format(name)
    refuse_bytes(name, len(raw), limit)
    if not raw.strip():
        raise ReportEmpty(f"{name} is empty; fetch the report again or leave it out.")
    extract: Callable[[bytes, str], Extract] = import_module(f"dragoman.documents.{module}").extract
    found = extract(raw, name)
    refuse_characters(name, len(found.text))
    if not found.paragraphs:
        raise ReportEmpty(f"{name} holds no text; fetch the report again or leave it out.")
    return _report(found, raw, name, details or Details())


def _report(found: Extract, raw: bytes, name: str, given: Details) -> Report:
    known = given.or_else(found.details)
    layout = split(found.text, found.paragraphs, found.known, known.title)
    known = known.or_else(details_of(layout.clues))
    return Report(
        id=report_id(raw),
        file=name,
        text=found.text,
        media_type=found.media_type,
        title=known.title,
        outlet=known.outlet,
        published=known.published,
        language=given.language or _language(found, layout.blocks),
        url=known.url,
        blocks=layout.blocks,
    )


def _language(found: Extract, blocks: tuple[Block, ...]) -> str | None:
    """Return the language of the text where it can be told; markup is often a template's."""
    read = "\n".join(found.text[b.start : b.end] for b in blocks if b.kind != "furniture")
    told, marked = language_of(read), found.details.language
    if told is not None and marked is not None and marked.split("-")[0].lower() == told:
        return marked
    return told or marked


def _format(name: str) -> tuple[str, int]:
    ending = PurePath(name).suffix.lower()
    if ending not in _FORMATS:
        raise ReportFormat(f"{name} is in no format Dragoman reads ({', '.join(_FORMATS)}).")
    return _FORMATS[ending]
