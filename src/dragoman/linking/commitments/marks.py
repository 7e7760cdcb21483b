"""What two tellings of a commitment have in common and what sets them apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.linking.commitments.likeness import Bond, amounts_alike
from dragoman.linking.days.dates import days
from dragoman.linking.days.timing import when_told
from dragoman.linking.figures.numbers import numbers_in
from dragoman.linking.grouping.standing import Standing, standings
from dragoman.linking.wording.context import Context
from dragoman.linking.wording.words import Rarity
from dragoman.record.vocabulary import LADDER

NEAR = 400
FIRM = LADDER.index("planned")


@dataclass(frozen=True)
class Bonds:
    """Commitments with what stands around them; `sealed` holds the pairs one agreement made."""

    items: Sequence[Bond]
    rarity: Rarity
    context: Context
    standing: Sequence[Standing]
    sealed: frozenset[tuple[int, int]]

    @classmethod
    def of(
        cls, items: Sequence[Bond], rarity: Rarity, sealed: frozenset[tuple[int, int]]
    ) -> "Bonds":
        """Return commitments with their standing among those as firm in their reports."""
        sorts = [(b.told.report.id, LADDER.index(b.row.kind) >= FIRM) for b in items]
        named = [b.parties.words(b.all) for b in items]
        context = Context.of([b.told for b in items], named, Rarity)
        standing = standings(sorts, [b.told.key[1] for b in items])
        return cls(items, rarity, context, standing, sealed)


def commitment_marks(bonds: Bonds, i: int, j: int) -> dict[str, float]:
    """Return what speaks for and against two commitments (positions) being one."""
    a, b = bonds.items[i], bonds.items[j]
    where = "here" if a.told.report.id == b.told.report.id else "there"
    marks = {"a commitment": 1.0} | _kinds(a, b) | _who(a, b) | _what(a, b, bonds.rarity)
    marks[when_told(a.days, b.days, a.published, b.published)] = 1.0
    marks |= _targets(a, b) | bonds.context.marks(i, j)
    mine, theirs = bonds.standing[i], bonds.standing[j]
    marks["both lead"] = float(mine.leads and theirs.leads)
    marks["both sole"] = float(mine.is_sole and theirs.is_sole)
    marks["sealed together"] = float((i, j) in bonds.sealed)
    if where == "here":
        marks["close by"] = float(abs(a.told.key[1] - b.told.key[1]) <= NEAR)
    return {f"{where}: {mark}": value for mark, value in marks.items()}


def _kinds(a: Bond, b: Bond) -> dict[str, float]:
    one, other = LADDER.index(a.row.kind), LADDER.index(b.row.kind)
    both = "firm" if min(one, other) >= FIRM else "soft" if max(one, other) < FIRM else "unlike"
    return {f"steps apart: {min(abs(one - other), 3)}": 1.0, f"both {both}": 1.0}


def _who(a: Bond, b: Bond) -> dict[str, float]:
    by = a.parties.likeness(a.row.by, b.row.by) if a.row.by and b.row.by else 0.5
    sides = a.parties.sides(a.row.by).keys(), a.parties.sides(b.row.by).keys()
    return {
        "bound alike": by,
        "parties alike": a.parties.likeness(a.all, b.all) if a.all and b.all else 0.5,
        "the same sides bound": float(sides[0] == sides[1]),
        "no side bound in common": float(bool(sides[0] and sides[1] and not sides[0] & sides[1])),
        "other persons": float(
            any(not a.persons[s] & b.persons[s] for s in a.persons.keys() & b.persons.keys())
        ),
    }


def _what(a: Bond, b: Bond, rarity: Rarity) -> dict[str, float]:
    same = a.words & b.words
    mine = {n for m in a.row.mentions for n in numbers_in(m.quote)}
    theirs = {n for m in b.row.mentions for n in numbers_in(m.quote)}
    return {
        "words alike": rarity.likeness(a.words, b.words),
        "words shared": rarity.shared(a.words, b.words),
        "words in common": min(len(same), 5) / 5,
        "a number in common": float(bool(mine & theirs)),
        "other numbers": float(bool(mine and theirs and not mine & theirs)),
    }


def _targets(a: Bond, b: Bond) -> dict[str, float]:
    marks = {}
    much = amounts_alike(a.row, b.row)
    if a.row.target.amount is not None and b.row.target.amount is not None:
        name = "equal" if much == 1.0 else "near" if much and much > 0.5 else "unlike"
        marks[f"amounts {name}"] = 1.0
    elif a.row.target.amount is not None or b.row.target.amount is not None:
        marks["one amount"] = 1.0
    one, other = days(a.row.target.due), days(b.row.target.due)
    if one and other:
        marks["due together" if one.meets(other) else "due apart"] = 1.0
    elif one or other:
        marks["due once"] = 1.0
    return marks
