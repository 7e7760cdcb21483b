"""Reports in and out of a record: bytes as they came, text, blocks and the full-text index."""

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sqlalchemy import Connection, func, insert, select, text

from dragoman.record.nouns import Block, Report
from dragoman.store import tables
from dragoman.store.folding import folded_words

_FIELDS = ("id", "file", "text", "media_type", "title", "outlet", "published", "language", "url")
_INDEX = text("INSERT INTO block_words (rowid, words) VALUES (:id, :words)")


def save_report(connection: Connection, report: Report, raw: bytes) -> None:
    """Keep a report and the bytes it came as; nothing changes where it is kept already."""
    if holds_report(connection, report.id):
        return
    connection.execute(
        insert(tables.report).values({field: getattr(report, field) for field in _FIELDS})
    )
    connection.execute(
        insert(tables.raw).values(report=report.id, size=len(raw), deflated=zlib.compress(raw))
    )
    for block in report.blocks:
        key = connection.execute(
            insert(tables.block).values(
                report=report.id, start=block.start, end=block.end, kind=block.kind, why=block.why
            )
        ).inserted_primary_key
        if block.kind != "furniture" and key is not None:
            connection.execute(
                text("INSERT INTO block_words (rowid, words) VALUES (:id, :words)"),
                {
                    "id": key[0],
                    "words": " ".join(folded_words(report.text[block.start : block.end])),
                },
            )


def holds_report(connection: Connection, report: str) -> bool:
    """Say whether the record keeps the report with this id."""
    found = select(tables.report.c.id).where(tables.report.c.id == report)
    return connection.execute(found).first() is not None


def count_reports(connection: Connection) -> int:
    """Return how many reports the record keeps."""
    number: int = connection.execute(select(func.count()).select_from(tables.report)).scalar_one()
    return number


def load_raw(connection: Connection, report: str) -> bytes:
    """Return the bytes a report came as. Raises sqlalchemy's NoResultFound for an unknown id."""
    deflated = select(tables.raw.c.deflated).where(tables.raw.c.report == report)
    return zlib.decompress(connection.execute(deflated).scalar_one())


def load_reports(connection: Connection, ids: Sequence[str] | None = None) -> list[Report]:
    """Return reports by date and file name; those with the given ids, or all."""
    table, blocks = tables.report, tables.block
    query = select(*(table.c[field] for field in _FIELDS))
    query = query.order_by(table.c.published.is_(None), table.c.published, table.c.file, table.c.id)
    cut = select(blocks).order_by(blocks.c.report, blocks.c.start)
    if ids is not None:
        query = query.where(table.c.id.in_(ids))
        cut = cut.where(blocks.c.report.in_(ids))
    by_report: dict[str, list[Block]] = {}
    for row in connection.execute(cut):
        block = Block(start=row.start, end=row.end, kind=row.kind, why=row.why)
        by_report.setdefault(row.report, []).append(block)
    return [
        Report(**row._mapping, blocks=tuple(by_report.get(row.id, ())))
        for row in connection.execute(query)
    ]


def unique_length(ids: Iterable[str], least: int) -> int:
    """Return how many characters of these ids tell them all apart, `least` or more."""
    ordered = sorted(ids)
    length = least
    for one, other in pairwise(ordered):
        while length < len(one) and one[:length] == other[:length]:
            length += 1
    return length
