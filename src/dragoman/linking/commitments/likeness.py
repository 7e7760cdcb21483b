"""Whether two reports tell one commitment: kind, who is bound, when, what, how much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from dragoman.linking.days.dates import Days, days
from dragoman.linking.figures.numbers import counted, is_money
from dragoman.linking.grouping.apart import told_apart
from dragoman.linking.told import Told
from dragoman.linking.who.parties import Parties, same_company
from dragoman.linking.wording.words import Rarity, Words, content_words, courtesies
from dragoman.record.nouns import Commitment
from dragoman.record.vocabulary import LADDER

FIRM = LADDER.index("planned")
BAR = 0.52
SAME_AMOUNT = 0.58
SLIP = 2
OCCASION = 31
AGAIN_PARTIES = 0.8
AGAIN_WORDS = 0.45
NEAR_AMOUNTS = 0.1
FAR_AMOUNTS = 0.5
OTHER_UNIT = 0.2
FAR_STEPS = 3
LONG = 183


@dataclass(frozen=True)
class Bond:
    """A commitment of one reading as it is compared."""

    told: Told[Commitment]
    parties: Parties

    @property
    def row(self) -> Commitment:
        """Return the commitment itself."""
        return self.told.item

    @cached_property
    def days(self) -> Days | None:
        """Return when it was voiced or made."""
        return days(self.row.date)

    @cached_property
    def published(self) -> Days | None:
        """Return the day of the report."""
        return days(self.told.report.published)

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Return all who are bound, voice it or are asked."""
        return (*self.row.by, *self.row.to)

    @cached_property
    def sides(self) -> frozenset[str]:
        """Return the states concerned."""
        return frozenset(self.parties.sides(self.all))

    @cached_property
    def alone(self) -> "BondProfile":
        """Return its profile as if nothing else stood in its report."""
        return profile_of(self, 0)

    @cached_property
    def persons(self) -> dict[str, frozenset[str]]:
        """Return who is named on each side as bound or voicing it."""
        return self.parties.persons(self.row.by)

    @cached_property
    def words(self) -> Words:
        """Return what it is on without parties, and without courtesies where more is said."""
        said = frozenset().union(*(content_words(m.quote) for m in self.row.mentions))
        named = self.parties.words(self.all)
        told = (said | content_words(self.row.subject)) - named
        plain = frozenset(w for w in told - courtesies() if not w.isdigit())
        return plain or told - courtesies() or told


@dataclass(frozen=True, slots=True)
class BondProfile:
    """What must not clash when commitments are joined."""

    apart: Mapping[str, int]
    steps: tuple[int, int]
    span: Days | None

    def bears(self, other: Self) -> bool:
        """Refuse what one report tells apart, kinds far apart on the ladder, dates apart.

        From a plan to a signature, reports of one day differ in what they call it.
        """
        if told_apart(self.apart, other.apart):
            return False
        low, high = min(*self.steps, *other.steps), max(*self.steps, *other.steps)
        if high - low > 1 and low < FIRM:
            return False
        return not (self.span and other.span) or self.span.gap(other.span) <= SLIP

    def joined(self, other: Self) -> Self:
        """Return both together; the narrower span stays, as the surer."""
        spans = sorted((s for s in (self.span, other.span) if s), key=lambda s: (s.length, s.first))
        steps = (*self.steps, *other.steps)
        return type(self)(
            {**self.apart, **other.apart}, (min(steps), max(steps)), spans[0] if spans else None
        )


def profile_of(b: Bond, number: int) -> BondProfile:
    """Return the profile of one commitment; `number` is shared by what a report tells twice."""
    step = LADDER.index(b.row.kind)
    return BondProfile({b.told.report.id: number}, (step, step), b.days)


def features(b: Bond, rarity: Rarity) -> Iterator[tuple[str, ...]]:
    """Yield what two tellings of one commitment are likely to share."""
    for side in sorted(b.sides) or [""]:
        yield from ((side, word) for word in rarity.rarest(b.words, 8))
    if len(b.sides) > 1:
        yield ("sides", *sorted(b.sides))
    if b.row.target.due is not None:
        yield from (("due", side, b.row.target.due) for side in sorted(b.sides))
    if b.row.target.amount is not None:
        yield ("amount", repr(b.row.target.amount), b.row.target.unit or "")


def likeness(a: Bond, b: Bond, rarity: Rarity) -> tuple[float, str] | None:
    """Return the score (0 to 1) and reasons that two commitments are one; None if not."""
    if not a.alone.bears(b.alone):
        return None
    if not same_company(a.persons, b.persons):
        return None
    who = bound_alike(a, b)
    much = amounts_alike(a.row, b.row)
    words = rarity.shared(a.words, b.words)
    when = _when_alike(a, b)
    if not who or much is None or when is None:
        return None
    score = 0.25 * who + 0.2 * when + 0.4 * words + 0.15 * much
    if much == 1.0 and _counts_one_thing(a, b):
        score = max(score, SAME_AMOUNT)
    if a.told.report.id == b.told.report.id and not _told_again(a, b, who, words):
        return None
    why = (
        f"{a.row.kind} and {b.row.kind}, bound parties alike {who:.2f}, dates {when:.2f}, "
        f"words {words:.2f}, amounts {much:.2f}"
    )
    return round(score, 4), why


def never_one(a: Bond, b: Bond) -> bool:
    """Tell whether two commitments are two whatever else is alike: other persons, voiced again.

    What is voiced again long after, or is wished by one report and agreed by another, is a row of
    its own, which follows on the first or disagrees with it. What is told without a day may well
    go back to one told long before.
    """
    if not same_company(a.persons, b.persons) or _far_apart(a, b) or _counts_another(a, b):
        return True
    return a.days is not None and b.days is not None and a.days.gap(b.days) > LONG


def _far_apart(a: Bond, b: Bond) -> bool:
    """Tell whether one is but wished for or asked and the other much firmer."""
    one, other = LADDER.index(a.row.kind), LADDER.index(b.row.kind)
    return abs(one - other) > FAR_STEPS and min(one, other) < FIRM


def _counts_another(a: Bond, b: Bond) -> bool:
    """Tell whether one report gives numbers of two things: 180 tanks, and 81 lorries."""
    one, other = a.row.target, b.row.target
    if a.told.report.id != b.told.report.id or one.amount is None or other.amount is None:
        return False
    units = [u for u in (one.unit, other.unit) if u and not is_money(u)]
    return len({counted(u) for u in units}) > 1


def _counts_one_thing(a: Bond, b: Bond) -> bool:
    """Tell whether two reports of one occasion give a number of one thing to be had."""
    unit = a.row.target.unit
    if not unit or a.told.report.id == b.told.report.id or not a.words & b.words:
        return False
    firm = min(LADDER.index(a.row.kind), LADDER.index(b.row.kind)) >= FIRM
    near = a.published and b.published and a.published.gap(b.published) <= OCCASION
    return bool(firm and near) and counted(unit) == counted(b.row.target.unit or "")


def _told_again(a: Bond, b: Bond, who: float, words: float) -> bool:
    """Tell whether one report tells a commitment twice: readers part what is told apart."""
    same = a.row.target.amount == b.row.target.amount
    due = a.row.target.due is not None and a.row.target.due == b.row.target.due
    enough = due or len(a.words & b.words) > 1 or a.words == b.words
    return same and enough and who >= AGAIN_PARTIES and words >= AGAIN_WORDS


def bound_alike(a: Bond, b: Bond) -> float:
    """Return how far the same are bound; a joint commitment may name them in another order."""
    if not a.row.by or not b.row.by:
        return 0.5 if not a.all or not b.all else 0.6 * a.parties.likeness(a.all, b.all)
    by = a.parties.likeness(a.row.by, b.row.by)
    both = a.parties.likeness(a.all, b.all)
    return (by + both) / 2 if by else 0.0


def amounts_alike(a: Commitment, b: Commitment) -> float | None:
    """Return how far targets agree: 1 equal, 0.6 near, 0.5 where one gives none; None if apart.

    Amounts up to half as large are borne if all else agrees: reports get numbers wrong.
    """
    x, y = a.target.amount, b.target.amount
    if x is None or y is None:
        return 0.5
    if a.target.unit and b.target.unit and counted(a.target.unit) != counted(b.target.unit):
        return OTHER_UNIT
    if x == y:
        return 1.0
    off = abs(x - y) / max(abs(x), abs(y))
    return 0.6 if off <= NEAR_AMOUNTS else 0.0 if off <= FAR_AMOUNTS else None


def _when_alike(a: Bond, b: Bond) -> float | None:
    """Return how far dates agree, 0 to 1; None where one is voiced long after the other."""
    if a.days and b.days:
        return 1.0 if a.days == b.days else 0.8
    first, second = a.days or a.published, b.days or b.published
    if first is None or second is None:
        return 0.3
    apart = first.gap(second)
    if apart > OCCASION:
        return None
    return 0.6 if apart <= 3 else 0.3
