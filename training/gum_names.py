"""Names out of GUM's entity layer, which marks every mention of a thing, named or not.

A mention gives a name where its head is a proper noun: the head with the parts of the name that
hang on it, contiguous, without article, title ("President") or possessor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPE_OF = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "event": "MISC",
    "object": "MISC",
    "abstract": "MISC",
}
_PARTS = {"compound", "flat", "amod", "punct", "nummod"}
_JOINING_WORDS = {"of", "for", "and", "the", "&"}
_EDGES = {"PUNCT", "DET", "ADP", "CCONJ"}
_OFFICES = frozenset((Path(__file__).parent / "offices.txt").read_text("utf-8").split())


@dataclass(frozen=True, slots=True)
class Parsed:
    """The layers of one sentence that tell a name from another mention."""

    words: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    kind: str


def labels(sentence: Parsed, misc: Sequence[str]) -> list[str]:
    """Return BIO labels of the named mentions, one a word; of nested names the widest stands."""
    tags = ["O"] * len(sentence.words)
    named = [name for span in _mentions(misc) if (name := _name(span, sentence))]
    for span in sorted(named, key=lambda span: (span.start - span.end, span.start)):
        if any(tag != "O" for tag in tags[span.start : span.end]):
            continue
        tags[span.start] = f"B-{span.kind}"
        tags[span.start + 1 : span.end] = [f"I-{span.kind}"] * (span.end - span.start - 1)
    return tags


def _mentions(misc: Sequence[str]) -> list[_Span]:
    """Read the CorefUD brackets: ``(7-person`` opens, ``7)`` closes, ``(7-person)`` does both."""
    opened: dict[str, list[tuple[int, str]]] = {}
    closed: list[_Span] = []
    for index, cell in enumerate(misc):
        layer = next((part[7:] for part in cell.split("|") if part.startswith("Entity=")), "")
        for opening, name, closing in re.findall(r"(\()?([^()]+)(\))?", layer):
            number, _, rest = name.partition("-")
            if opening:
                opened.setdefault(number, []).append((index, rest.partition("-")[0]))
            if closing and opened.get(number):
                start, kind = opened[number].pop()
                closed.append(_Span(start, index + 1, kind))
    return closed


def _name(span: _Span, sentence: Parsed) -> _Span | None:
    kind = _TYPE_OF.get(span.kind)
    head = next(
        index
        for index in range(span.start, span.end)
        if not span.start <= sentence.heads[index] < span.end
    )
    if kind is None or sentence.upos[head] != "PROPN":
        return None
    if kind == "PER" and sentence.xpos[head] == "NNPS":
        return None
    members = _members(head, kind, span, sentence)
    start, end = head, head + 1
    while start - 1 in members:
        start -= 1
    while end in members:
        end += 1
    while sentence.upos[start] in _EDGES:
        start += 1
    while end - 1 > head and sentence.upos[end - 1] in _EDGES:
        end -= 1
    if kind == "PER" and sentence.words[end - 1].lower() in _OFFICES:
        return None
    return _Span(start, end, kind)


def _members(head: int, kind: str, span: _Span, sentence: Parsed) -> set[int]:
    """Return the indices of the words that may belong to the name around its head."""
    members = {head}
    grown = True
    while grown:
        grown = False
        for index in range(span.start, span.end):
            if index in members or sentence.heads[index] not in members:
                continue
            if _belongs(index, kind, head, sentence):
                members.add(index)
                grown = True
    return members


def _belongs(index: int, kind: str, head: int, sentence: Parsed) -> bool:
    relation, word = sentence.relations[index], sentence.words[index]
    deeper = sentence.heads[index] != head
    if relation in {"case", "det", "cc"}:
        return kind != "PER" and deeper and word in _JOINING_WORDS
    if relation == "nmod" or (relation == "conj" and deeper):
        return kind in {"ORG", "MISC"} and sentence.upos[index] == "PROPN"
    if relation == "punct":
        return word in {"-", "–", "/", "."}
    if relation == "amod":
        return word[0].isupper()
    return relation in _PARTS and (sentence.upos[index] in {"PROPN", "NUM"} or word[0].isupper())
