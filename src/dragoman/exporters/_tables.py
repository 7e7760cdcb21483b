"""A record as tables, made from the fields of its nouns: what csv, xlsx and parquet write.

Every noun is a table. A single part of an item (the target of a commitment) becomes columns, many
parts (follow-ups, sides) a table of their own with the item's id and the part's position. All
mentions stand in the table `evidence`, and `told` brings their quotes to the item.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import inspect

from dragoman.exporters._walk import (
    distinct,
    key_of,
    mentions_of,
    nouns_of,
    origin_by_report,
    origins_of,
    places_of,
)
from dragoman.exporters.json import KEPT_BACK
from dragoman.record.nouns import Mention, Record, Report

Kind = Literal["string", "number", "integer", "boolean", "list"]
Value = str | float | int | bool | list[str] | None
_KINDS: dict[type[inspect.Type], Kind] = {
    inspect.StrType: "string",
    inspect.FloatType: "number",
    inspect.IntType: "integer",
    inspect.BoolType: "boolean",
}


class Column(NamedTuple):
    """A column: its name, what its cells are, and the words they may be where these are few."""

    name: str
    kind: Kind
    words: tuple[str, ...] = ()


class Table(NamedTuple):
    """A table; `key` is the column that tells its rows apart, where one does."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[list[Value]]]
    key: str | None = None


class _Read(NamedTuple):
    """A column and how its value is got from an item."""

    column: Column
    get: Callable[[Any], Value]


def tables(record: Record, reports: Sequence[Report]) -> list[Table]:
    """Return every table: reports, the nouns, their parts, and the evidence of all."""
    origin_of = origin_by_report(record)
    nouns = nouns_of(record)
    own = _Read(Column("origin", "string"), lambda report: origin_of.get(report.id, report.id))
    of_reports = [r for r in _reads(Report) if r.column.name not in KEPT_BACK]
    made = [_table("reports", [*of_reports, own], reports)]
    for noun, cls in _item_types().items():
        reads = _reads(cls)
        if noun != "origins":
            found = Column("origins", "list")
            reads = [*reads, _Read(found, lambda item: origins_of(item, origin_of))]
        made.append(_table(noun, reads, nouns[noun]))
        for field, part in _many_parts(cls):
            # Two nouns have sides: the second one's table has the noun's name before it.
            taken = any(table.name == field for table in made)
            made.append(_parts(field, part, nouns[noun], f"{noun}_{field}" if taken else field))
    made.append(_evidence(nouns))
    return made


def _table(name: str, reads: Sequence[_Read], items: Sequence[Any]) -> Table:
    columns = tuple(read.column for read in reads)
    key = "id" if any(column.name == "id" for column in columns) else None
    return Table(name, columns, lambda: ([r.get(item) for r in reads] for item in items), key)


def _parts(field: str, cls: type, items: Sequence[Any], name: str) -> Table:
    reads = _reads(cls)
    columns = (Column("item", "string"), Column("position", "integer"))

    def rows() -> Iterator[list[Value]]:
        for item in items:
            for position, part in enumerate(getattr(item, field)):
                yield [key_of(item), position, *(read.get(part) for read in reads)]

    return Table(name, (*columns, *(read.column for read in reads)), rows)


def _evidence(nouns: dict[str, tuple[Any, ...]]) -> Table:
    strings = ("noun", "item", "part", "report")
    columns = (
        *(Column(name, "string") for name in strings),
        Column("start", "integer"),
        Column("end", "integer"),
        Column("quote", "string"),
        Column("form", "string"),
    )

    def rows() -> Iterator[list[Value]]:
        for noun, items in nouns.items():
            for item in items:
                for part, m in places_of(item):
                    yield [noun, key_of(item), part, m.report, m.start, m.end, m.quote, m.form]

    return Table("evidence", columns, rows)


@cache
def _item_types() -> dict[str, type]:
    fields = inspect.type_info(Record)
    assert isinstance(fields, inspect.StructType)
    return {field.name: _many(field.type) or Mention for field in fields.fields}


@cache
def _reads(cls: type) -> list[_Read]:
    """Return the columns of a noun: its plain fields, those of single parts, and `told`."""
    reads: list[_Read] = []
    for name, bare in _fields(cls):
        part = _part(bare)
        if part is not None and part is not Mention:
            for read in _reads(part):
                reads.append(_below(name, read))
        elif isinstance(bare, inspect.VarTupleType) and _many(bare) is None:
            reads.append(_Read(Column(name, "list"), _getter(name, list)))
        elif isinstance(bare, inspect.LiteralType):
            words = tuple(str(value) for value in bare.values)
            reads.append(_Read(Column(name, "string", words), _getter(name)))
        elif type(bare) in _KINDS:
            reads.append(_Read(Column(name, _KINDS[type(bare)]), _getter(name)))
    names = [name for name, _ in _fields(cls)]
    if "mentions" in names and "names" not in names:
        reads.append(_Read(Column("told", "list"), _told))
    return reads


def _many_parts(cls: type) -> list[tuple[str, type]]:
    return [
        (name, part)
        for name, bare in _fields(cls)
        if (part := _many(bare)) is not None and part is not Mention
    ]


def _fields(cls: type) -> list[tuple[str, inspect.Type]]:
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    return [(field.name, _bare(field.type)) for field in info.fields]


def _bare(kind: inspect.Type) -> inspect.Type:
    """Return what a field holds where it holds anything."""
    if isinstance(kind, inspect.UnionType):
        held = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        return held[0] if len(held) == 1 else kind
    return kind


def _part(kind: inspect.Type) -> type[msgspec.Struct] | None:
    return kind.cls if isinstance(kind, inspect.StructType) else None


def _many(kind: inspect.Type) -> type[msgspec.Struct] | None:
    return _part(kind.item_type) if isinstance(kind, inspect.VarTupleType) else None


def _getter(name: str, turned: Callable[[Any], Value] | None = None) -> Callable[[Any], Value]:
    def get(item: Any) -> Value:
        value: Value = getattr(item, name)
        return turned(value) if turned else value

    return get


def _below(name: str, read: _Read) -> _Read:
    def get(item: Any) -> Value:
        part = getattr(item, name)
        return None if part is None else read.get(part)

    column = read.column
    return _Read(Column(f"{name}_{column.name}", column.kind, column.words), get)


def _told(item: Any) -> list[str]:
    return [" ".join(m.quote.split()) for m in distinct(list(mentions_of(item)))]
