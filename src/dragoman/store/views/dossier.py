"""Who somebody is: the entities a name may mean, each with offices, doings and sayings."""

import msgspec
from sqlalchemy import Connection, or_, select

from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import Commitment, Entity, Event, Role, Statement
from dragoman.store.decisions.linkage import led_to, load_reasons
from dragoman.store.folding import fold
from dragoman.store.linked import loading
from dragoman.store.tables import entity, entity_name, party, role, statement
from dragoman.store.views.citations import Citer
from dragoman.store.views.listing import (
    Listed,
    Listing,
    Names,
    by_date,
    listed,
    mentioned,
    names_of,
)
from dragoman.store.views.offices import holders


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """Why two mentions are held to be of one: how sure (0 to 1), in words, and where they stand."""

    score: float
    why: str
    citations: tuple[str, ...]


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """One entity and all the record has on it; `names` are those of all entities spoken of.

    `role_ids` are what decisions call the roles by, in their order;
    `roles` are those a person holds, `holders` those others hold in a state or organization, and
    `reasons` tell why what reports call it was taken for one, the least sure first.
    """

    entity: Listed[Entity]
    roles: tuple[Listed[Role], ...]
    role_ids: tuple[str, ...]
    holders: tuple[Listed[Role], ...]
    events: Listing[Event]
    commitments: Listing[Commitment]
    statements: Listing[Statement]
    reasons: tuple[Merge, ...]
    names: Names


def dossiers(connection: Connection, name: str) -> list[Dossier]:
    """Return a dossier of each entity that `name` may mean, the most mentioned first.

    `name` is an id, a written form, or a part of one; capitals and diacritics do not count.
    Raises ItemNotFound where the record holds none.
    """
    found = loading.load_entities(connection, _ids(connection, name))
    if not found:
        raise ItemNotFound(f"nobody and nothing in the record is called {name!r}: try a part of it")
    found.sort(key=lambda one: (-len(one.mentions), one.name, one.id))
    return [_dossier(connection, one) for one in found]


def _ids(connection: Connection, name: str) -> list[str]:
    folded = fold(name.strip())
    exact = select(entity.c.id).where(entity.c.id == (led_to(connection, name) or name))
    written = select(entity_name.c.entity).where(entity_name.c.folded == folded)
    part = select(entity_name.c.entity).where(
        entity_name.c.folded.contains(folded, autoescape=True)
    )
    for query in (exact, written, part):
        ids = sorted({row[0] for row in connection.execute(query)})
        if ids and folded:
            return ids
    return []


def _dossier(connection: Connection, one: Entity) -> Dossier:
    citer = Citer(connection)
    roles = loading.load_roles(connection, [one.id])
    role_ids = select(role.c.id).where(role.c.person == one.id).order_by(role.c.id)
    taking_part = select(party.c.item).where(party.c.entity == one.id)
    items = [row.item for row in connection.execute(taking_part)]
    spoken = select(statement.c.id).where(
        or_(statement.c.speaker == one.id, statement.c.via == one.id)
    )
    said = [row.id for row in connection.execute(spoken)]
    others = holders(connection, one)
    spoken_of = {key for item in (one, *roles, *others) for key in mentioned(item)}
    return Dossier(
        entity=Listed(one, citer.cite_all(one.mentions)),
        roles=tuple(Listed(held, citer.cite_all(held.mentions)) for held in roles),
        role_ids=tuple(row.id for row in connection.execute(role_ids)),
        holders=tuple(Listed(other, citer.cite_all(other.mentions)) for other in others),
        events=listed(connection, sorted(loading.load_events(connection, items), key=by_date)),
        commitments=listed(
            connection, sorted(loading.load_commitments(connection, items), key=by_date)
        ),
        statements=listed(connection, loading.load_statements(connection, [*said, *items])),
        reasons=tuple(
            Merge(
                score=told.score,
                why=told.why,
                citations=citer.cite_all(m for m in (told.left, told.right) if m),
            )
            for told in load_reasons(connection, one.id)
        ),
        names=names_of(connection, spoken_of),
    )
