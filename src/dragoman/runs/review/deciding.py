"""Decisions signed, kept and carried out: all of them and what follows, or nothing."""

import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from dragoman.record.decisions import Decision, Effect, decision_id, in_force
from dragoman.record.errors import (
    ClockSetBack,
    DecisionContradicts,
    DecisionError,
    DecisionNotFound,
    ItemGone,
    NeverMerged,
)
from dragoman.runs.linking import link_within
from dragoman.runs.opening import open_record
from dragoman.store.changes import changes_after, load_runs
from dragoman.store.decisions.keeping import load_decisions, save_decisions
from dragoman.store.decisions.linkage import load_effects

VARIABLE = "DRAGOMAN_BY"
_STANDS = ("applied", "held")


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """Who decides, and why."""

    by: str
    why: str = ""


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """One item that a decision moved: `what` is new, gone, status or evidence."""

    item: str
    noun: str
    what: str
    before: str | None = None
    after: str | None = None


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions as they were kept, what became of each, and the items that moved by them."""

    decisions: tuple[Decision, ...]
    effects: tuple[Effect, ...]
    changed: tuple[Changed, ...] = ()


def signature(by: str | None, why: str | None) -> Signature:
    """Return who decides: as given, else DRAGOMAN_BY, else the user's name on this machine.

    Raises DecisionError where nobody can be told.
    """
    name = by or os.environ.get(VARIABLE) or _user()
    if not name.strip():
        raise DecisionError(f"who decides? Say it with --by NAME or set {VARIABLE}")
    return Signature(by=name.strip(), why=(why or "").strip())


def decide(
    record: Path,
    build: Callable[[Connection], Sequence[Decision]],
    signed: Signature,
    *,
    dry_run: bool = False,
) -> Made:
    """Make the decisions that `build` returns, and link the record anew, in one transaction.

    A dry run does the same and takes it all back. Raises DecisionError, RecordError.
    """
    with _deciding(record, dry_run=dry_run) as connection:
        known = load_decisions(connection)
        made = [sign(one, signed, known) for one in build(connection)]
        return _finish(connection, known, made)


def keep(
    record: Path, build: Callable[[Connection], Sequence[Decision]], *, dry_run: bool = False
) -> Made:
    """Keep decisions that are signed already, as `decide` does."""
    with _deciding(record, dry_run=dry_run) as connection:
        known = load_decisions(connection)
        return _finish(connection, known, list(build(connection)))


def undoing(connection: Connection, key: str) -> Decision:
    """Return the decision that takes back the one with this id. Raises DecisionNotFound."""
    known = load_decisions(connection)
    found = [one for one in known if one.id.startswith(key.strip())] if key.strip() else []
    if len(found) != 1:
        what = "begins several decisions: give more of it" if found else "was never decided"
        raise DecisionNotFound(f"{key!r} {what}; `dragoman log` lists all")
    gone = {e.decision: e.other for e in load_effects(connection) if e.state == "undone"}
    if found[0].id in gone:
        raise DecisionNotFound(
            f"{found[0].id} is undone already, by {gone[found[0].id]}: `dragoman undo "
            f"{gone[found[0].id]}` puts it in force again"
        )
    return Decision(id="", kind="undo", noun=None, by="", at="", undoes=found[0].id)


def sign(one: Decision, signed: Signature, known: Sequence[Decision]) -> Decision:
    """Return a decision signed and dated. Raises ClockSetBack."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    last = max(in_force(known), key=lambda d: d.at, default=None)
    if last is not None and last.at > now:
        if one.undoes != last.id:
            raise ClockSetBack(
                f"this machine's clock says {now[:19]}, but {last.id} was decided at "
                f"{last.at[:19]}: set the clock right, or, if it was wrong then, take that back "
                f"with `dragoman undo {last.id}`"
            )
        now = last.at
    made = msgspec.structs.replace(one, by=signed.by, at=now, why=signed.why)
    return msgspec.structs.replace(made, id=decision_id(made))


@contextmanager
def _deciding(record: Path, *, dry_run: bool) -> Iterator[Connection]:
    database = open_record(record)
    with database.writing() as connection:
        yield connection
        if dry_run:
            connection.rollback()


def _finish(connection: Connection, known: Sequence[Decision], made: list[Decision]) -> Made:
    stood = {e.decision for e in load_effects(connection) if e.state in _STANDS}
    last = max((run.number for run in load_runs(connection)), default=0)
    save_decisions(connection, made)
    link_within(connection)
    effects = load_effects(connection)
    _check(made, known, stood, effects)
    own = {one.id for one in made} | {one.undoes for one in made}
    return Made(
        decisions=tuple(made),
        effects=tuple(e for e in effects if e.decision in own),
        changed=tuple(
            Changed(item=r.item, noun=r.noun, what=r.what, before=r.before, after=r.after)
            for r in changes_after(connection, last)
        ),
    )


def _check(
    made: Sequence[Decision], known: Sequence[Decision], stood: set[str], effects: Sequence[Effect]
) -> None:
    """Raise where a new decision did not take, or took away what an earlier one stands on."""
    new = {one.id: one for one in made}
    old = {one.id: one for one in known}
    for effect in effects:
        one = new.get(effect.decision)
        if one is not None and one.kind == "split" and effect.state in ("lost", "held"):
            raise NeverMerged(
                f"{one.grounds[0].item}: what is to be set apart and what is to stay were never "
                f"merged; what is wrong in it is set right with `dragoman correct`"
            )
        if one is not None and effect.state == "lost":
            raise ItemGone(f"{effect.why}: look for it with `dragoman search`")
        if one is not None and effect.state == "overruled" and effect.other:
            raise _contradiction(one, {**old, **new}[effect.other])
        if one is None and effect.decision in stood and effect.state in ("lost", "overruled"):
            raise _contradiction(new.get(effect.other or "", made[0]), old[effect.decision])


def _contradiction(new: Decision, old: Decision) -> DecisionContradicts:
    on = new.grounds[0].item if new.grounds else new.undoes
    return DecisionContradicts(
        f"to {new.kind} {on} contradicts {old.id} ({told(old)}): take that back first with "
        f"`dragoman undo {old.id}`"
    )


def told(one: Decision) -> str:
    """Return a decision in words: what, by whom and when."""
    items = ", ".join(ground.item for ground in one.grounds) or one.undoes
    return f"{one.kind} {items}, by {one.by} on {one.at[:10]}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
