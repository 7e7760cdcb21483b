"""Paragraphs that answer a query, the words marked where they stand, best first."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from dragoman.record.nouns import Mention
from dragoman.store.folding import folded_words, word_spans
from dragoman.store.search.conditions import condition, index, match_text, matches
from dragoman.store.search.query import Query, Words, parse, wanted
from dragoman.store.tables import block, evidence, report
from dragoman.store.views.citations import Citer

Span = tuple[int, int]


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
    items: tuple[str, ...]


def search(connection: Connection, text: str) -> list[Found]:
    """Return the paragraphs that answer `text` in the search language.

    Paragraphs with rarer words, and more of them, come first (BM25). Furniture is not searched
    for words. Raises QueryInvalid and ItemNotFound.
    """
    query = parse(text)
    words = list(wanted(query))
    citer = Citer(connection)
    found = []
    for row in connection.execute(_rows(connection, query, words)):
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
                items=_items(connection, mention),
            )
        )
    return found


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


def _rows(connection: Connection, query: Query, words: list[Words]) -> Select[Any]:
    # SQLite's substr counts code points from one, as our offsets do from nought.
    cut = func.substr(report.c.text, block.c.start + 1, block.c.end - block.c.start)
    rows = (
        select(
            block.c.report,
            block.c.start,
            block.c.end,
            cut.label("words"),
            report.c.file,
            report.c.outlet,
            report.c.published,
        )
        .join(report, report.c.id == block.c.report)
        .where(block.c.kind != "furniture", condition(connection, query))
    )
    order = (report.c.published.is_(None), report.c.published.desc(), report.c.file, block.c.start)
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
