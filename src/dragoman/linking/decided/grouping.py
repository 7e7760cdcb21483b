"""Merges, splits and rejections carried out on a cast, the same way for every noun."""

from collections.abc import Callable, Iterable

from dragoman.linking.decided.cast import Cast, M
from dragoman.linking.decided.ledger import Ledger
from dragoman.record.decisions import DecidedNoun, Decision, Ground

Kin = Callable[[Ground], str | None]
Naming = Callable[[list[int], set[str]], str]


class Grouping:
    """Carries out what regroups the rows of one noun.

    `kin` says what a ground's members must be; `named` gives the id of a row
    of these members, out of rows that had these ids.
    """

    def __init__(
        self, noun: DecidedNoun, cast: Cast[M], ledger: Ledger, kin: Kin, named: Naming
    ) -> None:
        self._noun: DecidedNoun = noun
        self._cast = cast
        self._ledger = ledger
        self._kin = kin
        self._named = named

    def carry_out(self) -> None:
        """Merge and split in the order decided, check what is overruled by then, and reject."""
        regrouped = list(self._ledger.of(self._noun, "merge", "split"))
        for one in regrouped:
            if one.kind == "merge":
                self._merge(one)
            else:
                self._split(one)
        for at, one in enumerate(regrouped):
            self._check(one, regrouped[at + 1 :])
        for one in self._ledger.of(self._noun, "reject"):
            self._reject(one)

    def confirm(self) -> None:
        """Note where the rows are that were confirmed, and which of those added are gone again."""
        for one in self._ledger.of(self._noun, "confirm", "add"):
            own = self.find(one.grounds[0])
            if own is None and one.kind == "add":
                self._ledger.overrule(one, None)
            elif own is None:
                self._ledger.note(one, "lost", why=gone(one.grounds[0]))
            elif one.kind == "confirm":
                self._ledger.note(one, "held", own)

    def _reject(self, one: Decision) -> None:
        """Take out the rows of readings that a rejection stands on; what else tells it stays."""
        ground = one.grounds[0]
        own = self._cast.find(ground, self._kin(ground))
        if own is None:
            self._ledger.note(one, "lost", why=gone(ground))
            return
        resting = self._cast.resting(ground, self._kin(ground))
        self._cast.move([n for n in resting if self._cast.holder[n] == own], None)
        self._ledger.note(one, "applied", own)

    def find(self, ground: Ground) -> str | None:
        """Return the row that a ground means."""
        return self._cast.find(ground, self._kin(ground))

    def _merge(self, one: Decision) -> None:
        owns = [self.find(ground) for ground in one.grounds]
        for own, ground in zip(owns, one.grounds, strict=True):
            if own is None:
                self._ledger.note(one, "lost", why=gone(ground))
                return
        rows = self._cast.rows()
        numbers = sorted({n for own in owns if own is not None for n in rows[own]})
        if len(set(owns)) == 1:
            self._ledger.note(one, "held", owns[0])
            return
        into = self._named(numbers, {own for own in owns if own is not None})
        self._cast.move(numbers, into)
        self._ledger.note(one, "applied", into)

    def _split(self, one: Decision) -> None:
        part, rest = self._sides(one)
        if not part or not rest:
            self._ledger.note(one, "lost", why=gone(one.grounds[0 if not part else 1]))
            return
        mixed = sorted(self._holders(part) & self._holders(rest))
        if not mixed:
            self._ledger.note(one, "held", min(self._holders(part)))
            return
        rows = self._cast.rows()
        for own in mixed:
            off = [n for n in rows[own] if n in part]
            stay = [n for n in rows[own] if n not in part]
            # The first member gives a row its id; the other side gets one of its own.
            second = stay if min(off) < min(stay) else off
            self._cast.move(second, self._named(second, set()))
        self._ledger.note(one, "applied", min(self._holders(part)))

    def _sides(self, one: Decision) -> tuple[set[int], set[int]]:
        """Return the members of the part set apart and of what stays."""
        part, rest = (self._cast.meant(g, self._kin(g)) for g in one.grounds[:2])
        apart = {n for n in part if part[n] > rest.get(n, 0.0)}
        return apart, set(rest) - apart

    def _holders(self, numbers: Iterable[int]) -> set[str]:
        return {own for n in numbers if (own := self._cast.holder[n]) is not None}

    def _check(self, one: Decision, later: list[Decision]) -> None:
        """Note a decision as overruled where the record in the end says otherwise."""
        if one.kind == "merge":
            owns = {self.find(ground) for ground in one.grounds} - {None}
            broken = len(owns) > 1
        else:
            part, rest = self._sides(one)
            broken = bool(self._holders(part) & self._holders(rest))
        if broken:
            other = next((o for o in reversed(later) if o.kind != one.kind), None)
            self._ledger.overrule(one, other, self.find(one.grounds[0]))


def gone(ground: Ground) -> str:
    """Return in words that what a decision stands on is gone."""
    return f"nothing in the record rests any more on the words of {ground.item} ({ground.words})"
