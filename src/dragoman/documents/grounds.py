"""What a report rests on, where its text says so.

In this order: the publication of an office (its letterhead, its address), the agency of a dateline
or sign-off, the paper that the headline or the first paragraph gives as its source.
"""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from dragoman.documents.credits import find_credit
from dragoman.documents.lines import Span
from dragoman.documents.mastheads import is_agency, outlet_name
from dragoman.documents.words import (
    alternatives,
    bare_words,
    ends_sentence,
    folded,
    is_name_like,
    words_of,
)
from dragoman.record.nouns import Block, Ground, Mention, Report

_OPENING = 5
_CLOSING = 6
_MOST_WORDS = 16
_MARKS = " ()[]/.-–—"
_PARTS = re.compile(r"\s+[–—|-]\s+|:\s|,\s|\n")
_WIRE = re.compile(r"\(\s*([^()]{2,40}?)\s*\)|/\s*([A-Z][^/()]{1,29}?)\s*/")


def ground_of(report: Report) -> Ground | None:
    """Return what `report` says it rests on; None where it does not say."""
    return next(_grounds(report), None)


def is_official(name: str) -> bool:
    """Say whether `name` is that of a government's office or an international organization."""
    words = bare_words(name)
    whole = f" {' '.join(words)} "
    held = any(f" {one} " in whole for one in (*_list("offices"), *_list("organizations")))
    return held and not {" ".join(words[-1:]), " ".join(words[-2:])} & set(_list("outlets"))


def _grounds(report: Report) -> Iterator[Ground]:
    yield from _publication(report)
    yield from _agency(report)
    yield from _paper(report)


def _publication(report: Report) -> Iterator[Ground]:
    """Yield the office whose own publication the report is."""
    if report.outlet and (is_official(report.outlet) or _is_official_host(report.url)):
        at = report.text.casefold().find(report.outlet.casefold())
        span = Span(at, at + len(report.outlet)) if at >= 0 else _first_line(report)
        yield _ground(report, report.outlet, official=True, span=span)
    opening, closing = report.blocks[:_OPENING], report.blocks[_OPENING:][-_CLOSING:]
    labelled = any(_is_label(report, block) for block in (*opening, *closing))
    for at, block in enumerate(opening):
        # A paper's headline may open with an office; a letterhead stands above another line.
        above = not report.outlet and any(_is_line(report, o) for o in opening[at + 1 :])
        if (labelled or above) and _is_line(report, block):
            yield from _office(report, block)
    for block in closing:
        if labelled and _is_line(report, block):
            yield from _office(report, block)
    first = next((block for block in report.blocks if block.kind == "paragraph"), None)
    found = _subject().match(report.text, first.start, first.end) if first and labelled else None
    if found is not None and is_official(found["name"]):
        yield _ground(report, found["name"], official=True, span=Span(*found.span("name")))


def _office(report: Report, block: Block) -> Iterator[Ground]:
    """Yield the office that a line names, without what stands beside its name."""
    line = report.text[block.start : block.end]
    at = 0
    for part in (*_PARTS.split(line), line):
        if is_official(part):
            at = line.index(part)
            span = Span(block.start + at, block.start + at + len(part))
            yield _ground(report, outlet_name(part), official=True, span=span)
            return


def _agency(report: Report) -> Iterator[Ground]:
    """Yield the agency of a dateline or of a sign-off, which may be furniture of its own."""
    for block in report.blocks:
        if block.kind == "dateline":
            for found in _WIRE.finditer(report.text, block.start, block.end):
                name = found[1] or found[2]
                if _is_wire(name, report.outlet):
                    span = Span(*found.span(1 if found[1] else 2))
                    yield _ground(report, name, official=False, span=span)
        elif block.why == "agency line":
            yield _signed(report, Span(block.start, block.end))
        elif block.kind == "paragraph":
            credit = find_credit(report.text, Span(block.start, block.end))
            if credit is not None and credit.why == "agency line":
                yield _signed(report, Span(credit.start, block.end))


def _paper(report: Report) -> Iterator[Ground]:
    """Yield the statement or readout by which the headline or the first paragraph tells it."""
    told = [block for block in report.blocks if block.kind in ("headline", "paragraph")]
    prose = [block for block in told if block.kind == "paragraph"]
    for block in (*told[:1], *prose[:1]):
        for pattern in _papers():
            found = pattern.search(report.text, block.start, block.end)
            if found is not None:
                name = " ".join(f"{found['paper']} of {found['name']}".split())
                yield _ground(report, name, official=False, span=Span(*found.span()))


def _signed(report: Report, span: Span) -> Ground:
    line = report.text[span.start : span.end]
    name = line.strip(_MARKS)
    start = span.start + line.index(name)
    return _ground(report, name, official=False, span=Span(start, start + len(name)))


def _ground(report: Report, name: str, *, official: bool, span: Span) -> Ground:
    quote = report.text[span.start : span.end]
    mention = Mention(report=report.id, start=span.start, end=span.end, quote=quote)
    return Ground(name=name, official=official, mention=mention)


def _first_line(report: Report) -> Span:
    kinds = ("headline", "paragraph")
    return next(Span(b.start, b.end) for b in (*report.blocks, _ALL) if b.kind in kinds)


# A report of furniture alone still has a first character to point at.
_ALL = Block(start=0, end=1, kind="paragraph")


def _is_label(report: Report, block: Block) -> bool:
    line = folded(report.text[block.start : block.end])
    return any(f"{line} ".startswith(f"{label} ") for label in _list("labels"))


def _is_line(report: Report, block: Block) -> bool:
    """Whether a block is a line of names or a heading and no sentence."""
    line = report.text[block.start : block.end]
    if block.kind == "paragraph" or ends_sentence(line):
        return False
    return is_name_like(line, _MOST_WORDS)


def _is_wire(name: str, outlet: str | None) -> bool:
    words = bare_words(name)
    own = outlet is not None and words == bare_words(outlet)
    return own or is_agency(name) or words[-1] in _list("wires")


def _is_official_host(url: str | None) -> bool:
    host = (urlsplit(url).hostname or "") if url else ""
    parts = host.split(".")
    own = any(host == end or host.endswith(f".{end}") for end in words_of("grounds")["hosts"])
    return own or (len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _list("host_parts"))


@cache
def _list(key: str) -> tuple[str, ...]:
    return tuple(folded(str(word)) for word in words_of("grounds")[key])


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(
        r"(?:The\s+)?(?P<name>[A-Z][\w’'.-]*(?:\s+(?:(?:of|for|and|the)\s+){0,2}[A-Z][\w’'.-]*)*)"
    )


@cache
def _papers() -> tuple[re.Pattern[str], ...]:
    lists = words_of("grounds")
    paper = rf"(?P<paper>{alternatives(lists['papers'])})"
    capital = r"[A-Z][\w’'.-]*"
    proper = rf"{capital}(?:\s+(?:(?:of|for|and|the|on)\s+){{0,2}}{capital})*"
    common = (
        rf"(?:the|its|his|her|their)\s+(?:[\w’'.-]+\s+){{0,4}}?(?:{alternatives(lists['issuers'])})"
    )
    name = (
        rf"(?P<name>(?:[Tt]he\s+)?{proper}(?:\s+(?:{alternatives(lists['issuers'])}))?|{common})\b"
    )
    return (
        # “… according to a readout issued on Monday by the Ministry of Trade”
        re.compile(
            rf"\b(?:[Aa]ccording\s+to|[Ii]n)\s+(?:a|an|the)\s+(?:\w+\s+){{0,2}}?{paper}"
            rf"(?:\s+(?:issued|released|published|put\s+out|made\s+public))?(?:\s+\w+){{0,2}}?"
            rf"\s+(?:by|of|from)\s+{name}"
        ),
        # “… the Ministry of Trade said in a statement”
        re.compile(
            rf"{name}(?:\s+has)?\s+(?:{alternatives(lists['says'])})(?:\s+\w+){{0,2}}?"
            rf"\s+in\s+(?:a|an|its|their)\s+(?:\w+\s+){{0,2}}?{paper}"
        ),
    )
