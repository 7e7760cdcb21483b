"""The offices persons hold, across reports."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.linking.entities import WhoIsWho
from dragoman.linking.readings import Source
from dragoman.linking.words import spelled, tokens
from dragoman.record.nouns import Role

Office = tuple[str, str, str | None, str | None]


def link_roles(sources: Sequence[Source], who: WhoIsWho) -> tuple[Role, ...]:
    """Return one row for each person, title and state or organization.

    A spelling variant of a title is no row of its own, another wording is. A row that names no
    state joins one of the same person and title that does.
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
            rows[person, title_key(role.title), role.country, held.organization].append(held)
    for office in _bare(rows):
        rows[_stated(rows, office)].extend(rows.pop(office))
    ranked = sorted(rows.items(), key=lambda row: tuple(part or "" for part in row[0]))
    return tuple(_row(same) for _, same in ranked)


def title_key(title: str) -> str:
    """Return a title as it is compared: folded, in one spelling."""
    return " ".join(spelled(t) for t in tokens(title))


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
