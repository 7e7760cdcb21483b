"""What is worth an analyst's look: doubtful merges, links, quarantined drafts, doubtful items."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from dragoman.record.decisions import Decision, Ground, in_force
from dragoman.record.nouns import Event, Mention
from dragoman.record.reasons import LinkReason
from dragoman.record.telling import evidence_of, item_words
from dragoman.record.vocabulary import MAIN_DAY
from dragoman.runs.review.making import MERGED, pinned
from dragoman.store.decisions.items import Taken, ground_at, item_at
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import load_reasons
from dragoman.store.linked import loading
from dragoman.store.readings import current_readings
from dragoman.store.views.citations import Citer

Kind = Literal["merge", "link", "draft", "item"]
KINDS: tuple[Kind, ...] = ("merge", "link", "draft", "item")
# A merge that scores as much is not doubtful.
SURE = 0.85
_FIRM = ("pledged", "agreed", "signed")


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at: why, the words it rests on with their citations, what may be decided.

    `score` is how sure linking was, None where it does not say. `accept` and `reject` are the
    decisions that the keys make; None where a key has no use.
    """

    kind: Kind
    item: str
    what: str
    why: str
    score: float | None = None
    quotes: tuple[tuple[str, str], ...] = ()
    accept: Decision | None = None
    reject: Decision | None = None


def queue(connection: Connection, kinds: Sequence[Kind] = KINDS) -> list[Doubt]:
    """Return what to look at, the most doubtful first; what was decided on is left out."""
    settled = _settled(in_force(load_decisions(connection)))
    citer = Citer(connection)
    ways: dict[Kind, Callable[[], Iterator[Doubt]]] = {
        "merge": lambda: _merges(connection, citer),
        "link": lambda: _links(connection, citer),
        "draft": lambda: _drafts(connection),
        "item": lambda: _items(connection, citer),
    }
    found = [doubt for kind in KINDS if kind in kinds for doubt in ways[kind]()]
    return [one for one in found if not (_keys(one.accept) | _keys(one.reject)) & settled]


def _settled(decisions: Sequence[Decision]) -> set[tuple[object, ...]]:
    return {key for one in decisions for key in _keys(one)}


def _keys(one: Decision | None) -> set[tuple[object, ...]]:
    """Return what tells that a decision is on the same thing as another."""
    if one is None or not one.grounds:
        return set()
    noun = "merge" if one.kind in ("merge", "split") else one.noun
    if one.noun == "draft":
        return {(noun, *sorted(one.grounds[0].told.items()))}
    sides = [tuple((m.report, m.start, m.end) for m in g.mentions[:1]) for g in one.grounds]
    return {(noun, *sorted(sides))} if noun == "merge" else {(noun, *sides)}


def _merges(connection: Connection, citer: Citer) -> Iterator[Doubt]:
    by_item: dict[str, list[LinkReason]] = {}
    for reason in load_reasons(connection):
        if reason.noun in MERGED and reason.left and reason.right:
            by_item.setdefault(reason.item, []).append(reason)
    doubtful = sorted(
        (r for some in by_item.values() for r in some if r.score < SURE),
        key=lambda r: (r.score, r.item, r.why),
    )
    for reason in doubtful:
        taken = item_at(connection, reason.item)
        sides = _parted(reason, by_item[reason.item])
        left, right = (
            ground_at(connection, taken, *sorted(s, key=lambda m: (m.report, m.start)))
            for s in sides
        )
        ends = [m for m in (reason.left, reason.right) if m is not None]
        one, other = (ground_at(connection, taken, end) for end in ends)
        yield Doubt(
            kind="merge",
            item=reason.item,
            what=item_words(taken.noun, taken.row),
            why=reason.why,
            score=reason.score,
            quotes=tuple((citer.cite(m), m.quote) for m in ends),
            accept=pinned("merge", taken.noun, one, other),
            reject=pinned("split", taken.noun, right, left),
        )


def _parted(reason: LinkReason, reasons: Sequence[LinkReason]) -> tuple[set[Mention], set[Mention]]:
    """Return the first mentions on either side of one link: the others hold the rest together."""
    assert reason.left is not None
    assert reason.right is not None
    near: dict[Mention, set[Mention]] = {}
    for other in reasons:
        if other is not reason and other.left and other.right:
            near.setdefault(other.left, set()).add(other.right)
            near.setdefault(other.right, set()).add(other.left)

    def reached(start: Mention, barred: Mention) -> set[Mention]:
        found, todo = {start}, [start]
        while todo:
            for one in near.get(todo.pop(), set()) - found - {barred}:
                found.add(one)
                todo.append(one)
        return found

    return reached(reason.left, reason.right), reached(reason.right, reason.left)


def _links(connection: Connection, citer: Citer) -> Iterator[Doubt]:
    """Yield what follows up a commitment and changes how it stands."""
    for made in loading.load_commitments(connection):
        if made.status == "open":
            continue
        for follow in (one for one in made.follow_ups if one.later):
            taken = item_at(connection, made.id)
            later = item_at(connection, follow.later)
            grounds = ground_at(connection, taken), ground_at(connection, later)
            yield Doubt(
                kind="link",
                item=made.id,
                what=f"{item_words('commitment', made)} — then {later.id} "
                f"{item_words(later.noun, later.row)}",
                why=f"by this the commitment counts as {made.status}",
                quotes=_quotes(citer, taken) + _quotes(citer, later),
                accept=pinned("confirm", "link", *grounds),
                reject=pinned("reject", "link", *grounds),
            )


def _drafts(connection: Connection) -> Iterator[Doubt]:
    for reading in current_readings(connection):
        for draft in reading.quarantined:
            told = {"layer": draft.layer, "quote": draft.quote, "reason": draft.reason}
            ground = Ground(
                noun="draft",
                item=reading.report,
                words=draft.quote,
                told={**told, "report": reading.report, "reader": reading.reader},
            )
            yield Doubt(
                kind="draft",
                item=reading.report,
                what=f"{draft.layer}: {draft.quote}",
                why=draft.reason,
                reject=pinned("reject", "draft", ground),
            )


def _items(connection: Connection, citer: Citer) -> Iterator[Doubt]:
    """Yield items that rest on little: the reader presumed, or told nobody who did it."""
    rows: list[Any] = [
        *loading.load_entities(connection),
        *loading.load_events(connection),
        *loading.load_commitments(connection),
    ]
    for row in rows:
        why = _doubtful(row)
        if why is None:
            continue
        taken = item_at(connection, row.id)
        ground = ground_at(connection, taken)
        yield Doubt(
            kind="item",
            item=row.id,
            what=item_words(taken.noun, row),
            why=why,
            quotes=_quotes(citer, taken),
            accept=pinned("confirm", taken.noun, ground),
            reject=pinned("reject", taken.noun, ground),
        )


def _doubtful(row: Any) -> str | None:
    if getattr(row, "presumed", None):
        return f"no report tells its state; presumed: {row.presumed}"
    if isinstance(row, Event):
        if not row.actors:
            return "nobody is told who did it"
        return "dated by what its report is about" if row.date_reason == MAIN_DAY else None
    if getattr(row, "kind", None) in _FIRM and not row.by:
        return f"{row.kind}, and nobody is told who is bound"
    return None


def _quotes(citer: Citer, taken: Taken) -> tuple[tuple[str, str], ...]:
    return tuple((citer.cite(m), m.quote) for m in evidence_of(taken.row)[:2])
