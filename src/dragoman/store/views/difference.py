"""What has changed in a record since a day or a run.

What came and went again in between is not told. An item loses evidence where a later version of a
report, got from the same address, has not the quote any more, or where a new reading leaves the
report out; both versions stay in the record.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.record.nouns import Mention
from dragoman.store.changes import Run, changes_after, load_runs
from dragoman.store.decisions.linkage import led_to
from dragoman.store.linked import loading
from dragoman.store.tables import evidence, report
from dragoman.store.views.citations import Citer
from dragoman.store.views.filters import day
from dragoman.store.views.listing import Listing, listed

NOUNS: dict[str, Callable[[Connection, list[str]], list[Any]]] = {
    "event": loading.load_events,
    "commitment": loading.load_commitments,
    "statement": loading.load_statements,
    "figure": loading.load_figures,
    "disagreement": loading.load_disagreements,
    "entity": loading.load_entities,
}


class Altered(msgspec.Struct, frozen=True, kw_only=True):
    """An item whose status changed."""

    item: str
    noun: str
    before: str | None
    after: str | None


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """An item that is no more; `now` is the id that it leads to, where it was merged."""

    item: str
    noun: str
    quote: str | None
    now: str | None


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence that no longer stands.

    `newer` is the later version of the report, which has not the quote; None where a new reading
    of the same text leaves it out.
    """

    item: str
    report: str
    quote: str | None
    citation: str
    newer: str | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What has changed: new reports (file names) and items by noun, and what became of others.

    `undated` tells on which side reports without a date count, where days are compared.
    """

    runs: tuple[Run, ...]
    reports: tuple[str, ...]
    new: dict[str, Listing[Any]]
    altered: tuple[Altered, ...]
    lost: tuple[Lost, ...]
    gone: tuple[Gone, ...]
    undated: tuple[str, ...] = ()


def difference(connection: Connection, since: str) -> Difference:
    """Return what has changed since a day (that day's runs included) or after a run's number.

    Raises QueryInvalid for neither, ItemNotFound for a run that was not.
    """
    runs = load_runs(connection)
    after = _before(runs, since)
    new, altered, gone, reports = _net(changes_after(connection, after))
    found = {
        noun: listed(
            connection, load(connection, [key for key, kind in new.items() if kind == noun])
        )
        for noun, load in NOUNS.items()
    }
    return Difference(
        runs=tuple(run for run in runs if run.number > after),
        reports=tuple(_files(connection, reports)),
        new={noun: listing for noun, listing in found.items() if listing.rows},
        altered=tuple(altered),
        lost=(*_rewritten(connection, reports), *_unread(connection, after)),
        gone=tuple(
            Gone(item=row.item, noun=row.noun, quote=row.quote, now=led_to(connection, row.item))
            for row in gone
        ),
    )


def changed_items(connection: Connection, since: str) -> frozenset[str]:
    """Return the ids of the items that are new or whose status changed, as `difference` has it."""
    found = difference(connection, since)
    new = {row.item.id for listing in found.new.values() for row in listing.rows}
    return frozenset(new | {one.item for one in found.altered})


def _before(runs: Sequence[Run], since: str) -> int:
    """Return the number of the last run that does not count."""
    if since.isdecimal() and len(since) != len("2026"):
        number = int(since)
        if not any(run.number == number for run in runs):
            last = runs[-1].number if runs else 0
            raise ItemNotFound(f"there was no run {number}: the last one was {last}")
        return number
    try:
        first = day(since, "--since")[0]
    except QueryInvalid as error:
        raise QueryInvalid(f"{error}, or the number of a run") from error
    return max((run.number for run in runs if run.at[:10] < first), default=0)


def _net(
    rows: Sequence[Any],
) -> tuple[dict[str, str], list[Altered], list[Any], list[str]]:
    """Return what is new (noun by id), altered and gone, and the new reports."""
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    status: dict[str, tuple[str | None, str | None]] = {}
    for row in rows:
        if row.what == "status":
            before = status[row.item][0] if row.item in status else row.before
            status[row.item] = before, row.after
        elif row.what in ("new", "gone"):
            first.setdefault(row.item, row)
            last[row.item] = row
    nouns = {row.item: row.noun for row in rows}
    new = [key for key, row in last.items() if row.what == "new" and first[key].what == "new"]
    gone = [row for key, row in last.items() if row.what == "gone" and first[key].what == "gone"]
    altered = [
        Altered(item=key, noun=nouns[key], before=before, after=after)
        for key, (before, after) in sorted(status.items())
        if before != after and key not in new and (key not in last or last[key].what == "new")
    ]
    reports = [key for key in new if nouns[key] == "report"]
    told = {key: nouns[key] for key in new if nouns[key] in NOUNS}
    return told, altered, [row for row in gone if row.noun in NOUNS], reports


def _files(connection: Connection, reports: Sequence[str]) -> list[str]:
    rows = connection.execute(select(report.c.id, report.c.file).order_by(report.c.file))
    return [row.file for row in rows if row.id in set(reports)]


def _rewritten(connection: Connection, reports: Sequence[str]) -> Iterator[Lost]:
    """Yield the evidence in earlier versions of the new reports that the new ones have not."""
    citer = Citer(connection)
    several = (select(report.c.url).where(report.c.url.is_not(None)).group_by(report.c.url)).having(
        func.count() > 1
    )
    rows = connection.execute(
        select(report.c.id, report.c.url, report.c.text).where(report.c.url.in_(several))
    ).all()
    for newer in rows:
        if newer.id not in reports:
            continue
        text = " ".join(newer.text.split())
        for older in rows:
            if older.url == newer.url and older.id not in reports:
                for mention, item in _evidence_in(connection, older.id):
                    if " ".join(mention.quote.split()) not in text:
                        yield Lost(
                            item=item,
                            report=older.id,
                            quote=mention.quote,
                            citation=citer.cite(mention),
                            newer=newer.id,
                        )


def _unread(connection: Connection, after: int) -> Iterator[Lost]:
    """Yield the evidence that a new reading of the same report leaves out."""
    citer = Citer(connection)
    for row in changes_after(connection, after):
        if row.what == "evidence" and row.noun != "entity":
            for one in row.before.split():
                yield Lost(
                    item=row.item, report=one, quote=row.quote, citation=f"[{citer.short(one)}]"
                )


def _evidence_in(connection: Connection, key: str) -> Iterator[tuple[Mention, str]]:
    rows = select(evidence).where(evidence.c.report == key).order_by(evidence.c.start)
    seen = set()
    for row in connection.execute(rows):
        item = row.item.partition("/")[0]
        # Names stand in every version somewhere; what counts is what is told of them.
        if row.form is None and (item, row.start) not in seen:
            seen.add((item, row.start))
            yield Mention(report=key, start=row.start, end=row.end, quote=row.quote), item
