"""What the components of the English reader hand to each other, as attributes of a spaCy Doc.

The Doc spans the whole text of one report, so `token.idx` is an offset into `Report.text`.
Components read and set (`doc._.…`):

    published   str | None            the report's date, set before the first component runs
    report      Report                the report itself
    readable    list[bool]            per token: not furniture
    times       tuple[Time, ...]      by the component `dragoman_times`
    mentions    tuple[Name, ...]      by `dragoman_mentions`, in text order
    things      tuple[Thing, ...]     by `dragoman_coreference`: one per entity of the report
    roles       tuple[Role, ...]      by `dragoman_roles` (nouns.Role with draft ids)
    figures     tuple[FigureDraft, ...]
    statements  tuple[StatementDraft, ...]
    events      tuple[EventDraft, ...]
    commitments tuple[CommitmentDraft, ...]
    workings    tuple[WorkingDraft, ...]     by `dragoman_bodies`

Spans are character offsets [start, end); `head` and `token` are token indices into the Doc.
A thing is referred to by its position in `doc._.things`.
"""

import msgspec

from dragoman.record.nouns import CommitmentKind, EntityType, FigureKind, Form, Hedge, Status
from dragoman.record.workings import WorkingKind, WorkingState


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type and value.

    `date` is the value as an ISO 8601 date or interval "a/b" where it names a stretch of the
    calendar, else None (durations, sets, "recently"). In a report without a full date of its own
    it may be relative (`record/relative.py`), here and in the drafts below. `reason` says how the
    value was found.
    """

    start: int
    end: int
    type: str
    value: str | None
    date: str | None
    reason: str


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One mention. `type` and `country` are what the words alone tell (None where they do not).

    `thing` is set by coreference: positions in `doc._.things` this mention stands for (several
    for "both sides").
    """

    start: int
    end: int
    head: int
    form: Form
    type: EntityType | None
    country: str | None = None
    plural: bool = False
    things: tuple[int, ...] = ()


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of the report.

    `country` is what the report's words tell; `guess` the likeliest state where they do not.
    """

    type: EntityType
    name: str
    country: str | None = None
    guess: str | None = None
    names: tuple[str, ...] = ()
    within: int | None = None


class FigureDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An amount: see `dragoman.record.nouns.Figure`."""

    start: int
    end: int
    value: float
    unit: str
    measure: str
    kind: FigureKind


class StatementDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A reported or quoted span: see `dragoman.record.nouns.Statement`.

    `cue` is the token that brings it. Spans of one statement may be several (a broken quote).
    """

    spans: tuple[tuple[int, int], ...]
    cue: int
    speakers: tuple[int, ...] = ()
    via: int | None = None
    source: str | None = None
    hedge: Hedge = "stated"


class EventDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A happening told by the clause [start, end), around the trigger `token`."""

    start: int
    end: int
    token: int
    type: str
    mode: str | None = None
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    place: int | None = None
    date: str | None = None
    date_reason: str | None = None
    hedge: Hedge | None = None


class CommitmentDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An undertaking, offer, request or wish told by [start, end), around the trigger `token`."""

    start: int
    end: int
    token: int
    kind: CommitmentKind
    subject: str
    by: tuple[int, ...] = ()
    to: tuple[int, ...] = ()
    amount: float | None = None
    unit: str | None = None
    due: str | None = None
    date: str | None = None
    status: Status = "open"


class WorkingDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of the body (a thing) by [start, end): see `dragoman.record.nouns.Working`."""

    start: int
    end: int
    body: int
    kind: WorkingKind
    parties: tuple[int, ...] = ()
    value: str | None = None
    number: int | None = None
    state: WorkingState | None = None
    date: str | None = None
