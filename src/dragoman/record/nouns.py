"""What a report, a reading and a record are made of.

The same nouns serve both: in a `Reading` ids are local to the report ("e1", "v3") and evidence
lies in that report alone; in a `Record` ids are stable (see `dragoman.record.ids`) and evidence
may lie in any of its reports. All are frozen and carry their evidence with them.
Fields follow the published form of the record; offsets are Unicode code points into
`Report.text`, end exclusive, and `Mention.quote == Report.text[start:end]` always holds.
"""

from typing import Literal

import msgspec

from dragoman.record.mentions import Form as Form  # noqa: PLC0414 (nouns, all in one room)
from dragoman.record.mentions import Mention as Mention  # noqa: PLC0414 (likewise)
from dragoman.record.workings import Working

EntityType = Literal["person", "organization", "body", "state", "place", "programme", "agreement"]
Hedge = Literal["stated", "alleged", "unconfirmed", "denied"]
CommitmentKind = Literal[
    "expected", "interest", "requested", "proposed", "planned", "pledged", "agreed", "signed"
]
Status = Literal["open", "progressing", "fulfilled", "lapsed", "denied"]
How = Literal["advances", "repeats", "fulfils", "slips", "denies"]
FigureKind = Literal["actual", "target", "estimate", "limit"]
DisagreementKind = Literal[
    "figure", "date", "place", "name", "title", "attribution", "participants", "status", "cause"
]
Why = Literal["scope", "update", "rounding", "currency", "renaming"]
BlockKind = Literal["headline", "subhead", "dateline", "caption", "paragraph", "furniture"]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report's text and what it is; `why` says what makes it furniture."""

    start: int
    end: int
    kind: BlockKind
    why: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it was stored.

    `id` is made from the bytes as they came; `text` is what was read out of them and what all
    offsets point into. `blocks` lie in text order, do not overlap, and cover all that is not
    white space. `published` is an ISO 8601 date; `language` a BCP 47 tag.
    """

    id: str
    file: str
    text: str
    media_type: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organization, body, state, place, programme or agreement.

    `country` is ISO 3166-1 alpha-3. `names` holds every written form. `within` is the id of the
    entity a place lies in or a body stands under. `presumed` is the likeliest state where a
    report's words tell none: coverage leaves its own side's officials unmarked.
    """

    id: str
    type: EntityType
    name: str
    country: str | None = None
    presumed: str | None = None
    names: tuple[str, ...] = ()
    within: str | None = None
    mentions: tuple[Mention, ...] = ()


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """The office `person` (entity id) holds, in the report's words, without country or name.

    `first_seen` and `last_seen` are the first and the last day on which a mention shows it held:
    that of a happening told in the same sentence, else of the report; linking works them out.
    """

    person: str
    title: str
    country: str | None = None
    organization: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    mentions: tuple[Mention, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What happened. `type` is a PLOVER category; `actors`, `recipients`, `place` are entity ids.

    `date` is an ISO 8601 date as precise as the text allows, or an interval "a/b". `hedge` is
    None where the report tells the event as fact. `trigger` is the lemma of the word that tells
    it; `date_reason` says in words how the date was worked out. `part_of` is the id of the whole
    that it is a part of: a meeting of the visit it was held on.
    """

    id: str
    type: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    hedge: Hedge | None = None
    trigger: str | None = None
    date_reason: str | None = None
    part_of: str | None = None
    mentions: tuple[Mention, ...] = ()


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """The number and date a commitment can be checked against; `due` as `Event.date`."""

    amount: float | None = None
    unit: str | None = None
    due: str | None = None


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """A later event, commitment or statement that bears on an earlier commitment (ids, or None).

    `how` says what it makes of the commitment, where that can be told. `mentions` are the sentences
    that tell it where no event, commitment or statement of the record does.
    """

    event: str | None = None
    commitment: str | None = None
    statement: str | None = None
    how: How | None = None
    mentions: tuple[Mention, ...] = ()

    @property
    def later(self) -> str:
        """Return the id of what bears on the commitment."""
        return self.event or self.commitment or self.statement or ""


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is bound to, offers, asks for or is expected to do.

    `by` and `to` are entity ids; `date` is when it was voiced or made. `due_state` tells of an open
    one whether it is due and whether later reports could tell of it: "not due", "no report found
    since DATE" or "not checked" (silence is never failure). `drift` tells how firmly it was voiced
    from one time to the next.
    """

    id: str
    kind: CommitmentKind
    subject: str
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    target: Target = Target()
    status: Status = "open"
    due_state: str | None = None
    drift: str | None = None
    date: str | None = None
    mentions: tuple[Mention, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A span somebody other than the writer answers for; the mention is the content.

    `speaker` is the entity that says it, `speakers` where several do, `source` the report's words
    for one without a name, `via` the entity that passes it on. `cue` is the lemma that brings it.
    """

    id: str
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    via: str | None = None
    source: str | None = None
    hedge: Hedge = "stated"
    cue: str | None = None
    mentions: tuple[Mention, ...] = ()


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """An amount that carries meaning. `unit`: ISO 4217, "%", or the counted noun, singular."""

    id: str
    value: float
    unit: str
    measure: str
    kind: FigureKind
    mentions: tuple[Mention, ...] = ()


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a disagreement: the value, the reports (ids) that give it, its evidence."""

    value: str
    reports: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more sides that cannot both be right; `about` is the id of the item they differ on."""

    id: str
    kind: DisagreementKind
    about: str | None
    sides: tuple[Side, ...]


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more values of one thing that differ and can all be right.

    `why` is the kind of explanation, `reason` gives it in words; `about` as of a disagreement.
    """

    id: str
    kind: DisagreementKind
    why: Why
    reason: str
    about: str | None
    sides: tuple[Side, ...]


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a series: the day or span it is for, and the figure (id) that gives it."""

    date: str
    value: float
    kind: FigureKind
    figure: str
    mentions: tuple[Mention, ...] = ()


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One measure with its values by date. `between` are the states (ISO codes) it is of."""

    id: str
    measure: str
    unit: str
    between: tuple[str, ...]
    points: tuple[Point, ...]


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    """A draft that was not kept: its layer, the quote it gave, and the reason."""

    layer: str
    quote: str
    reason: str


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """A date of a reading that is counted from the day of a report which does not tell it in full.

    `item` is the local id of an event, commitment or working, `part` which of its dates waits for
    that day, `value` what to make of the day (see `dragoman.record.relative`).
    """

    item: str
    part: Literal["date", "due"]
    value: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says, by one reader in one version; ids are local to the reading.

    `relative` are the dates that wait for the day of a report without a full date; `own_day` is
    what its head tells of that day all the same: "--MM-DD", "-W-3" for a Wednesday, or full days of
    which one is meant.
    """

    report: str
    reader: str
    version: str
    entities: tuple[Entity, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    workings: tuple[Working, ...] = ()
    relative: tuple[Relative, ...] = ()
    own_day: tuple[str, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a report rests on, as its text says: an office's own publication, an agency, a paper.

    `name` says whose or which; `official` is set where the text is a government's or an
    international organization's own. `mention` is where the report says so.
    """

    name: str
    official: bool
    mention: Mention


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that tell one original text again: `id` is the earliest report's id.

    `ground` is what the original rests on, where one of the reports says so.
    """

    id: str
    reports: tuple[str, ...]
    reason: str
    ground: Ground | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all readings together say; every id is stable, every item carries its evidence."""

    entities: tuple[Entity, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    explained: tuple[Explained, ...] = ()
    series: tuple[Series, ...] = ()
    workings: tuple[Working, ...] = ()
    origins: tuple[Origin, ...] = ()
