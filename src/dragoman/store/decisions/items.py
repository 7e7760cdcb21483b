"""Items as decisions take them: found by id, with what the reader said of them."""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dragoman.record.decisions import Ground
from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import Mention
from dragoman.record.telling import ground_of
from dragoman.store.decisions.linkage import led_to, load_effects
from dragoman.store.linked import loading
from dragoman.store.tables import entity, role
from dragoman.store.views.citations import cited
from dragoman.store.views.ids import current_id
from dragoman.store.views.shown import LOADERS


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the record. `led` is the id it was asked for under, where that is an old one."""

    noun: Any
    id: str
    row: Any
    names: dict[str, str]
    led: str | None = None


def item_at(connection: Connection, key: str) -> Taken:
    """Return the item with this id (or the start of it), also under an id it had before a merge.

    A role goes by PERSON/role/N, as `dragoman who NAME --csv` gives it. Raises ItemNotFound for
    an id that never was, ItemGone for one that a decision took out.
    """
    if cited(key) is not None:
        raise ItemNotFound(f"{key} is a citation: `dragoman show '{key}'` tells what rests on it")
    key = key.strip("[] ")
    names = {row.id: row.name for row in connection.execute(select(entity.c.id, entity.c.name))}
    if "/role/" in key:
        return _role(connection, key, names)
    noun, full = current_id(connection, key)
    if noun == "report":
        raise ItemNotFound(f"{key} is a report: decisions are on what reports tell")
    if noun in ("explained", "series"):
        raise ItemNotFound(f"{key} is worked out from figures and names: decide on those")
    if noun == "working":
        raise ItemNotFound(f"{key} is told of a body: decide on that body")
    (row,) = LOADERS[noun](connection, [full])
    led = None if full.startswith(key) else key
    return Taken(noun=noun, id=full, row=row, names=names, led=led)


def ground_at(connection: Connection, taken: Taken, *mentions: Mention) -> Ground:
    """Return an item as a decision stands on it: by its evidence, and what the reader said."""
    ground = ground_of(taken.noun, taken.row, taken.names, mentions)
    said = {
        one.field: one.said
        for one in load_effects(connection, [taken.id])
        if one.field and one.state == "applied" and one.said is not None
    }
    told = {**ground.told, **{field: words for field, words in said.items() if words}}
    return msgspec.structs.replace(ground, item=taken.id, told=told)


def _role(connection: Connection, key: str, names: dict[str, str]) -> Taken:
    person, _, number = key.partition("/role/")
    person = led_to(connection, person) or person
    query = select(role.c.id).where(role.c.person == person).order_by(role.c.id)
    keys = [row.id for row in connection.execute(query)]
    found = f"{person}/role/{number}"
    if found not in keys:
        raise ItemNotFound(f"{key} is no role of the record: `dragoman who` tells which there are")
    rows = loading.load_roles(connection, [person])
    return Taken(noun="role", id=found, row=rows[keys.index(found)], names=names)
