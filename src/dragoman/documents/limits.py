"""How large a report may be before it is refused: bounded time and memory for hostile files."""

from dragoman.record.errors import ReportTooLarge

MAX_BYTES = 50 * 1024 * 1024
"""No file over this size is read, whatever its format."""

MAX_CHARACTERS = 1_000_000
"""No report with more text than this is read: some 160,000 words, a thick book."""

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
"""Plain text over this size must hold too many characters; it is refused before it is decoded."""

MAX_HTML_BYTES = 10 * 1024 * 1024
"""Markup over this size takes minutes to take apart."""


def refuse_bytes(name: str, size: int, limit: int) -> None:
    """Raise ReportTooLarge if the file `name` of `size` bytes is over `limit` bytes."""
    if size > limit:
        raise ReportTooLarge(
            f"{name} has {_mega(size)} MB, more than the {_mega(limit)} MB that are read of "
            "such a file; split it into one file for each report."
        )


def refuse_characters(name: str, count: int) -> None:
    """Raise ReportTooLarge if the text of `name` has more than MAX_CHARACTERS code points."""
    if count > MAX_CHARACTERS:
        raise ReportTooLarge(
            f"{name} holds {count:,} characters of text, more than the {MAX_CHARACTERS:,} of "
            "one report; split it into one file for each report."
        )


def _mega(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0")
