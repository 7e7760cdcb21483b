"""Plain text files."""

from dragoman.documents.decoding import decode
from dragoman.documents.extract import Extract
from dragoman.documents.lines import paragraphs_of


def extract(raw: bytes, name: str) -> Extract:
    """Return the text of a .txt file as it is. Raises ReportBinary, ReportEncoding."""
    text = decode(raw, name)
    return Extract(text=text, media_type="text/plain", paragraphs=paragraphs_of(text))
