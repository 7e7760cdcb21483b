"""The English pipeline up to its frames, built once, and a way to read a few sentences with it."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.document import make_doc
from dragoman.readers.english.reading import FRAMES, build
from dragoman.record.nouns import Block, Report

Read = Callable[..., Doc]


def report_of(text: str, published: str | None = "2024-05-16", **fields: str) -> Report:
    """A report whose lines are its paragraphs."""
    blocks = tuple(
        Block(start=m.start(), end=m.end(), kind="paragraph")
        for m in re.finditer(r"\S[^\n]*", text)
    )
    return Report(
        id="r1",
        file="a.txt",
        text=text,
        media_type="text/plain",
        published=published,
        language="en",
        blocks=blocks,
        **fields,
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    return build(components=FRAMES)


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    def reading(text: str, published: str | None = "2024-05-16") -> Doc:
        return nlp(make_doc(nlp, report_of(text, published)))

    return reading


@pytest.fixture(scope="session")
def written() -> Callable[..., Report]:
    """Makes a report of a text."""
    return report_of
