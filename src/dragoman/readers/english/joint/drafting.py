"""Items with their parts as drafts that the reading is made of."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc

from dragoman.readers.english.commitments.component import drafts_of
from dragoman.readers.english.commitments.found import Found as FoundCommitment
from dragoman.readers.english.drafts import CommitmentDraft, EventDraft, StatementDraft
from dragoman.readers.english.events.dates import Dates
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.joint.filling import Filled
from dragoman.readers.english.joint.items import Item, best
from dragoman.readers.english.joint.labels import COMMITMENTS, EVENTS, STATEMENTS
from dragoman.readers.english.joint.networks import Seen
from dragoman.readers.english.joint.sheet import Sheet
from dragoman.record.nouns import CommitmentKind, Hedge

Told = Sequence[tuple[Item, Filled]]


def events(doc: Doc, sheet: Sheet, seen: Seen, told: Told) -> tuple[EventDraft, ...]:
    """Return the drafts of events; a date that the model does not see is worked out by rule."""
    found = [_found(one, int(sheet.tokens[one.word])) for one, _ in told]
    dates = Dates(doc, found)
    return tuple(
        _event(one, filled, found[k], seen, dates.date(k)) for k, (one, filled) in enumerate(told)
    )


def _found(item: Item, token: int) -> Found:
    trigger = token if item.draft is None else item.draft.token
    return Found(
        type=EVENTS[item.label], mode=None, trigger=trigger, clause=trigger, span=item.spans[0]
    )


def _event(
    item: Item, filled: Filled, found: Found, seen: Seen, by_rule: tuple[str | None, str | None]
) -> EventDraft:
    frame: EventDraft | None = item.draft
    actors, recipients = filled.parts["actors"], filled.parts["recipients"]
    if frame is not None and not actors and not recipients:
        actors, recipients = frame.actors, frame.recipients
    date, reason = by_rule if frame is None else (frame.date, frame.date_reason)
    if filled.date is not None and filled.date != date and not _is_past_year(date, filled.date):
        date, reason = filled.date, "told of it in the report"
    place = filled.parts["place"] or (
        () if frame is None or frame.place is None else (frame.place,)
    )
    mode = frame.mode if frame is not None and frame.type == found.type else None
    return EventDraft(
        start=item.spans[0][0],
        end=item.spans[0][1],
        token=found.trigger,
        type=found.type,
        mode=mode or best(seen, "event_mode", item.word) or None,
        actors=actors,
        recipients=tuple(i for i in recipients if i not in actors),
        place=place[0] if place else None,
        date=date,
        date_reason=reason,
        hedge=_hedge(best(seen, "event_hedge", item.word)),
    )


def _is_past_year(date: str | None, day: str) -> bool:
    """Tell whether a date is a bare year that lies before a day's: its own clause tells it."""
    return date is not None and len(date) == len("1947") and date < day[:4] and len(day) > len(date)


def statements(sheet: Sheet, told: Told) -> tuple[StatementDraft, ...]:
    """Return the drafts of statements."""
    return tuple(_statement(sheet, one, filled) for one, filled in told)


def _statement(sheet: Sheet, item: Item, filled: Filled) -> StatementDraft:
    frame: StatementDraft | None = item.draft
    hedge = _hedge(STATEMENTS[item.label]) or "stated"
    speakers, via = filled.parts["speakers"], filled.parts["via"]
    if frame is None:
        return StatementDraft(
            spans=item.spans,
            cue=int(sheet.tokens[item.word]),
            speakers=speakers,
            via=via[0] if via else None,
            hedge=hedge,
        )
    unnamed = frame.source is not None and not frame.speakers
    return msgspec.structs.replace(
        frame,
        speakers=frame.speakers if unnamed or not speakers else speakers,
        via=frame.via if not via else via[0],
        hedge=hedge,
    )


def commitments(doc: Doc, sheet: Sheet, told: Told) -> tuple[CommitmentDraft, ...]:
    """Return the drafts of commitments; numbers, days and wording come by rule."""
    drafts: list[CommitmentDraft] = []
    for item, filled in told:
        kind = msgspec.convert(COMMITMENTS[item.label], CommitmentKind)
        by, to = filled.parts["by"], filled.parts["to"]
        if item.draft is not None:
            frame: CommitmentDraft = item.draft
            drafts.append(
                msgspec.structs.replace(
                    frame,
                    kind=kind,
                    by=by or frame.by,
                    to=tuple(i for i in (to or frame.to) if i not in (by or frame.by)),
                )
            )
            continue
        token = int(sheet.tokens[item.word])
        found = FoundCommitment(
            kind=kind, cue=token, content=token, span=item.spans[0], by=by, to=to
        )
        drafts.extend(drafts_of(doc, found))
    return tuple(sorted(drafts, key=lambda d: (d.start, d.end)))


def _hedge(label: str) -> Hedge | None:
    return msgspec.convert(label, Hedge) if label else None
