"""What the reader of a format hands on: the text, its paragraphs, and what markup says of them."""

import msgspec

from dragoman.documents.lines import Span
from dragoman.documents.manifest import Details
from dragoman.record.nouns import Block


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one file.

    `details` is what the file's markup gives for itself. `paragraphs` are the spans of `text`
    that hold one paragraph, heading or other line each, in order. `known` are the stretches that
    markup has already named; each lies within one paragraph.
    """

    text: str
    media_type: str
    paragraphs: tuple[Span, ...]
    details: Details = Details()
    known: tuple[Block, ...] = ()
