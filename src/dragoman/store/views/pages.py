"""A page of text: sections of lines, each line with the citations it rests on."""

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line. `under` lines explain it: a target, a follow-up, the sides of a disagreement."""

    text: str
    citations: tuple[str, ...] = ()
    item: str | None = None
    under: tuple["Line", ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Lines under a heading; `note` tells what a reader must know of them."""

    heading: str
    lines: tuple[Line, ...]
    note: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Sections under a title; `intro` says what the page rests on."""

    title: str
    intro: str
    sections: tuple[Section, ...]
