"""Who is who by state, with offices; and the machinery between the states."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from dragoman.record.nouns import Entity, Role
from dragoman.store.countries import country_name
from dragoman.store.linked.loading import load_roles
from dragoman.store.views.bodies import machinery
from dragoman.store.views.body_words import body_lines
from dragoman.store.views.citations import Citer, first_by_report
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import Names, entities, names_of
from dragoman.store.views.pages import Line, Section
from dragoman.store.views.words import role_words

# Names without an office, or organizations, beyond these are for `dragoman entities`.
_MOST = 12
_MOST_MACHINERY = 25
_MACHINERY = ("agreement", "programme")


def people_section(connection: Connection, filters: Filters, states: Sequence[str]) -> Section:
    """Return people with their offices and organizations, grouped by state."""
    citer = Citer(connection)
    found = [row.item for row in entities(connection, _of(filters, "person", "organization")).rows]
    roles: dict[str, list[Role]] = defaultdict(list)
    for role in load_roles(connection, [one.id for one in found]):
        roles[role.person].append(role)
    keys = {role.organization for group in roles.values() for role in group if role.organization}
    names = names_of(connection, keys)
    groups: dict[str, list[Entity]] = defaultdict(list)
    # Who has neither a name nor an office ("a mobile unit") tells a reader of one page nothing.
    known = [one for one in found if roles[one.id] or _has_name(one)]
    for one in known:
        groups[_state(one, roles[one.id])].append(one)
    order = [*states, *sorted(set(groups) - {*states, ""}, key=lambda c: (-len(groups[c]), c)), ""]
    lines = []
    for code in order:
        people = [one for one in groups[code] if one.type == "person"]
        people.sort(key=lambda one: (not roles[one.id], -len(one.mentions), one.name))
        others = [one for one in groups[code] if one.type == "organization"]
        lines.append(
            Line(
                text=country_name(code) if code else "Of no single state",
                under=(
                    *(_person(one, roles[one.id], names, citer) for one in people[:_MOST]),
                    *(_named(one, citer, "organization") for one in others[:_MOST]),
                ),
            )
        )
    most = Counter((one.type, _state(one, roles[one.id])) for one in known).most_common(1)
    cut = len(known) < len(found) or (bool(most) and most[0][1] > _MOST)
    note = "Only the named and most mentioned: `dragoman entities` lists all." if cut else None
    return Section(heading="Who is who", lines=tuple(lines), note=note)


def machinery_section(connection: Connection, filters: Filters) -> Section:
    """Return the bodies as a tree, with chairs and sessions; then agreements and programmes."""
    citer = Citer(connection)
    bodies = machinery(connection, _of(filters, "body"))
    held = {node.body.item.id for node in bodies.nodes}
    lines = list(body_lines(bodies, citer, typed=True))
    found = entities(connection, _of(filters, *_MACHINERY))
    ordered = sorted(
        (row.item for row in found.rows if row.item.id not in held),
        key=lambda one: (_MACHINERY.index(one.type), not _has_name(one)),
    )
    room = max(0, _MOST_MACHINERY - len(held))
    lines += [_named(one, citer, one.type) for one in ordered[:room]]
    left = len(ordered) - room
    note = f"And {left} more: `dragoman entities --kind programme` lists all." if left > 0 else None
    return Section(heading="The machinery between them", lines=tuple(lines), note=note)


def _person(one: Entity, roles: Sequence[Role], names: Names, citer: Citer) -> Line:
    if not roles:
        return _named(one, citer, None)
    offices = dict.fromkeys(_office(one, role, names) for role in roles)
    citations = dict.fromkeys(
        citation
        for role in roles
        for citation in citer.cite_all(first_by_report(role.mentions)[:2])
    )
    text = f"{one.name}{_written(one)}: {'; '.join(offices)}"
    return Line(text=text, citations=tuple(citations), item=one.id)


def _office(one: Entity, role: Role, names: Names) -> str:
    """Return an office in words, and whether its state is only presumed."""
    words = role_words(role, names)
    presumed = one.country is None and role.organization is None and role.country == one.presumed
    return f"{words} (presumably)" if presumed and role.country else words


def _named(one: Entity, citer: Citer, what: str | None) -> Line:
    named = [mention for mention in one.mentions if mention.form == "name"] or one.mentions
    return Line(
        text=f"{one.name}{f' ({what})' if what else ''}{_written(one)}",
        citations=citer.cite_all(first_by_report(named)[:3]),
        item=one.id,
    )


def _has_name(one: Entity) -> bool:
    return any(mention.form == "name" for mention in one.mentions)


def _written(one: Entity) -> str:
    """Return up to three other spellings; a part of the name is none."""
    own = one.name.casefold()
    others = [name for name in one.names if name.casefold() not in own]
    return f", also {', '.join(others[:3])}" if others else ""


def _state(one: Entity, roles: Iterable[Role]) -> str:
    return one.country or next((role.country for role in roles if role.country), "") or ""


def _of(filters: Filters, *kinds: str) -> Filters:
    """Return the filters that suit entities, for these types."""
    return msgspec.structs.replace(filters, since=None, until=None, statuses=(), kinds=kinds)
