"""Web pages: the article out of the page, and what its markup says of it. Nothing is fetched."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.documents.decoding import decode
from dragoman.documents.extract import Extract
from dragoman.documents.isolation import extract_apart
from dragoman.documents.lines import Span
from dragoman.documents.manifest import Details
from dragoman.documents.words import count_words, ends_sentence, folded
from dragoman.record.errors import ReportDamaged, ReportWithoutText
from dragoman.record.nouns import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_HEAD = 4096
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
# What a page may declare; others (UTF-7, escapes) are no encodings of pages but attacks.
_DECLARABLE = re.compile(
    r"utf-?8|us-ascii|latin-?[1-9]|iso-8859-\d+|windows-\d+|cp\d+|koi8-[ru]|gb\w+|big5[\w-]*"
    r"|shift[_-]jis|euc-\w+|iso-2022-jp|tis-620|macintosh|x-mac-\w+",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# The extractor's time grows with the square of the tags; no page of one article has so many.
_MOST_TAGS_HERE = 10_000
_FEWEST_WORDS = 8
_BLOCKS = ("p", "head", "item", "cell", "quote", "code", "row", "list", "table", "div", "ab")
# Searching a whole page for anything like a date would find those of other articles.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


def extract(raw: bytes, name: str) -> Extract:
    """Return the main text of an .html file, one paragraph a line, with headings known.

    Raises ReportWithoutText if there is no article in the page, ReportDamaged if the page cannot
    be taken apart, ReportBinary, ReportEncoding.
    """
    if raw.count(b"<") > _MOST_TAGS_HERE:
        return extract_apart(raw, name, "html")
    return extract_here(raw, name)


def extract_here(raw: bytes, name: str) -> Extract:
    """Do the work of `extract` in this process, however long it takes."""
    text = decode(raw, name, _declared(raw))
    try:
        page = _read(text)
    except Exception as error:
        # Hostile markup reaches deep into the parser; whatever it raises, the page is damaged.
        raise ReportDamaged(
            f"{name} cannot be taken apart as a web page; save it again."
        ) from error
    if page is None:
        raise ReportWithoutText(
            f"{name} holds no article; save the page of one article, or its text as .txt."
        )
    return page


def _declared(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:_HEAD])
    label = match[1].decode("ascii").lower() if match else ""
    if not _DECLARABLE.fullmatch(label):
        return None
    # As browsers do: what is declared as Latin-1 is Windows-1252.
    return "cp1252" if label in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else label


def _read(text: str) -> Extract | None:
    from trafilatura import bare_extraction, load_html

    tree = load_html(text)
    if tree is None:
        return None
    language = (tree.get("lang") or "").strip().replace("_", "-")
    titles = [_text(heading) for heading in tree.iter("h1")]
    found = bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    lines = [(line, kind) for line, kind in _lines(found.body) if line]
    if not any(kind is None and _is_sentence(line) for line, kind in lines):
        return None
    details = _details(found, language)
    headline = _headline(details.title, titles)
    if headline and all(folded(line) != folded(headline) for line, _ in lines[:3]):
        lines.insert(0, (headline, "h1"))
    return _laid_out(lines, details)


def _is_sentence(line: str) -> bool:
    return count_words(line) >= _FEWEST_WORDS and ends_sentence(line)


def _lines(element: "HtmlElement") -> Iterator[tuple[str, str | None]]:
    """Yield the lines of the extracted tree and, of headings, their level."""
    level = str(element.get("rend") or "h2") if element.tag == "head" else None
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield _folded("".join(pieces)), level
            yield from _lines(child)
            pieces = []
        elif child.tag == "lb":
            yield _folded("".join(pieces)), level
            pieces = []
        else:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    yield _folded("".join(pieces)), level


def _text(element: "HtmlElement") -> str:
    return _folded("".join(str(piece) for piece in element.itertext()))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _details(found: "Document", language: str) -> Details:
    outlet = found.sitename
    if outlet and (outlet.startswith("http") or outlet == found.hostname):
        outlet = None
    return Details(
        title=_folded(found.title or "") or None,
        outlet=_folded(outlet or "") or None,
        published=found.date,
        url=found.url if found.url and found.url.startswith("http") else None,
        language=language if _LANGUAGE.fullmatch(language) else None,
    )


def _headline(title: str | None, printed: list[str]) -> str | None:
    """Return the headline as the page prints it, which may be longer than its title."""
    for heading in printed:
        if title and heading and folded(title) in (folded(heading), folded(heading)[: len(title)]):
            return heading
    return title


def _laid_out(lines: list[tuple[str, str | None]], details: Details) -> Extract:
    text = "\n".join(line for line, _ in lines)
    paragraphs = []
    known = []
    start = 0
    titled = False
    for line, level in lines:
        span = Span(start, start + len(line))
        paragraphs.append(span)
        if level is not None:
            kind: BlockKind = "subhead" if titled or level != "h1" else "headline"
            titled = titled or level == "h1"
            known.append(Block(start=span.start, end=span.end, kind=kind))
        start = span.end + 1
    return Extract(
        text=text,
        media_type="text/html",
        paragraphs=tuple(paragraphs),
        details=details,
        known=tuple(known),
    )
