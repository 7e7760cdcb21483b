"""Drafts on a Doc to a reading; the gate that keeps every quote verbatim."""

from collections.abc import Iterable

from spacy.tokens import Doc

from dragoman.readers.english.drafts import CommitmentDraft, EventDraft, StatementDraft, Thing
from dragoman.readers.english.times.own_day import told_of_own_day
from dragoman.record.nouns import (
    Commitment,
    Entity,
    Event,
    Figure,
    Form,
    Mention,
    Reading,
    Relative,
    Role,
    Statement,
    Target,
)
from dragoman.record.relative import is_relative
from dragoman.record.workings import Working


def assemble(doc: Doc, reader: str, version: str) -> Reading:
    """Return the reading of `doc`; ids are local: "e" with the position of a thing, and so on."""
    return Reading(
        report=doc._.report.id,
        reader=reader,
        version=version,
        entities=tuple(_entities(doc)),
        roles=tuple(_roles(doc)),
        events=tuple(_event(doc, k, e) for k, e in enumerate(doc._.events or ())),
        commitments=tuple(_commitment(doc, k, c) for k, c in enumerate(doc._.commitments or ())),
        statements=tuple(_statement(doc, k, s) for k, s in enumerate(doc._.statements or ())),
        figures=tuple(_figures(doc)),
        workings=tuple(_workings(doc)),
        relative=tuple(_relative(doc)),
        own_day=told_of_own_day(doc),
    )


def _relative(doc: Doc) -> Iterable[Relative]:
    """Yield the dates that wait for the report's own day."""
    for k, event in enumerate(doc._.events or ()):
        if _waits(event.date):
            yield Relative(item=f"v{k}", part="date", value=event.date)
    for k, draft in enumerate(doc._.commitments or ()):
        if _waits(draft.date):
            yield Relative(item=f"c{k}", part="date", value=draft.date)
        if _waits(draft.due):
            yield Relative(item=f"c{k}", part="due", value=draft.due)
    for k, told in enumerate(doc._.workings or ()):
        if _waits(told.date):
            yield Relative(item=f"w{k}", part="date", value=told.date)


def _waits(date: str | None) -> bool:
    return date is not None and is_relative(date)


def _known(date: str | None) -> str | None:
    return None if _waits(date) else date


def _mention(doc: Doc, start: int, end: int, form: Form | None = None) -> Mention:
    return Mention(
        report=doc._.report.id, start=start, end=end, quote=doc._.report.text[start:end], form=form
    )


def _ids(things: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"e{i}" for i in dict.fromkeys(things))


def _entities(doc: Doc) -> Iterable[Entity]:
    mentions: dict[int, list[Mention]] = {i: [] for i in range(len(doc._.things))}
    for name in doc._.mentions:
        for thing in name.things:
            mentions[thing].append(_mention(doc, name.start, name.end, name.form))
    for i, thing in enumerate(doc._.things):
        yield _entity(i, thing, tuple(mentions[i]))


def _entity(i: int, thing: Thing, mentions: tuple[Mention, ...]) -> Entity:
    return Entity(
        id=f"e{i}",
        type=thing.type,
        name=thing.name,
        country=thing.country,
        presumed=None if thing.country else thing.guess,
        names=thing.names,
        within=None if thing.within is None else f"e{thing.within}",
        mentions=mentions,
    )


def _roles(doc: Doc) -> Iterable[Role]:
    grouped: dict[tuple[int, str, str | None, int | None], list[Mention]] = {}
    for role in doc._.roles or ():
        key = (role.thing, role.title, role.country, role.organization)
        grouped.setdefault(key, []).append(_mention(doc, role.start, role.end))
    for (thing, title, country, organization), mentions in grouped.items():
        yield Role(
            person=f"e{thing}",
            title=title,
            country=country,
            organization=None if organization is None else f"e{organization}",
            mentions=tuple(mentions),
        )


def _event(doc: Doc, k: int, draft: EventDraft) -> Event:
    return Event(
        id=f"v{k}",
        type=draft.type,
        mode=draft.mode,
        actors=_ids(draft.actors),
        recipients=_ids(draft.recipients),
        place=None if draft.place is None else f"e{draft.place}",
        date=_known(draft.date),
        date_reason=draft.date_reason,
        hedge=draft.hedge,
        trigger=doc[draft.token].lemma_ or doc[draft.token].lower_,
        mentions=(_mention(doc, draft.start, draft.end),),
    )


def _commitment(doc: Doc, k: int, draft: CommitmentDraft) -> Commitment:
    return Commitment(
        id=f"c{k}",
        kind=draft.kind,
        subject=draft.subject,
        by=_ids(draft.by),
        to=_ids(draft.to),
        target=Target(amount=draft.amount, unit=draft.unit, due=_known(draft.due)),
        status=draft.status,
        date=_known(draft.date),
        mentions=(_mention(doc, draft.start, draft.end),),
    )


def _statement(doc: Doc, k: int, draft: StatementDraft) -> Statement:
    speakers = _ids(draft.speakers)
    return Statement(
        id=f"s{k}",
        speaker=speakers[0] if len(speakers) == 1 else None,
        speakers=speakers if len(speakers) > 1 else (),
        via=None if draft.via is None else f"e{draft.via}",
        source=draft.source,
        hedge=draft.hedge,
        cue=doc[draft.cue].lemma_ or doc[draft.cue].lower_,
        mentions=tuple(_mention(doc, start, end) for start, end in draft.spans),
    )


def _figures(doc: Doc) -> Iterable[Figure]:
    for k, draft in enumerate(doc._.figures or ()):
        yield Figure(
            id=f"f{k}",
            value=draft.value,
            unit=draft.unit,
            measure=draft.measure,
            kind=draft.kind,
            mentions=(_mention(doc, draft.start, draft.end),),
        )


def _workings(doc: Doc) -> Iterable[Working]:
    for k, draft in enumerate(doc._.workings or ()):
        yield Working(
            id=f"w{k}",
            body=f"e{draft.body}",
            kind=draft.kind,
            parties=_ids(draft.parties),
            value=draft.value,
            number=draft.number,
            state=draft.state,
            date=_known(draft.date),
            mentions=(_mention(doc, draft.start, draft.end),),
        )
