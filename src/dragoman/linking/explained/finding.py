"""All explained differences in one list."""

from collections.abc import Sequence

from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.explained.currencies import converted
from dragoman.linking.explained.drafts import Explanation
from dragoman.linking.explained.pairs import Pairs
from dragoman.linking.explained.renaming import renamed
from dragoman.linking.explained.rounding import rounded
from dragoman.linking.explained.scopes import of_other_scope
from dragoman.linking.explained.slips import put_off
from dragoman.linking.numbering import numbered
from dragoman.record.nouns import Commitment, Disagreement, Explained


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
        *put_off(commitments),
    ]
    disputed = {frozenset(side.value for side in d.sides) for d in disagreements}
    kept: dict[tuple[str, ...], Explanation] = {}
    for one in sorted(found, key=_order):
        if frozenset(side.value for side in one.sides) not in disputed:
            kept.setdefault((one.why, *(side.value for side in one.sides)), one)
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
