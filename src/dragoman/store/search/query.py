"""The search language: words, "phrases", stems*, field:value, AND, OR, NOT and brackets.

    drone AND (export OR sale) NOT navy
    "joint commission" outlet:herald since:2025
    type:AGREE country:JPN

Words that stand side by side are all wanted. NOT binds closest, then AND, then OR.
"""

import re
from collections.abc import Iterator

import msgspec

from dragoman.record.errors import QueryInvalid

_CLOSERS = ("AND", "OR", ")")
_TOKEN = re.compile(r'\s*(?:([()])|((?:[A-Za-z]+:)?"[^"]*"|[^\s()"]+))')

# SQLite and Python both bound how deep an expression may nest.
MOST_TOKENS = 100


class Words(msgspec.Struct, frozen=True, tag=True):
    """Words that stand in this order; the last may be the beginning of one."""

    text: str
    begins: bool = False


class Field(msgspec.Struct, frozen=True, tag=True):
    """A field and the value it must have."""

    name: str
    value: str


class Not(msgspec.Struct, frozen=True, tag=True):
    """What must not hold."""

    part: "Query"


class All(msgspec.Struct, frozen=True, tag=True):
    """Parts that must all hold."""

    parts: tuple["Query", ...]


class Some(msgspec.Struct, frozen=True, tag=True):
    """Parts of which one must hold."""

    parts: tuple["Query", ...]


Query = Words | Field | Not | All | Some


def parse(text: str) -> Query:
    """Return the query that `text` writes. Raises QueryInvalid."""
    tokens = _tokens(text)
    if not tokens:
        raise QueryInvalid("the search is empty: give a word, or field:value")
    if len(tokens) > MOST_TOKENS:
        raise QueryInvalid(f"the search has more than {MOST_TOKENS} words and brackets: shorten it")
    tokens.reverse()
    query = _some(tokens)
    if tokens:
        raise QueryInvalid(f"the search {text!r} closes a bracket it did not open")
    return query


def wanted(query: Query) -> Iterator[Words]:
    """Yield the words of a query that are looked for, not those that must not stand."""
    match query:
        case Words():
            yield query
        case All(parts) | Some(parts):
            for part in parts:
                yield from wanted(part)
        case _:
            return


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise QueryInvalid(f'the search {text!r} opens a quote that is not closed with "')
        found.append(match[1] or match[2])
        at = match.end()
    return found


def _some(tokens: list[str]) -> Query:
    parts = [_all(tokens)]
    while tokens and tokens[-1] == "OR":
        tokens.pop()
        parts.append(_all(tokens))
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def _all(tokens: list[str]) -> Query:
    parts = [_not(tokens)]
    while tokens and tokens[-1] not in ("OR", ")"):
        if tokens[-1] == "AND":
            tokens.pop()
        parts.append(_not(tokens))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _not(tokens: list[str]) -> Query:
    if not tokens or tokens[-1] in _CLOSERS:
        after = f"before {tokens[-1]}" if tokens else "at the end"
        raise QueryInvalid(f"the search lacks a word {after}; quote AND, OR, NOT to look for them")
    first = tokens.pop()
    if first == "NOT":
        return Not(_not(tokens))
    if first != "(":
        return _leaf(first)
    query = _some(tokens)
    if not tokens or tokens.pop() != ")":
        raise QueryInvalid("the search opens a bracket it does not close")
    return query


def _leaf(token: str) -> Query:
    name, colon, value = token.partition(":")
    if colon and name.isalpha() and value and not value.startswith("//"):
        return Field(name.lower(), value.strip('"'))
    bare = token.strip('"')
    return Words(bare.rstrip("*"), begins=bare.endswith("*"))
