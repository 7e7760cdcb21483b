"""The offices persons hold, across reports."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.linking.entities import WhoIsWho
from dragoman.linking.readings import Source
from dragoman.linking.words import spelled, tokens
from dragoman.record.nouns import Role

GENERIC = frozenset(
    ("minister", "secretary", "chief", "deputy", "leader", "spokesman", "spokeswoman")
)

Office = tuple[str, str, str | None, str | None]


def link_roles(sources: Sequence[Source], who: WhoIsWho) -> tuple[Role, ...]:
    """Return one row for each person, title and state or organization.

    A spelling variant of a title is no row of its own, another wording is. A row that names no
    state takes that of its person, told or presumed; one that names neither state nor organization
    joins one of the same person and title that does, and "Minister" the same person's "Minister
    of Mines".
    """
    rows: dict[Office, list[Role]] = defaultdict(list)
    for source in sources:
        for role in source.reading.roles:
            person = who.ids.get((source.number, role.person))
            if person is None:
                continue
            held = msgspec.structs.replace(
                role,
                person=person,
                organization=who.ids.get((source.number, role.organization or "")),
            )
            country = held.country or _state_of(who, person, held.organization)
            held = msgspec.structs.replace(held, country=country)
            rows[person, title_key(role.title), country, held.organization].append(held)
    for office in _bare(rows):
        rows[_stated(rows, office)].extend(rows.pop(office))
    for office, fuller in _shortened(rows):
        rows[fuller].extend(_retitled(rows.pop(office), rows[fuller][0].title))
    ranked = sorted(rows.items(), key=lambda row: tuple(part or "" for part in row[0]))
    return tuple(_row(same) for _, same in ranked)


def title_key(title: str) -> str:
    """Return a title as it is compared: folded, in one spelling."""
    return " ".join(spelled(t) for t in tokens(title))


def _state_of(who: WhoIsWho, person: str, organization: str | None) -> str | None:
    """Return the state of an organization, else of a person, told or presumed."""
    if organization is not None:
        known = who.entities[organization].country or who.entities[person].country
        return known or who.entities[person].presumed
    return who.entities[person].country or who.entities[person].presumed


def _shortened(rows: dict[Office, list[Role]]) -> list[tuple[Office, Office]]:
    """Return the rows of one word with the row of the same person whose title holds that word."""
    pairs = []
    for office in sorted(rows, key=lambda o: tuple(part or "" for part in o)):
        person, title, country, _ = office
        fuller = [
            o
            for o in rows
            if o[0] == person and o[2] == country and title != o[1] and title in o[1].split()
        ]
        if " " not in title and title in GENERIC and fuller:
            best = min(fuller, key=lambda o: (-len(rows[o]), o[1], o[3] or ""))
            pairs.append((office, best))
    return pairs


def _retitled(rows: list[Role], title: str) -> list[Role]:
    return [msgspec.structs.replace(r, title=title) for r in rows]


def _bare(rows: dict[Office, list[Role]]) -> list[Office]:
    bare = sorted((o for o in rows if o[2] is None and o[3] is None), key=lambda o: o[:2])
    return [o for o in bare if _stated(rows, o) != o]


def _stated(rows: dict[Office, list[Role]], office: Office) -> Office:
    """Return the row of the same person and title that names its state or organization."""
    same = [o for o in rows if o[:2] == office[:2] and (o[2] or o[3])]
    return min(same, key=lambda o: (-len(rows[o]), o[2] or "", o[3] or ""), default=office)


def _row(same: list[Role]) -> Role:
    titles = Counter(r.title for r in same)
    mentions = {m for r in same for m in r.mentions}
    return msgspec.structs.replace(
        same[0],
        title=min(titles, key=lambda t: (-titles[t], t)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.start, m.end))),
    )
