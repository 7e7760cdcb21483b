"""Which items of a record differ from those that the tables hold.

Every item is told by a digest of its noun, the roles of a person, the states behind it and what
wrote it. Reports never change, so what is taken from them need not be told.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

import dragoman
from dragoman.record.nouns import Record, Role
from dragoman.store import tables
from dragoman.store.database import SCHEMA
from dragoman.store.linked.countries import Named
from dragoman.store.linked_tables import item_digest

_FORM = 1
"""Of the digest, and of the rows that are made from a noun."""


class Differing(NamedTuple):
    """The digests of what is to be written, and the ids of what the tables hold and shall not."""

    written: dict[str, bytes]
    gone: frozenset[str]

    def touched(self) -> list[str]:
        """Return the ids of all items that are new, changed or gone."""
        return sorted(self.written.keys() | self.gone)

    def of(self, record: Record) -> Record:
        """Return of a record the nouns that are to be written."""
        return Record(
            **{
                layer: tuple(n for n in getattr(record, layer) if owner_of(n) in self.written)
                for layer in record.__struct_fields__
            }
        )


def differing(connection: Connection, record: Record, named: Iterable[Named]) -> Differing:
    """Return how a record differs from the one in the tables; `named` as `named_countries` has it.

    What stands in the tables without a digest, or has one and does not stand there, is written
    anew; so is everything where the record was not linked to the end.
    """
    made, held = _digests(record, named), _held(connection)
    written = {own: digest for own, digest in made.items() if held.get(own) != digest}
    return Differing(written, frozenset(held.keys() - made.keys()))


def owner_of(noun: Any) -> str:
    """Return the id of the item that a noun is written with: of a role its person's."""
    own: str = noun.person if isinstance(noun, Role) else noun.id
    return own


def _digests(record: Record, named: Iterable[Named]) -> dict[str, bytes]:
    states: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for item, country, stands in sorted(named):
        states[item].append((country, stands))
    parts: dict[str, list[bytes]] = defaultdict(list)
    encode = msgspec.msgpack.Encoder().encode
    for noun in _nouns(record):
        parts[owner_of(noun)].append(encode(noun))
    seed = encode([_FORM, dragoman.__version__, SCHEMA])
    return {own: _digest([seed, encode(states.get(own)), *told]) for own, told in parts.items()}


def _digest(parts: Iterable[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(parts), digest_size=16).digest()


def _nouns(record: Record) -> Iterator[Any]:
    for layer in record.__struct_fields__:
        yield from getattr(record, layer)


def _held(connection: Connection) -> Mapping[str, bytes | None]:
    """Return the digest of every item that stands in the tables, None where it is not known."""
    digest, item, origin = item_digest, tables.item, tables.origin
    whole = connection.execute(select(tables.linked.c.id)).first() is not None
    known = {row.item: row.digest for row in connection.execute(select(digest))} if whole else {}
    standing = [
        row.id
        for table in (item, origin)
        for row in connection.execute(select(table.c.id).where(~table.c.id.contains("/")))
    ]
    return {**dict.fromkeys(known), **{own: known.get(own) for own in standing}}
