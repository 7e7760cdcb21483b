"""Who is who among persons."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Groups, Link, grouped
from dragoman.linking.who.naming.letters import skeleton
from dragoman.linking.who.person_names import Alikeness, full_names_alike, name_tokens, surname_of
from dragoman.linking.who.pieces import Piece

_OFFICE_MONTHS = 2


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What must not clash when persons are joined."""

    countries: frozenset[str]
    readings: dict[int, frozenset[str]]
    offices: frozenset[tuple[str, int]]

    def bears(self, other: Self) -> bool:
        """Refuse two countries, two persons one report tells apart, two ministers at one time."""
        if self.countries and other.countries and not self.countries & other.countries:
            return False
        for number in self.readings.keys() & other.readings.keys():
            if not _one_person(self.readings[number], other.readings[number]):
                return False
        return not self._other_minister(other)

    def _other_minister(self, other: Self) -> bool:
        held, theirs = {o for o, _ in self.offices}, {o for o, _ in other.offices}
        if not held or not theirs or held & theirs:
            return False
        return any(abs(m - n) <= _OFFICE_MONTHS for _, m in self.offices for _, n in other.offices)

    def joined(self, other: Self) -> Self:
        """Return both together."""
        readings = dict(self.readings)
        for number, names in other.readings.items():
            readings[number] = readings.get(number, frozenset()) | names
        return type(self)(self.countries | other.countries, readings, self.offices | other.offices)


def _one_person(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two rows of one report can be one person: a name the reader did not resolve."""
    return not a or not b or any(full_names_alike(x, y) for x in a for y in b)


def profile_of(piece: Piece) -> PersonProfile:
    """Return the profile of one piece."""
    offices = frozenset((o, piece.month) for o in piece.portfolios if piece.month is not None)
    return PersonProfile(
        frozenset({piece.country} if piece.country else ()),
        {piece.source.number: frozenset(piece.full_names)},
        offices,
    )


def who_is_who(pieces: Sequence[Piece]) -> Groups[PersonProfile]:
    """Group persons (sorted pieces): full names first, then family names where only one fits."""
    profiles = [profile_of(p) for p in pieces]
    links = list(_full_name_links(pieces))
    full = grouped(profiles, links)
    return grouped(profiles, [*links, *_surname_links(pieces, full)])


def _full_name_links(pieces: Sequence[Piece]) -> Iterator[Link]:
    features = [{f for n in p.full_names for f in _features(n)} for p in pieces]
    for i, j in candidate_pairs(features):
        alike = _best(pieces[i], pieces[j])
        if alike:
            yield Link(i, j, alike.score, alike.why)


def _features(name: str) -> Iterator[tuple[str, ...]]:
    parts = sorted({skeleton(t) for t in name_tokens(name)})
    whole = [p for p in parts if len(p) > 1]
    yield ("whole", "".join(name_tokens(name)))
    yield from combinations(whole, 2)
    for part in whole:
        for other in parts:
            if other != part:
                yield ("initial", part, other[0])


def _best(a: Piece, b: Piece) -> Alikeness | None:
    found = [full_names_alike(x, y) for x in a.full_names for y in b.full_names]
    return max((f for f in found if f), key=lambda f: (f.score, f.why), default=None)


def _surname_links(pieces: Sequence[Piece], full: Groups[PersonProfile]) -> Iterator[Link]:
    """Link persons named by the family name alone to the only full name that fits."""
    by_part: dict[str, set[int]] = defaultdict(set)
    for g, members in enumerate(full.members):
        for i in members:
            for name in pieces[i].full_names:
                parts = name_tokens(name)
                for part in (parts[0], parts[-1]):
                    by_part[skeleton(part)].add(g)
    lone: dict[tuple[str, str], int] = {}
    for i, piece in enumerate(pieces):
        if piece.full_names:
            continue
        surname = piece.names[0]
        fits = [
            (g, alike)
            for g in sorted(by_part[skeleton((name_tokens(surname) or ("",))[-1])])
            if (alike := _fits(piece, surname, full.members[g], pieces))
        ]
        chosen = _only(piece, fits, full, pieces)
        if chosen:
            yield chosen_link(i, full.members[chosen[0]][0], chosen[1])
        elif not fits:
            yield from _lone_link(i, piece, surname, lone)


def chosen_link(single: int, member: int, alike: Alikeness) -> Link:
    """Return the link of a family name to its full name, the lower position first."""
    return Link(min(single, member), max(single, member), alike.score, alike.why)


def _lone_link(
    i: int, piece: Piece, surname: str, lone: dict[tuple[str, str], int]
) -> Iterator[Link]:
    """Link a family name nobody gives in full to the same one with the same state or office."""
    for mark in (piece.country, *sorted(piece.titles)):
        if mark:
            key = ("".join(name_tokens(surname)), mark)
            if key in lone:
                yield Link(lone[key], i, 0.75, f"the same family name and {mark}: {surname}")
            lone[key] = i


def _fits(
    piece: Piece, surname: str, members: list[int], pieces: Sequence[Piece]
) -> Alikeness | None:
    countries = {pieces[m].country for m in members} - {None}
    if piece.country and countries and piece.country not in countries:
        return None
    names = sorted({n for m in members for n in pieces[m].full_names})
    found = [a for n in names if (a := surname_of(surname, n))]
    return max(found, key=lambda a: (a.score, a.why), default=None)


def _only(
    piece: Piece,
    fits: list[tuple[int, Alikeness]],
    full: Groups[PersonProfile],
    pieces: Sequence[Piece],
) -> tuple[int, Alikeness] | None:
    """Return the one group a family name fits: in its own report, by office, or the only one."""

    def same_report(g: int) -> bool:
        return any(pieces[m].source.number == piece.source.number for m in full.members[g])

    def same_office(g: int) -> bool:
        return any(pieces[m].titles & piece.titles for m in full.members[g])

    for narrower in (same_report, same_office):
        some = [f for f in fits if narrower(f[0])]
        if len(some) == 1:
            return some[0]
    return fits[0] if len(fits) == 1 else None
