"""The form an answer must have: rows of every layer, as the model is asked to write them.

Fields with a default may be null. Quotes are verbatim; parties are keys of entities of the answer.
"""

from typing import Literal

import msgspec

from dragoman.record.nouns import (
    CommitmentKind,
    EntityType,
    FigureKind,
    Hedge,
    Status,
)


class MentionRow(msgspec.Struct, frozen=True):
    """A mention that is no name, with words around it that tell which one is meant."""

    quote: str
    form: Literal["nominal", "pronoun"]
    context: str | None = None


class EntityRow(msgspec.Struct, frozen=True):
    """An entity: every written form of its name, and other mentions."""

    key: str
    type: EntityType
    names: list[str]
    country: str | None = None
    within: str | None = None
    mentions: list[MentionRow] = []


class RoleRow(msgspec.Struct, frozen=True):
    """An office; the quote is the words that tell it."""

    person: str
    title: str
    quote: str
    country: str | None = None
    organization: str | None = None
    context: str | None = None


class EventRow(msgspec.Struct, frozen=True):
    """What happened; the quote is the clause that tells it."""

    type: str
    quote: str
    mode: str | None = None
    actors: list[str] = []
    recipients: list[str] = []
    place: str | None = None
    date: str | None = None
    hedge: Hedge | None = None


class CommitmentRow(msgspec.Struct, frozen=True):
    """What somebody is bound to, offers, asks for or is expected to do."""

    kind: CommitmentKind
    subject: str
    quote: str
    by: list[str] = []
    to: list[str] = []
    amount: float | None = None
    unit: str | None = None
    due: str | None = None
    status: Status | None = None
    date: str | None = None


class StatementRow(msgspec.Struct, frozen=True):
    """Who said what; the quote is the content."""

    quote: str
    speakers: list[str] = []
    via: str | None = None
    source: str | None = None
    hedge: Hedge | None = None


class FigureRow(msgspec.Struct, frozen=True):
    """An amount; the quote is the number with its unit."""

    value: float
    unit: str
    measure: str
    kind: FigureKind
    quote: str
    context: str | None = None


Row = EntityRow | RoleRow | EventRow | CommitmentRow | StatementRow | FigureRow
ROWS: dict[str, type[msgspec.Struct]] = {
    "entities": EntityRow,
    "roles": RoleRow,
    "events": EventRow,
    "commitments": CommitmentRow,
    "statements": StatementRow,
    "figures": FigureRow,
}
