"""The offices persons hold, across reports."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.linking.lexicon import words_of
from dragoman.linking.readings import Source
from dragoman.linking.who.entities import WhoIsWho
from dragoman.linking.wording.words import spelled, tokens
from dragoman.record.nouns import Role

Office = tuple[str, str, str | None, str | None]


def link_roles(sources: Sequence[Source], who: WhoIsWho) -> tuple[Role, ...]:
    """Return one row for each person, title and state or organization.

    A spelling variant of a title is no row of its own, another wording is. A row that names no
    state takes that of its person, told or presumed; one that names neither state nor organization
    joins one of the same person and title that does, and "minister" the same person's "Minister
    of Mines"; a "Minister" before the name is a wording of its own.
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
    _fold_into_fuller(rows)
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


def _fold_into_fuller(rows: dict[Office, list[Role]]) -> None:
    """Fold rows that say less into a row of the same person that says more."""
    held: dict[str, list[Office]] = defaultdict(list)
    for office in sorted(rows, key=lambda o: tuple(part or "" for part in o)):
        held[office[0]].append(office)
    for offices in held.values():
        for office in offices:
            others = [o for o in offices if o != office and o in rows]
            bare = all(role.title.islower() for role in rows[office])
            fuller = _fullest(rows, [o for o in others if _says_more(o, office, bare=bare)])
            if fuller is not None:
                rows[fuller] += _retitled(rows.pop(office), rows[fuller][0].title)


def _says_more(other: Office, office: Office, *, bare: bool) -> bool:
    """Whether a row of the same person tells the state or organization, or the whole title.

    `bare`: the title is only written as a description, never as a form of address.
    """
    _, title, country, organization = office
    if other[1] == title:
        return country is None and organization is None and bool(other[2] or other[3])
    generic = bare and title in words_of("generic_titles")
    return generic and other[2] == country and title in other[1].split()


def _fullest(rows: dict[Office, list[Role]], offices: list[Office]) -> Office | None:
    return min(offices, key=lambda o: (-len(rows[o]), o[1], o[2] or "", o[3] or ""), default=None)


def _retitled(rows: list[Role], title: str) -> list[Role]:
    return [msgspec.structs.replace(r, title=title) for r in rows]


def _row(same: list[Role]) -> Role:
    titles = Counter(r.title for r in same)
    mentions = {m for r in same for m in r.mentions}
    return msgspec.structs.replace(
        same[0],
        title=min(titles, key=lambda t: (-titles[t], t)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.start, m.end))),
    )
