"""The published form of a record, as far as it is measured; keys and exports are read into it."""

from collections.abc import Mapping
from typing import Any

import msgspec

from dragoman.record.errors import DragomanError, KeyInvalid, RecordInvalid


class Quote(msgspec.Struct, frozen=True):
    """A mention; a key gives `occurrence` where its quote is not unique."""

    report: str
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    occurrence: int | None = None


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """A row with its mentions."""

    id: str = ""
    mentions: list[Quote] | None = None


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report; `origin` is shared by reports that tell one text."""

    id: str
    file: str
    published: str | None = None
    outlet: str | None = None
    origin: str | None = None


class EntityRow(Cited, frozen=True, kw_only=True):
    """An entity; an `optional` one need not be found."""

    id: str
    type: str
    name: str
    names: list[str] | None = None
    within: str | None = None
    optional: bool | None = None


class RoleRow(msgspec.Struct, frozen=True, kw_only=True):
    """An office."""

    person: str
    title: str
    country: str | None = None
    organization: str | None = None


class EventRow(Cited, frozen=True, kw_only=True):
    """An event; `type_alt` is a second type a key accepts."""

    id: str
    type: str
    type_alt: str | None = None
    actors: list[str] = []
    recipients: list[str] = []
    place: str | None = None
    date: str | None = None


class TargetPart(msgspec.Struct, frozen=True, kw_only=True):
    """The number of a commitment."""

    amount: float | None = None


class CommitmentRow(Cited, frozen=True, kw_only=True):
    """A commitment."""

    id: str
    kind: str
    by: list[str] = []
    to: list[str] = []
    target: TargetPart | None = None
    status: str | None = None

    @property
    def amount(self) -> float | None:
        """Return the number to check against."""
        return self.target.amount if self.target else None


class StatementRow(Cited, frozen=True, kw_only=True):
    """A statement."""

    id: str
    speaker: str | None = None
    speakers: list[str] | None = None
    via: str | None = None
    hedge: str | None = None


class FigureRow(Cited, frozen=True, kw_only=True):
    """A figure."""

    value: float | None = None
    unit: str | None = None
    kind: str | None = None


class SidePart(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a disagreement."""

    value: str
    reports: list[str]


class DisagreementRow(msgspec.Struct, frozen=True, kw_only=True):
    """A disagreement."""

    id: str
    kind: str
    sides: list[SidePart]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole record; the last three layers stand in keys only and ask for nothing."""

    reports: list[ReportRow]
    entities: list[EntityRow] | None = None
    roles: list[RoleRow] | None = None
    events: list[EventRow] | None = None
    commitments: list[CommitmentRow] | None = None
    statements: list[StatementRow] | None = None
    figures: list[FigureRow] | None = None
    disagreements: list[DisagreementRow] | None = None
    furniture: list[Quote] | None = None
    optional_mentions: list[Quote] | None = None
    optional_figures: list[Cited] | None = None


def key_document(key: Mapping[str, Any], texts: Mapping[str, str]) -> Document:
    """Return an answer key in its form.

    Raises KeyInvalid, also where the key speaks of none of the texts.
    """
    document = _document(key, KeyInvalid, "the answer key")
    if not any(name_of(r.file) in texts for r in document.reports):
        raise KeyInvalid(
            "the answer key speaks of none of the texts given; "
            "point to the folder that holds the files it names"
        )
    return document


def export_document(export: Mapping[str, Any]) -> Document:
    """Return an exported record in its form. Raises RecordInvalid."""
    return _document(export, RecordInvalid, "the exported record")


def _document(data: Mapping[str, Any], error: type[DragomanError], what: str) -> Document:
    try:
        return msgspec.convert(data, Document)
    except msgspec.ValidationError as wrong:
        raise error(f"{what} is not in the published form of a record: {wrong}") from wrong


def name_of(file: str) -> str:
    """Return the name of a file without its folders."""
    return file.rsplit("/", 1)[-1]
