"""Which organizations, bodies, programmes, agreements and places are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Groups, Link, grouped
from dragoman.linking.who.between import Pair, bare, between, is_bound
from dragoman.linking.who.naming import compare
from dragoman.linking.who.naming.letters import sound
from dragoman.linking.who.naming.parts import parts_of
from dragoman.linking.who.organization_names import NameKey, acronym, initials, name_key
from dragoman.linking.who.pieces import Piece
from dragoman.linking.who.programme_names import called_otherwise, core
from dragoman.linking.who.short_forms import short_links

_PLURAL_CODE = 2


@dataclass(frozen=True, slots=True)
class ThingProfile:
    """What must not clash when organizations and their like are joined."""

    countries: frozenset[str]
    withins: frozenset[str]
    pairs: frozenset[Pair] = frozenset()

    def bears(self, other: Self) -> bool:
        """Refuse two countries, two pairs of states, and what lies in two places."""
        if self.countries and other.countries and not self.countries & other.countries:
            return False
        if self.pairs and other.pairs and not self.pairs & other.pairs:
            return False
        return not (self.withins and other.withins) or bool(self.withins & other.withins)

    def joined(self, other: Self) -> Self:
        """Return both together."""
        return type(self)(
            self.countries | other.countries,
            self.withins | other.withins,
            self.pairs | other.pairs,
        )


def which_is_which(pieces: Sequence[Piece]) -> Groups[ThingProfile]:
    """Group sorted pieces of one kind (see `Piece.kin`)."""
    profiles = [_profile(p) for p in pieces]
    features = [set(_features(p)) for p in pieces]
    links = [
        link
        for i, j in candidate_pairs(features)
        if (link := _link(i, j, pieces[i], pieces[j])) is not None
    ]
    found = grouped(profiles, links)
    short = list(short_links(pieces, found.members))
    return grouped(profiles, [*links, *short]) if short else found


def _profile(piece: Piece) -> ThingProfile:
    within = next((e for e in piece.source.reading.entities if e.id == piece.entity.within), None)
    pair = between(piece)
    own = piece.country if piece.entity.type != "body" or not pair else None
    return ThingProfile(
        frozenset({own} if own else ()),
        frozenset({"".join(name_key(within.name).bag)} if within else ()),
        frozenset({pair} if pair else ()),
    )


def _features(piece: Piece) -> Iterator[tuple[str, ...]]:
    for name, key in _called(piece):
        yield ("name", *key.bag)
        yield ("sound", *sorted(sound(s) for s in key.bag))
        yield ("compact", compact(key))
        yield ("told", *told_words(name))
        if piece.kin == "programme" and (own := core(name)):
            yield ("core", *own)
        for code in _codes(name):
            yield ("code", code)
        if len(key.stems) > _PLURAL_CODE:
            yield from (("head", key.stems[-1], s) for s in key.stems[:-1])


def _called(piece: Piece) -> list[tuple[str, NameKey]]:
    """Return the names with what they are compared by; of a body without its sessions."""
    if piece.entity.type != "body":
        return list(zip(piece.names, piece.name_keys, strict=True))
    names = dict.fromkeys(bare(name) for name in piece.names)
    return [(name, name_key(name)) for name in names]


def _codes(name: str) -> frozenset[str]:
    own = acronym(name)
    return initials(name) | ({own} if own else frozenset())


def compact(key: NameKey) -> str:
    """Return a name as one string: "FA-50" is "FA50"."""
    return "".join(key.stems)


def told_words(name: str) -> tuple[str, ...]:
    """Return the words by which a name differs from others, numbers in figures, in order.

    Legal forms and small words are none of them; empty where all words are common ones.
    """
    parts = [p for p in parts_of(name, "thing") if p.tells]
    return tuple(p.text for p in parts) if any(p.kind == "name" for p in parts) else ()


def _numbered_apart(x: str, y: str) -> bool:
    """Tell whether two names carry other numbers: "Fund VII" is not "Fund VIII"."""
    one, other = (
        [p.text for p in parts_of(name, "thing") if p.kind == "number"] for name in (x, y)
    )
    return len(one) == len(other) and one != other


def _link(i: int, j: int, a: Piece, b: Piece) -> Link | None:
    found = [
        step
        for x, kx in _called(a)
        for y, ky in _called(b)
        if not _numbered_apart(x, y) and (step := _names_alike(x, kx, y, ky))
    ]
    if not found:
        return _programme_link(i, j, a, b)
    score, why, generic = max(found)
    if (generic or _is_code_alone(a, b)) and not _bound_alike(a, b):
        return None
    return Link(i, j, score, why)


def _names_alike(x: str, kx: NameKey, y: str, ky: NameKey) -> tuple[float, str, bool] | None:
    generic = kx.generic or ky.generic
    if kx.bag == ky.bag or compact(kx) == compact(ky):
        return (1.0, f"the same name: {x}, {y}", generic)
    if told_words(x) and told_words(x) == told_words(y):
        told = compare(x, y, "thing")
        return (told.score, f"{told.why}: {x}, {y}", generic)
    for short, long in ((x, y), (y, x)):
        code = acronym(short)
        if code and code in initials(long):
            return (0.9, f"{short} are the initials of {long}", False)
    if sorted(map(sound, kx.bag)) == sorted(map(sound, ky.bag)):
        return (0.9, f"two spellings of one name: {x}, {y}", generic)
    less, more = sorted((set(kx.bag), set(ky.bag)), key=len)
    if len(less) > _PLURAL_CODE and less < more and kx.stems[-1] == ky.stems[-1]:
        return (0.8, f"one name with words left out: {x}, {y}", generic)
    return None


def _programme_link(i: int, j: int, a: Piece, b: Piece) -> Link | None:
    if a.kin != "programme":
        return None
    told = (called_otherwise(x, y) for x in a.names for y in b.names)
    why = next((w for w in told if w), None)
    return Link(i, j, 0.85, why) if why else None


def _is_code_alone(a: Piece, b: Piece) -> bool:
    """Tell whether of two bodies one is known by an acronym alone: many pairs have a JMC."""
    bodies = is_bound(a) and is_bound(b) and a.entity.type == "body"
    return bodies and any(all(acronym(n) for n in p.names) for p in (a, b))


def _bound_alike(a: Piece, b: Piece) -> bool:
    """Tell whether a name of a kind ("Ministry of Defence") means one thing in two reports."""
    one, other = between(a), between(b)
    if one and other:
        return one == other
    if a.country or b.country:
        return a.country == b.country
    if a.source.number == b.source.number:
        return True
    return len(a.pair) > 1 and a.pair == b.pair
