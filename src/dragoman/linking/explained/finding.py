"""All explained differences in one list."""

from collections.abc import Sequence
from itertools import combinations

from dragoman.linking.disagreements.amounts import Amount
from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.explained.currencies import converted
from dragoman.linking.explained.drafts import Explanation
from dragoman.linking.explained.pairs import Pairs
from dragoman.linking.explained.renaming import renamed
from dragoman.linking.explained.rounding import rounded
from dragoman.linking.explained.scopes import changed_since, for_other_times, of_other_scope
from dragoman.linking.explained.slips import put_off
from dragoman.linking.grouping.numbering import numbered
from dragoman.linking.lexicon import words_of
from dragoman.record.nouns import Commitment, Disagreement, Explained


def told_apart(linkage: Linkage, disagreements: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Return the disagreements that nothing explains, as other years and later counts do."""
    pairs = Pairs(linkage)
    return tuple(d for d in disagreements if d.kind != "figure" or not _is_explained(d, pairs))


def _is_explained(found: Disagreement, pairs: Pairs) -> bool:
    """Tell whether each number of each side is explained beside each of any other."""
    sides = [[a for m in side.mentions for a in pairs.book.inside(m)] for side in found.sides]
    beside = [(a, b) for one, other in combinations(sides, 2) for a in one for b in other]
    return bool(beside) and all(
        _of_other_years(a, b, pairs) or changed_since(a, b, pairs) for a, b in beside
    )


def _of_other_years(a: Amount, b: Amount, pairs: Pairs) -> bool:
    """Tell whether what two numbers measure is measured anew each year, and the years are two."""
    one, other = pairs.measured(a), pairs.measured(b)
    yearly = one is not None and one.thing in words_of("yearly_things")
    return yearly and one == other and for_other_times(a, b)


def find_explained(
    linkage: Linkage, commitments: Sequence[Commitment], disagreements: Sequence[Disagreement]
) -> tuple[Explained, ...]:
    """Return values of one thing that differ and are explained; no `disagreements` among them.

    `commitments` are those of the record with what follows them up.
    """
    pairs = Pairs(linkage)
    found = [
        *rounded(pairs),
        *converted(pairs),
        *of_other_scope(pairs),
        *renamed(linkage),
        *put_off(linkage, commitments),
    ]
    disputed = {frozenset(side.value for side in d.sides) for d in disagreements}
    kept: dict[tuple[str, ...], Explanation] = {}
    for one in sorted(found, key=_order):
        values = [side.value for side in one.sides]
        if frozenset(values) not in disputed:
            kept.setdefault((one.kind, *values), one)
    ids = numbered("explained", [_base(one) for one in kept.values()])
    return tuple(
        Explained(id=own, kind=e.kind, why=e.why, reason=e.reason, about=e.about, sides=e.sides)
        for own, e in zip(ids, kept.values(), strict=True)
    )


def _order(one: Explanation) -> tuple[str, ...]:
    return (*_base(one)[:1], one.why, *_base(one), one.reason)


def _base(one: Explanation) -> tuple[str, ...]:
    spans = [f"{m.report}:{m.start}-{m.end}" for side in one.sides for m in side.mentions[:1]]
    return (one.kind, *(side.value for side in one.sides), *spans)
