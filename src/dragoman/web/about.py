"""The fields of an item in words, with links to whom and what they name."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.record.nouns import Commitment, Disagreement, Event, Figure, Statement
from dragoman.store.views.listing import Names
from dragoman.store.views.words import date_words, number, target_words
from dragoman.web.rows import rows

Item = Event | Commitment | Statement | Figure | Disagreement


class Value(NamedTuple):
    """A value of a field; `address` leads to what it names, where it has a page."""

    text: str
    address: str | None = None


Facts = list[tuple[str, list[Value]]]


def about(connection: Connection, item: Item, names: Names) -> Facts:
    """Return the fields of an item that hold something, each with its values."""
    found = _fields(connection, item, names)
    return [(label, values) for label, values in found if any(value.text for value in values)]


def _fields(connection: Connection, item: Item, names: Names) -> Facts:
    match item:
        case Event():
            return _event(item, names)
        case Commitment():
            return _commitment(item, names)
        case Statement():
            return _statement(item, names)
        case Figure():
            return _figure(item)
        case Disagreement():
            return [("Kind", _words(item.kind)), ("About", _subject(connection, item.about))]


def _event(item: Event, names: Names) -> Facts:
    return [
        ("Type", _words(" ".join(part for part in (item.type, item.mode) if part))),
        ("Date", _words(date_words(item.date) if item.date else "not told")),
        ("Dated by", _words(item.date_reason)),
        ("Who", _entities(item.actors, names)),
        ("To whom", _entities(item.recipients, names)),
        ("Place", _entities([item.place], names)),
        ("Told as", _words(item.hedge or "stated")),
    ]


def _commitment(item: Commitment, names: Names) -> Facts:
    return [
        ("Firmness", _words(item.kind)),
        ("Status", _words(item.status)),
        ("Due", _words(item.due_state)),
        ("Voiced", _words(date_words(item.date) if item.date else "day not told")),
        ("By", _entities(item.by, names)),
        ("To", _entities(item.to, names)),
        ("Subject", _words(item.subject)),
        ("Target", _words(target_words(item.target))),
    ]


def _statement(item: Statement, names: Names) -> Facts:
    speakers = dict.fromkeys(key for key in (item.speaker, *item.speakers) if key)
    return [
        ("Said by", _entities(speakers, names) or _words(item.source or "nobody named")),
        ("In the words", _words(item.source)),
        ("Through", _entities([item.via], names)),
        ("Told as", _words(item.hedge)),
    ]


def _figure(item: Figure) -> Facts:
    return [
        ("Measure", _words(item.measure)),
        ("Value", _words(f"{number(item.value)} {item.unit}")),
        ("Kind", _words(item.kind)),
    ]


def _words(text: str | None) -> list[Value]:
    return [Value(text)] if text else []


def _entities(keys: Iterable[str | None], names: Names) -> list[Value]:
    return [Value(names.get(key, key), f"/entity/{key}") for key in keys if key]


def _subject(connection: Connection, key: str | None) -> list[Value]:
    found = rows(connection, [key]) if key else []
    if not found and key:
        return [Value(key, f"/entity/{key}")]
    return [Value(row.text, row.address) for row in found]
