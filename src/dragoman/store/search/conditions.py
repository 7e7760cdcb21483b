"""A query as a condition on the paragraphs of the record."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    exists,
    func,
    not_,
    or_,
    select,
    table,
)

from dragoman.record.errors import QueryInvalid
from dragoman.store.countries import country_code
from dragoman.store.folding import fold, folded_words
from dragoman.store.search.query import All, Field, Not, Query, Some, Words
from dragoman.store.tables import (
    block,
    entity,
    entity_name,
    evidence,
    item,
    party,
    report,
    statement,
)
from dragoman.store.views.filters import STATUSES, day, kinds_of, known, report_ids

Condition = ColumnElement[bool]
# From so many paragraphs on an answer is asked of each item rather than its items listed.
_FREQUENT = 2000
_NOUNS = ("event", "commitment", "statement", "figure", "entity", "disagreement")
index = table("block_words", column("rowid"), column("block_words"), column("rank"))


def condition(connection: Connection, query: Query) -> Condition:
    """Return what a row of `block` must meet. Raises QueryInvalid and ItemNotFound."""
    text = full_text(query)
    if text is not None:
        return block.c.id.in_(select(index.c.rowid).where(matches(text)))
    match query:
        case Words():
            raise AssertionError("words are full text")
        case Field(name, value):
            return _field(connection, name)(value)
        case Not(part):
            return not_(condition(connection, part))
        case All(parts):
            return and_(*(condition(connection, part) for part in parts))
        case Some(parts):
            return or_(*(condition(connection, part) for part in parts))


def holding(connection: Connection, query: Query) -> Condition:
    """Return the condition that an item has evidence in a paragraph that answers.

    Where few paragraphs answer, the items on them are listed first; where many do, each item is
    asked, since a page needs few of them. Raises QueryInvalid and ItemNotFound.
    """
    answers = [block.c.kind != "furniture", condition(connection, query)]
    some = select(block.c.id).where(*answers).limit(_FREQUENT).subquery()
    number = connection.execute(select(func.count()).select_from(some)).scalar_one()
    on_block = [
        block.c.report == evidence.c.report,
        evidence.c.start < block.c.end,
        evidence.c.end > block.c.start,
    ]
    if number < _FREQUENT:
        return item.c.id.in_(select(evidence.c.item).where(*on_block, *answers))
    return exists().where(evidence.c.item == item.c.id, *on_block, *answers)


def matches(text: str) -> Condition:
    """Return the condition that FTS5 finds `text`, which is in its own query language."""
    return index.c.block_words.op("MATCH")(text)


def full_text(query: Query) -> str | None:
    """Return a query as FTS5 wants it where it asks for words alone, else None.

    Raises QueryInvalid for words without a letter or digit.
    """
    match query:
        case Words():
            return match_text(query)
        case All(parts):
            wanted = [full_text(part) for part in parts if not isinstance(part, Not)]
            barred = [full_text(part.part) for part in parts if isinstance(part, Not)]
            if not wanted or None in (*wanted, *barred):
                return None
            there = " AND ".join(f"({text})" for text in wanted)
            return " NOT ".join([f"({there})", *(f"({text})" for text in barred)])
        case Some(parts):
            texts = [full_text(part) for part in parts]
            return None if None in texts else " OR ".join(f"({text})" for text in texts)
        case _:
            return None


def match_text(words: Words) -> str:
    """Return words as FTS5 wants them: folded and quoted. Raises QueryInvalid if none is left."""
    folded = folded_words(words.text)
    if not folded:
        raise QueryInvalid(f"{words.text!r} has no letter or digit to look for")
    return f'"{" ".join(folded)}"{"*" if words.begins else ""}'


def _field(connection: Connection, name: str) -> Callable[[str], Condition]:
    def outlet(value: str) -> Condition:
        outlets = connection.execute(select(report.c.outlet).distinct())
        found = [row.outlet for row in outlets if row.outlet and fold(value) in fold(row.outlet)]
        return block.c.report.in_(select(report.c.id).where(report.c.outlet.in_(found)))

    def of_report(value: str) -> Condition:
        return block.c.report.in_(report_ids(connection, value))

    def kind(value: str) -> Condition:
        allowed = [word for noun in _NOUNS for word in kinds_of(noun)]
        word = known(value, allowed, f"{name}:")
        return _holds(or_(item.c.kind == word, item.c.mode == word))

    def status(value: str) -> Condition:
        allowed = [word for words in STATUSES.values() for word in words]
        return _holds(item.c.status == known(value, allowed, "status:"))

    def who(value: str) -> Condition:
        return _holds(item.c.id.in_(_called(value)))

    def speaker(value: str) -> Condition:
        named = _called(value)
        spoken = select(statement.c.id).where(statement.c.speaker.in_(named))
        with_others = select(party.c.item).where(
            party.c.part == "speaker", party.c.entity.in_(named)
        )
        return _holds(or_(item.c.id.in_(spoken), item.c.id.in_(with_others)))

    def country(value: str) -> Condition:
        code = country_code(connection, value)
        return _holds(item.c.id.in_(select(entity.c.id).where(entity.c.country == code)))

    def since(value: str) -> Condition:
        return _published(report.c.published >= day(value, "since:")[0])

    def until(value: str) -> Condition:
        return _published(report.c.published <= day(value, "until:")[1])

    fields = {
        "outlet": outlet,
        "report": of_report,
        "type": kind,
        "kind": kind,
        "status": status,
        "who": who,
        "speaker": speaker,
        "country": country,
        "since": since,
        "until": until,
    }
    if name not in fields:
        raise QueryInvalid(f"no field is called {name}: use {', '.join(fields)}, or quote the word")
    return fields[name]


def _holds(of_item: Condition) -> Condition:
    """Return the condition that an item which meets `of_item` has evidence in the paragraph."""
    return exists().where(
        evidence.c.report == block.c.report,
        evidence.c.start < block.c.end,
        evidence.c.end > block.c.start,
        item.c.id == evidence.c.item,
        of_item,
    )


def _called(name: str) -> Select[Any]:
    holding = entity_name.c.folded.contains(fold(name), autoescape=True)
    return select(entity_name.c.entity).where(holding)


def _published(of_report: Condition) -> Condition:
    return block.c.report.in_(select(report.c.id).where(of_report))
