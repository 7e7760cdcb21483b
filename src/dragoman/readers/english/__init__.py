"""The default reader: English coverage of diplomacy, trade and defence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.record.protocols import Reader


def reader(pipeline_name: str | None = None) -> "Reader":
    """Return the English reader; `pipeline_name` puts another installed spaCy pipeline under it."""
    from dragoman.readers.english.reading import EnglishReader

    return EnglishReader(pipeline_name)
