"""Who is who across reports: the entities of all readings as the entities of the record."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.linking.facts import LinkReason
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.grouping.numbering import numbered
from dragoman.linking.grouping.votes import most_common
from dragoman.linking.readings import Source
from dragoman.linking.who.organizations import which_is_which
from dragoman.linking.who.people import who_is_who
from dragoman.linking.who.pieces import Piece
from dragoman.linking.wording.words import folded
from dragoman.record.nouns import Entity, Role

LocalId = tuple[int, str]


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """The entities of the record, and which of them a reading's entity is.

    `ids` leads from (number of the reading, local id) to the id in the record; `pieces` are the
    rows of readings that stand behind each entity.
    """

    entities: dict[str, Entity]
    ids: dict[LocalId, str]
    reasons: tuple[LinkReason, ...]
    pieces: dict[str, tuple[Piece, ...]]


def link_entities(sources: Sequence[Source]) -> WhoIsWho:
    """Group the entities of all readings; type, country, names and offices must be compatible."""
    kinds: dict[str, list[Piece]] = defaultdict(list)
    for piece in _pieces(sources):
        kinds[piece.kin].append(piece)
    groups: list[tuple[list[Piece], list[tuple[Piece, Piece, Link]]]] = []
    for kin in sorted(kinds):
        pieces = sorted(kinds[kin], key=lambda p: p.key)
        for members, links in _groups(kin, pieces):
            groups.append(
                (
                    [pieces[m] for m in members],
                    [(pieces[k.left], pieces[k.right], k) for k in links],
                )
            )
    ids = numbered("entity", [base_of(members) for members, _ in groups])
    known = {
        (p.source.number, p.entity.id): i for i, (g, _) in zip(ids, groups, strict=True) for p in g
    }
    entities = {i: entity_row(i, g, known) for i, (g, _) in zip(ids, groups, strict=True)}
    reasons = tuple(
        LinkReason(noun="entity", item=i, score=k.score, why=k.why, left=a.first, right=b.first)
        for i, (_, links) in zip(ids, groups, strict=True)
        for a, b, k in links
    )
    behind = {i: tuple(g) for i, (g, _) in zip(ids, groups, strict=True)}
    return WhoIsWho(entities, known, reasons, behind)


def _pieces(sources: Sequence[Source]) -> Iterable[Piece]:
    for source in sources:
        pair = source.pair()
        roles: dict[str, list[Role]] = defaultdict(list)
        for role in source.reading.roles:
            roles[role.person].append(role)
        for entity in source.reading.entities:
            yield Piece(source, entity, tuple(roles[entity.id]), pair)


def _groups(kin: str, pieces: list[Piece]) -> Iterable[tuple[list[int], list[Link]]]:
    if kin == "state":
        return _states(pieces)
    groups = who_is_who(pieces) if kin == "person" else which_is_which(pieces)
    return zip(groups.members, groups.links, strict=True)


def _states(pieces: list[Piece]) -> Iterable[tuple[list[int], list[Link]]]:
    by_code: dict[str, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        by_code[piece.country or folded(piece.entity.name)].append(i)
    for code, members in by_code.items():
        why = f"the same state: {code}"
        yield members, [Link(a, b, 1.0, why) for a, b in pairwise(members)]


def base_of(members: Sequence[Piece]) -> tuple[str | int, ...]:
    """Return what the id of an entity is made from: its first piece (of a state its code)."""
    first = members[0]
    if first.kin == "state" and first.country:
        return ("state", first.country)
    if first.first is None:
        return (first.kin, folded(first.entity.name))
    return (first.kin, first.first.report, first.first.start, first.first.end)


def entity_row(own: str, members: Sequence[Piece], known: Mapping[LocalId, str]) -> Entity:
    """Return the entity that pieces make; `known` leads to the entities they lie within."""
    rows = [p.entity for p in members]
    names = Counter(n for p in members for n in set(p.entity.names))
    mentions = {m for e in rows for m in e.mentions}
    withins = [
        known[p.source.number, p.entity.within]
        for p in members
        if p.entity.within and (p.source.number, p.entity.within) in known
    ]
    country = most_common([p.country for p in members if p.country])
    presumed = most_common([e.presumed for e in rows if e.presumed])
    return Entity(
        id=own,
        type=most_common([e.type for e in rows]) or rows[0].type,
        name=_display(members),
        country=country,
        presumed=None if country else presumed,
        names=tuple(sorted(names, key=lambda n: (-names[n], n))),
        within=most_common([w for w in withins if w != own]),
        mentions=tuple(
            sorted(mentions, key=lambda m: (m.report, m.start, m.end, m.form or "", m.quote))
        ),
    )


def _display(members: Sequence[Piece]) -> str:
    counts = Counter(p.entity.name for p in members)
    if members[0].kin == "person":
        full = {n for p in members for n in p.full_names}
        counts = Counter({n: counts[n] for n in counts if n in full}) or counts
    return min(counts, key=lambda n: (-counts[n], -len(n), n))
