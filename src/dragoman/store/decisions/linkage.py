"""What linking tells beside the record: effects of decisions, redirects, reasons for merges."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, select

from dragoman.record.decisions import Effect
from dragoman.record.nouns import Mention
from dragoman.record.reasons import LinkReason
from dragoman.store.decisions.tables import LINKAGE_TABLES, effect, link_reason, redirect

_FIELDS = ("decision", "state", "item", "field", "said", "why", "other")
_Ends = tuple[Mention | None, Mention | None]


def replace_linkage(
    connection: Connection,
    effects: Iterable[Effect],
    redirects: Mapping[str, str],
    reasons: Iterable[LinkReason],
) -> None:
    """Replace what linking told before. The caller owns the transaction."""
    for table in LINKAGE_TABLES:
        connection.execute(delete(table))
    rows = [{field: getattr(one, field) for field in _FIELDS} for one in effects]
    if rows:
        connection.execute(insert(effect), rows)
    led = [{"old": old, "new": new} for old, new in sorted(redirects.items())]
    if led:
        connection.execute(insert(redirect), led)
    told = [
        {
            "noun": one.noun,
            "item": one.item,
            "score": one.score,
            "why": one.why,
            "ends": msgspec.json.encode((one.left, one.right)),
        }
        for one in reasons
    ]
    if told:
        connection.execute(insert(link_reason), told)


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
    query = select(link_reason).order_by(link_reason.c.score, link_reason.c.id)
    if item is not None:
        query = query.where(link_reason.c.item == item)
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
