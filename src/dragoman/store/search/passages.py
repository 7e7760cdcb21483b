"""Paragraphs that answer a query, the words marked where they stand, best first."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from dragoman.record.nouns import Mention
from dragoman.store.folding import folded_words, word_spans
from dragoman.store.search.conditions import (
    condition,
    full_text,
    index,
    match_text,
    matches,
)
from dragoman.store.search.query import Query, Words, parse, wanted
from dragoman.store.tables import block, evidence, report
from dragoman.store.views.citations import Citer

Span = tuple[int, int]
# SQLite takes a limited number of values in one statement.
_BATCH = 5000
# From so many answers on, a sort by date as well would take too long.
_MANY = 1000


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph: its text as it stands in the report, and where the words lie in it.

    `marks` are spans of `text`, end exclusive; `items` the ids of what has its evidence there.
    """

    citation: str
    report: str
    start: int
    end: int
    text: str
    marks: tuple[Span, ...]
    file: str
    outlet: str | None
    published: str | None
    title: str | None
    items: tuple[str, ...]


def search(
    connection: Connection, text: str, *, first: int = 0, number: int | None = None
) -> list[Found]:
    """Return the paragraphs that answer `text` in the search language: `number` from `first` on.

    Paragraphs with rarer words, and more of them, come first (BM25). Furniture is not searched
    for words. Raises QueryInvalid and ItemNotFound.
    """
    query = parse(text)
    words = list(wanted(query))
    citer = Citer(connection)
    found = []
    best = _keys(connection, query, words).offset(first).limit(number)
    for row in _rows(connection, connection.execute(best).scalars().all()):
        mention = Mention(report=row.report, start=row.start, end=row.end, quote=row.words)
        found.append(
            Found(
                citation=citer.cite(mention),
                report=row.report,
                start=row.start,
                end=row.end,
                text=row.words,
                marks=marks(row.words, words),
                file=row.file,
                outlet=row.outlet,
                published=row.published,
                title=row.title,
                items=_items(connection, mention),
            )
        )
    return found


def count_answers(connection: Connection, text: str) -> int:
    """Return how many paragraphs answer `text`. Raises QueryInvalid and ItemNotFound."""
    query = parse(text)
    words = full_text(query)
    if words is not None:
        # Furniture is not in the index.
        counted = select(func.count(index.c.rowid)).where(matches(words))
        return int(connection.execute(counted).scalar_one())
    answers = [block.c.kind != "furniture", condition(connection, query)]
    number: int = connection.execute(select(func.count(block.c.id)).where(*answers)).scalar_one()
    return number


def marks(text: str, words: Iterable[Words]) -> tuple[Span, ...]:
    """Return where the words, and the phrases as wholes, stand in `text`."""
    standing = list(word_spans(text))
    found: set[Span] = set()
    for looked_for in words:
        folded = folded_words(looked_for.text)
        for at in range(len(standing) - len(folded) + 1):
            if _stands(standing[at : at + len(folded)], folded, begins=looked_for.begins):
                found.add((standing[at][1], standing[at + len(folded) - 1][2]))
    return tuple(sorted(found))


def _stands(here: Sequence[tuple[str, int, int]], folded: list[str], *, begins: bool) -> bool:
    words = [word for word, _, _ in here]
    if begins:
        return words[:-1] == folded[:-1] and words[-1].startswith(folded[-1])
    return words == folded


def _rows(connection: Connection, keys: Sequence[int]) -> list[Any]:
    """Return paragraphs with what their reports say of themselves, in the order of `keys`."""
    # SQLite's substr counts code points from one, as our offsets do from nought.
    cut = func.substr(report.c.text, block.c.start + 1, block.c.end - block.c.start)
    columns = (block.c.id, block.c.report, block.c.start, block.c.end, cut.label("words"))
    told = (report.c.file, report.c.outlet, report.c.published, report.c.title)
    rows = select(*columns, *told).join(report, report.c.id == block.c.report)
    found = {}
    for start in range(0, len(keys), _BATCH):
        some = rows.where(block.c.id.in_(keys[start : start + _BATCH]))
        found.update({row.id: row for row in connection.execute(some)})
    return [found[key] for key in keys]


def _many(connection: Connection, text: str) -> bool:
    some = select(index.c.rowid).where(matches(text)).limit(_MANY).subquery()
    number = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return bool(number == _MANY)


def _keys(connection: Connection, query: Query, words: list[Words]) -> Select[Any]:
    """Return the query for the paragraphs that answer, best first, without their text.

    A sort would else read the text of all that answer. Where many paragraphs answer words alone,
    those of one rank come in the order they were read in.
    """
    text = full_text(query)
    if text is not None and _many(connection, text):
        best = select(index.c.rowid).where(matches(text))
        return best.order_by(index.c.rank, index.c.rowid)
    rows = (
        select(block.c.id)
        .join(report, report.c.id == block.c.report)
        .where(block.c.kind != "furniture")
    )
    order = (report.c.published.is_(None), report.c.published.desc(), report.c.file, block.c.start)
    if text is not None:
        ranked = select(index.c.rowid, index.c.rank).where(matches(text)).subquery()
        rows = rows.join(ranked, ranked.c.rowid == block.c.id)
        return rows.order_by(ranked.c.rank, *order)
    rows = rows.where(condition(connection, query))
    if not words:
        return rows.order_by(*order)
    any_word = " OR ".join(match_text(one) for one in words)
    ranked = select(index.c.rowid, index.c.rank).where(matches(any_word)).subquery()
    rows = rows.join(ranked, ranked.c.rowid == block.c.id, isouter=True)
    return rows.order_by(ranked.c.rank.is_(None), ranked.c.rank, *order)


def _items(connection: Connection, mention: Mention) -> tuple[str, ...]:
    query = (
        select(evidence.c.item)
        .distinct()
        .where(evidence.c.report == mention.report)
        .where(evidence.c.start < mention.end, evidence.c.end > mention.start)
        .order_by(evidence.c.item)
    )
    keys = (row.item.partition("/")[0] for row in connection.execute(query))
    return tuple(dict.fromkeys(key for key in keys if not key.startswith("e")))
