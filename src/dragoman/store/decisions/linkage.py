"""What linking tells beside the record: effects of decisions, redirects, reasons for merges."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select

from dragoman.record.decisions import Effect
from dragoman.record.nouns import Mention
from dragoman.record.reasons import LinkReason
from dragoman.store.decisions.tables import effect, link_reason, redirect

_FIELDS = ("decision", "state", "item", "field", "said", "why", "other")
_TOLD = ("noun", "score", "why", "ends")
_Ends = tuple[Mention | None, Mention | None]


def replace_linkage(
    connection: Connection,
    effects: Iterable[Effect],
    redirects: Mapping[str, str],
    reasons: Iterable[LinkReason],
) -> None:
    """Let this take the place of what linking told before. The caller owns the transaction."""
    connection.execute(delete(effect))
    rows = [{field: getattr(one, field) for field in _FIELDS} for one in effects]
    if rows:
        connection.execute(insert(effect), rows)
    _replace_redirects(connection, redirects)
    _replace_reasons(connection, reasons)


def _replace_redirects(connection: Connection, redirects: Mapping[str, str]) -> None:
    held = {row.old: row.new for row in connection.execute(select(redirect))}
    gone = [{"own": old} for old, new in sorted(held.items()) if redirects.get(old) != new]
    if gone:
        connection.execute(delete(redirect).where(redirect.c.old == bindparam("own")), gone)
    led = [{"old": o, "new": new} for o, new in sorted(redirects.items()) if held.get(o) != new]
    if led:
        connection.execute(insert(redirect), led)


def _replace_reasons(connection: Connection, reasons: Iterable[LinkReason]) -> None:
    """Replace the reasons of those items of which they are others, or in another order."""
    table = link_reason
    encode = msgspec.json.Encoder().encode
    told: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for one in reasons:
        told[one.item].append((one.noun, one.score, one.why, encode((one.left, one.right))))
    held: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    columns = [table.c[name] for name in ("item", *_TOLD)]
    for item, *kept in connection.execute(select(*columns).order_by(table.c.id)):
        held[item].append(tuple(kept))
    differ = sorted(own for own in told.keys() | held.keys() if told[own] != held[own])
    gone = [{"own": own} for own in differ if held[own]]
    if gone:
        connection.execute(delete(table).where(table.c.item == bindparam("own")), gone)
    new = [
        {"item": own, **dict(zip(_TOLD, row, strict=True))} for own in differ for row in told[own]
    ]
    if new:
        connection.execute(insert(table), new)


def load_effects(connection: Connection, items: Sequence[str] | None = None) -> list[Effect]:
    """Return the effects of all decisions, or of those on these items."""
    query = select(*(effect.c[field] for field in _FIELDS)).order_by(effect.c.id)
    if items is not None:
        query = query.where(effect.c.item.in_(items))
    return [Effect(**row._mapping) for row in connection.execute(query)]


def led_to(connection: Connection, old: str) -> str | None:
    """Return the id that an id leads to since a merge, or None."""
    found: str | None = connection.execute(
        select(redirect.c.new).where(redirect.c.old == old)
    ).scalar_one_or_none()
    return found


def load_reasons(connection: Connection, item: str | None = None) -> list[LinkReason]:
    """Return why rows were merged, the least sure first; those of one item, or all."""
    # The reasons of one item are written together, so their numbers tell their order alone.
    table = link_reason
    query = select(table).order_by(table.c.score, table.c.noun, table.c.item, table.c.id)
    if item is not None:
        query = query.where(table.c.item == item)
    decoder = msgspec.json.Decoder(_Ends)
    found = []
    for row in connection.execute(query):
        left, right = decoder.decode(row.ends)
        found.append(
            LinkReason(
                noun=row.noun, item=row.item, score=row.score, why=row.why, left=left, right=right
            )
        )
    return found
