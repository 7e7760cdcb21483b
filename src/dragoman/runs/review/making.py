"""What the user asks for as decisions that stand on evidence; nothing is kept here."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from dragoman.record.decisions import Change, DecidedNoun, Decision, DecisionKind, Ground
from dragoman.record.errors import CorrectionInvalid, DecisionError, MergeUnfit, NeverMerged
from dragoman.record.nouns import Mention
from dragoman.record.telling import evidence_of, item_words
from dragoman.runs.review.values import changes_of, source_of
from dragoman.store.decisions.items import Taken, ground_at, item_at
from dragoman.store.views.citations import cited
from dragoman.store.views.filters import report_ids

MERGED = ("entity", "event", "commitment", "statement", "figure")
# Coverage mixes these up; anything else of two types is two things.
_KINDRED = (
    {"organization", "body"},
    {"organization", "state"},
    {"place", "state"},
    {"programme", "agreement"},
    {"organization", "programme"},
)
_NEEDED: dict[str, tuple[str, ...]] = {
    "entity": ("type",),
    "role": ("person", "title"),
    "event": ("type",),
    "commitment": ("kind", "subject"),
    "statement": (),
    "figure": ("value", "unit", "measure", "kind"),
}


def merge(connection: Connection, keys: Sequence[str]) -> Decision:
    """Return the decision that items are one; the first gives the name. Raises MergeUnfit."""
    taken = [item_at(connection, key) for key in keys]
    first = taken[0]
    for other in taken[1:]:
        _check_one(first, other)
    grounds = tuple(ground_at(connection, one) for one in taken)
    return _decision("merge", first.noun, *grounds)


def split(connection: Connection, key: str, off: Sequence[str]) -> Decision:
    """Return the decision that part of an item is another: citations or reports tell the part.

    Raises NeverMerged where that leaves nothing on one of the sides.
    """
    taken = item_at(connection, key)
    evidence = evidence_of(taken.row)
    if taken.noun not in MERGED:
        raise NeverMerged(f"{taken.id}: {taken.noun}s are not merged, so there is none to split")
    part = [m for m in evidence if any(_names(connection, one, m) for one in off)]
    rest = [m for m in evidence if m not in part]
    if not part:
        raise NeverMerged(
            f"{taken.id} does not rest on {', '.join(off) or 'nothing'}: give citations or reports "
            f"that `dragoman show {taken.id}` lists"
        )
    if not rest:
        raise NeverMerged(
            f"{taken.id} rests on nothing else: there is nothing to set apart. What it says is "
            f"set right with `dragoman correct {taken.id}`"
        )
    return _decision(
        "split",
        taken.noun,
        ground_at(connection, taken, *part),
        ground_at(connection, taken, *rest),
    )


def correct(connection: Connection, key: str, fields: Mapping[str, str]) -> Decision:
    """Return the decision that fields of an item are otherwise. Raises CorrectionInvalid."""
    taken = item_at(connection, key)
    changes = changes_of(connection, taken.noun, fields, taken)
    if not changes:
        raise CorrectionInvalid(f"{taken.id}: say what is right, as in date=2026-03-31")
    made = _decision("correct", taken.noun, ground_at(connection, taken))
    return msgspec.structs.replace(made, changes=changes)


def judge(connection: Connection, kind: DecisionKind, key: str, follow_up: str | None) -> Decision:
    """Return the decision that confirms or rejects an item, or one thing that follows it up."""
    taken = item_at(connection, key)
    if follow_up is None:
        return _decision(kind, taken.noun, ground_at(connection, taken))
    later = item_at(connection, follow_up)
    if taken.noun != "commitment" or later.noun not in ("event", "commitment", "statement"):
        raise DecisionError(
            f"{taken.id}: only commitments are followed up, by events, commitments or statements"
        )
    grounds = (ground_at(connection, taken), ground_at(connection, later))
    known = {f.later for f in taken.row.follow_ups}
    if kind == "reject" and later.id not in known:
        raise DecisionError(f"{later.id} does not follow up {taken.id}: nothing to reject")
    return _decision(kind, "link", *grounds)


def add(
    connection: Connection, noun: DecidedNoun, source: tuple[str, str], fields: Mapping[str, str]
) -> Decision:
    """Return the decision that adds an item which a report (`source`: its name, a quote) tells.

    Raises SourceInvalid, CorrectionInvalid.
    """
    mention = source_of(connection, *source)
    given = dict(fields)
    if noun == "entity":
        mention = msgspec.structs.replace(mention, form="name")
        given.setdefault("name", " ".join(mention.quote.split()))
    missing = [field for field in _NEEDED.get(noun, ()) if not given.get(field)]
    if noun == "statement" and not {"speaker", "speakers", "source"} & given.keys():
        missing.append("speaker")
    if noun not in _NEEDED or missing:
        needs = f"needs {', '.join(missing)}" if missing else "cannot be added"
        raise CorrectionInvalid(f"the {noun} {needs}: write them as field=value")
    changes = changes_of(connection, noun, given, None)
    told = {c.field: str(c.value) for c in changes if c.value is not None}
    words = f"{given.get('type', noun)}: {mention.quote}"
    ground = Ground(noun=noun, item="new", words=words, mentions=(mention,), told=told)
    return msgspec.structs.replace(_decision("add", noun, ground), changes=changes)


def pinned(kind: DecisionKind, noun: DecidedNoun, *grounds: Ground, **rest: Any) -> Decision:
    """Return a decision on grounds that are known already."""
    changes: tuple[Change, ...] = rest.get("changes", ())
    return msgspec.structs.replace(_decision(kind, noun, *grounds), changes=changes)


def _decision(kind: DecisionKind, noun: DecidedNoun, *grounds: Ground) -> Decision:
    return Decision(id="", kind=kind, noun=noun, by="", at="", grounds=grounds)


def _check_one(first: Taken, other: Taken) -> None:
    """Raise MergeUnfit where two items cannot be one."""
    both = f"{first.id} ({item_words(first.noun, first.row)}) and {other.id} "
    both += f"({item_words(other.noun, other.row)})"
    if first.id == other.id:
        led = other.led or first.led
        why = f", since {led} leads to it" if led else ""
        raise MergeUnfit(f"{first.id} and {other.id} are one already{why}")
    if first.noun != other.noun:
        raise MergeUnfit(f"{both} cannot be one: {first.noun} and {other.noun}")
    if first.noun not in MERGED:
        way = "correct their titles instead" if first.noun == "role" else "reject one instead"
        raise MergeUnfit(f"{both}: {first.noun}s are not merged, {way}")
    mine, theirs = getattr(first.row, "type", None), getattr(other.row, "type", None)
    if mine != theirs and {mine, theirs} not in _KINDRED:
        raise MergeUnfit(
            f"{both} cannot be one: a {mine} and a {theirs}. Where one is misread, correct its "
            f"type first (`dragoman correct ID type=…`)"
        )
    if first.noun == "figure" and first.row.value != other.row.value:
        raise MergeUnfit(f"{both} give two values; both are kept: reject the one that is misread")


def _names(connection: Connection, one: str, mention: Mention) -> bool:
    """Tell whether a citation, or a report's name, means a mention."""
    span = cited(one)
    if span is None:
        return mention.report in report_ids(connection, one.strip("[] "))
    start_of_id, start, end = span
    return mention.report.startswith(start_of_id) and mention.start < end and start < mention.end
