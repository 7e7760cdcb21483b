"""Decisions as a file that two desks can share: JSON lines, each standing on evidence.

The first line says what the file is and names the reports; every other line is a decision.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from dragoman.record.decisions import Change, Decision, Ground, decision_id, fits
from dragoman.record.errors import DecisionsInvalid, ReportsForeign
from dragoman.record.nouns import Mention
from dragoman.runs.opening import open_record
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.reports import load_reports

T = TypeVar("T")
FORM = "dragoman-decisions"
VERSION = 1
# Tens of thousands of decisions, quotes included.
LARGEST = 256 * 2**20
_SHOWN = 8
_AT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the file names it, for who lacks it."""

    id: str
    file: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


class _Form(msgspec.Struct, frozen=True):
    """What tells which form the rest has."""

    form: str
    version: int


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a file of decisions."""

    form: str
    version: int
    reports: tuple[Named, ...] = ()


def exported(record: Path) -> str:
    """Return all decisions of a record, undone ones and undos among them, as JSON lines."""
    with open_record(record).reading() as connection:
        decisions = load_decisions(connection)
        used = {m.report for one in decisions for m in _mentions(one)}
        reports = [r for r in load_reports(connection) if r.id in used]
    fields = ("id", "file", "title", "outlet", "published", "url")
    named = tuple(Named(**{field: getattr(r, field) for field in fields}) for r in reports)
    head = Head(form=FORM, version=VERSION, reports=named)
    lines = [msgspec.json.encode(one) for one in (head, *decisions)]
    return b"\n".join(lines).decode() + "\n"


def load_file(path: Path) -> tuple[Head, list[Decision]]:
    """Return what a file of decisions holds. Raises DecisionsInvalid."""
    lines = _lines(path)
    if not lines:
        raise DecisionsInvalid(f"{path} is empty: `dragoman decisions export` writes such a file")
    form = _decoded(path, 1, lines[0], _Form)
    if form.form == FORM and form.version > VERSION:
        raise DecisionsInvalid(
            f"{path} was written by a newer Dragoman (version {form.version} of the file, this "
            f"one knows {VERSION}): install the newer version"
        )
    if (form.form, form.version) != (FORM, VERSION):
        raise DecisionsInvalid(
            f"{path} is of form {form.form!r}, version {form.version}, not {FORM!r}, {VERSION}"
        )
    head = _decoded(path, 1, lines[0], Head)
    decisions = [
        _decoded(path, number, line, Decision)
        for number, line in enumerate(lines[1:], start=2)
        if line.strip()
    ]
    for one in decisions:
        _check(path, one)
    return head, decisions


def _lines(path: Path) -> list[bytes]:
    try:
        if (size := path.stat().st_size) > LARGEST:
            raise DecisionsInvalid(
                f"{path} has {size >> 20} MiB, and a file of decisions {LARGEST >> 20} at most: "
                f"is it the right one?"
            )
        return path.read_bytes().splitlines()
    except OSError as error:
        raise DecisionsInvalid(f"{path} cannot be read: {error.strerror or error}") from error


def _decoded(path: Path, number: int, line: bytes, form: type[T]) -> T:
    try:
        return msgspec.json.decode(line, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DecisionsInvalid(
            f"{path}, line {number}, is not what `dragoman decisions export` writes: {error}"
        ) from error


def fitted(connection: Connection, head: Head, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that the record does not hold yet, ready to be kept.

    Raises ReportsForeign where one stands on reports that the record lacks, or that hold other
    words at its place, and DecisionsInvalid where one undoes what nobody decided.
    """
    known = {one.id for one in load_decisions(connection)}
    new = [one for one in decisions if one.id not in known]
    texts = {r.id: r.text for r in load_reports(connection)}
    named = {report.id: report for report in head.reports}
    missing: dict[str, set[str]] = {}
    for one in new:
        for ground in _grounds(one):
            held = [m for m in ground.mentions if m.report in texts]
            if ground.mentions and not held:
                for mention in ground.mentions:
                    missing.setdefault(mention.report, set()).add(one.id)
            for m in held:
                if texts[m.report][m.start : m.end] != m.quote:
                    raise ReportsForeign(
                        f"{one.id} stands on {m.quote!r}, which {m.report} does not hold at "
                        f"{m.start}: the two records took its text out differently; read that "
                        f"report with the same version of Dragoman"
                    )
    if missing:
        raise ReportsForeign(_lacking(missing, named))
    all_known = known | {one.id for one in new}
    for one in new:
        if one.undoes is not None and one.undoes not in all_known:
            raise DecisionsInvalid(
                f"{one.id} undoes {one.undoes}, which is in neither record nor file"
            )
    return new


def _lacking(missing: dict[str, set[str]], named: dict[str, Named]) -> str:
    lines = []
    for report in sorted(missing):
        about = named.get(report)
        told = [about.file, about.outlet, about.published, about.url] if about else []
        words = ", ".join(part for part in told if part)
        lines.append(f"{report} ({words or 'not named'}) for {', '.join(sorted(missing[report]))}")
    more = f"; and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    return (
        "nothing imported: these decisions were made on reports that the record does not hold: "
        f"{'; '.join(lines[:_SHOWN])}{more}. Read those reports first, or take these lines out"
    )


def _check(path: Path, one: Decision) -> None:
    """Raise DecisionsInvalid where a decision was changed by hand, or is none."""
    wrong = None
    if decision_id(one) != one.id:
        wrong = "was changed after it was made: its id no longer fits what it says"
    elif not _AT.fullmatch(one.at):
        wrong = f"has no time that can be read: {one.at!r}"
    elif one.at > datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"):
        wrong = f"was made at {one.at[:19]}, which is still to come: set the clocks right"
    elif (one.kind == "undo") != (one.undoes is not None) or (
        one.kind != "undo" and not one.grounds
    ):
        wrong = "stands on nothing"
    elif one.kind in ("merge", "split") and len(one.grounds) < 2:
        wrong = "needs two things that it stands on"
    for change in one.changes:
        if wrong is None and one.noun and not change.entities:
            wrong = fits(one.noun, change.field, change.value)
    if wrong is not None:
        raise DecisionsInvalid(f"{path}: {one.id} {wrong}")


def _grounds(one: Decision) -> Iterator[Ground]:
    yield from one.grounds
    changes: Sequence[Change] = one.changes
    for change in changes:
        yield from change.entities


def _mentions(one: Decision) -> Iterator[Mention]:
    for ground in _grounds(one):
        yield from ground.mentions
