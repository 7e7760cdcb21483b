"""The formats of a brief, and what all of them tell alike."""

from typing import Literal

from dragoman.store.views.brief.notes import Note
from dragoman.store.views.brief.paper import Part
from dragoman.store.views.words import date_words

Format = Literal["md", "html", "docx", "pdf"]


def note_words(note: Note) -> str:
    """Return a footnote without its quote: outlet, date, title, citation."""
    dated = date_words(note.published) if note.published else "no date"
    title = f", {note.title}" if note.title else ""
    return f"{note.outlet}, {dated}{title} {note.citation}"


def left_words(part: Part) -> str:
    """Return what to say of sentences that did not fit; nothing where all did."""
    return f"{part.left} more: {part.command}" if part.left else ""


def web_address(note: Note) -> str | None:
    """Return where a report stands on the web, if that is an address to follow safely."""
    url = note.url or ""
    return url if url.lower().startswith(("https://", "http://")) else None
