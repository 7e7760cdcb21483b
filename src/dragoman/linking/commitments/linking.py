"""One commitment told by many reports is one row; voiced again later it is another."""

from collections.abc import Mapping, Sequence

from dragoman.linking.commitments.likeness import (
    BAR,
    Bond,
    BondProfile,
    features,
    likeness,
    never_one,
    profile_of,
)
from dragoman.linking.commitments.marks import Bonds, commitment_marks
from dragoman.linking.commitments.sealed import sealed_together
from dragoman.linking.grouping.apart import own_numbers
from dragoman.linking.grouping.averaging import averaged
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Groups, Link, grouped
from dragoman.linking.grouping.merging import Joined, merged_rows
from dragoman.linking.grouping.votes import best_date, most_common, supported
from dragoman.linking.grouping.weighing import NEVER, weighed
from dragoman.linking.told import Merged, Told, all_mentions
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Commitment, Entity, Event, Target
from dragoman.record.vocabulary import LADDER

MINORITY = 0.34
COPY_BAR = 0.4


def link_commitments(
    told: Sequence[Told[Commitment]],
    entities: Mapping[str, Entity],
    origins: Mapping[str, str],
    events: Sequence[Merged[Event]],
) -> Joined[Commitment]:
    """Group the commitments of all readings and merge each group into one row.

    `origins` leads from a report to the text it tells again; `events` are those of the record.
    """
    parties = Parties(entities)
    ranked = sorted(told, key=lambda t: (t.item.date or t.report.published or "", t.key))
    items = [Bond(t, parties) for t in ranked]
    rarity = Rarity([b.words for b in items])
    sealed = list(sealed_together(items, events))
    links = list(sealed)
    pairs = list(candidate_pairs([set(features(b, rarity)) for b in items]))
    for i, j in pairs:
        found = likeness(items[i], items[j], rarity)
        if found and found[0] >= _bar(ranked[i], ranked[j], origins):
            links.append(Link(i, j, *found))
    numbers = own_numbers(ranked, links)
    sure = grouped([profile_of(b, n) for b, n in zip(items, numbers, strict=True)], links)
    bonds = Bonds.of(items, rarity, frozenset((k.left, k.right) for k in sealed))
    return merged_rows("commitment", ranked, _likely(sure, bonds, pairs), _row)


def _likely(
    sure: Groups[BondProfile], bonds: Bonds, pairs: Sequence[tuple[int, int]]
) -> Groups[BondProfile]:
    """Join the groups that rules made where all that is told makes it likelier than not."""
    items = bonds.items

    def odds(i: int, j: int) -> float:
        if never_one(items[i], items[j]):
            return NEVER
        return weighed("commitment_weights", commitment_marks(bonds, i, j))

    def why(i: int, j: int) -> str:
        found = likeness(items[i], items[j], bonds.rarity)
        kinds = f"{items[i].row.kind} and {items[j].row.kind}"
        return found[1] if found else f"{kinds}, told of in like terms"

    return averaged(sure, [*pairs, *bonds.sealed], odds, why)


def _bar(a: Told[Commitment], b: Told[Commitment], origins: Mapping[str, str]) -> float:
    """Return the score from which two tellings are one: lower where one text is told again."""
    copied = a.report.id != b.report.id and origins[a.report.id] == origins[b.report.id]
    return COPY_BAR if copied else BAR


def _row(own: str, told: Sequence[Told[Commitment]]) -> Commitment:
    rows = [t.item for t in told]
    by = supported([r.by for r in rows], MINORITY)
    kinds = [r.kind for r in rows]
    kind = min(set(kinds), key=lambda k: (-kinds.count(k), -LADDER.index(k)))
    settled = [r.status for r in rows if r.status != "open"]
    return Commitment(
        id=own,
        kind=kind,
        subject=_subject(rows, kind),
        by=by,
        to=tuple(e for e in supported([r.to for r in rows], MINORITY) if e not in by),
        target=_target(rows),
        status=most_common(settled) or "open",
        date=best_date([r.date for r in rows]),
        mentions=all_mentions(told),
    )


def _subject(rows: Sequence[Commitment], kind: str) -> str:
    """Return the subject of a row of the kind chosen: the shortest that gives the target."""
    return min(
        rows, key=lambda r: (r.kind != kind, r.target.amount is None, len(r.subject), r.subject)
    ).subject


def _target(rows: Sequence[Commitment]) -> Target:
    """Return the target most rows give; its due date from any that has one."""
    amounts = [(r.target.amount, r.target.unit or "") for r in rows if r.target.amount is not None]
    amount, unit = min(set(amounts), key=lambda a: (-amounts.count(a), a), default=(None, ""))
    return Target(amount=amount, unit=unit or None, due=best_date([r.target.due for r in rows]))
