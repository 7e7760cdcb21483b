"""Small readings to link, written down in a line or two each."""

from dataclasses import dataclass, field

import msgspec

from dragoman.linking import ReportFacts
from dragoman.record.nouns import (
    Commitment,
    CommitmentKind,
    Entity,
    EntityType,
    Event,
    Figure,
    FigureKind,
    Mention,
    Reading,
    Relative,
    Role,
    Statement,
    Status,
    Target,
)
from dragoman.record.workings import Working, WorkingKind, WorkingState


@dataclass
class Making:
    """One report in the making: every row gets a mention of its own, one after the other."""

    report: str
    published: str | None = None
    shingles: frozenset[int] = frozenset()
    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    workings: list[Working] = field(default_factory=list)
    relative: list[Relative] = field(default_factory=list)
    own_day: tuple[str, ...] = ()
    at: int = 0

    def mention(self, quote: str, named: bool = False) -> Mention:
        if quote in self.text:
            start = self.text.index(quote)
        else:
            start, self.at = self.at, self.at + len(quote) + 1
        return Mention(
            report=self.report,
            start=start,
            end=start + len(quote),
            quote=quote,
            form="name" if named else None,
        )

    def entity(self, kind: EntityType, name: str, country: str | None = None, *more: str) -> str:
        own = f"e{len(self.entities)}"
        self.entities[own] = Entity(
            id=own,
            type=kind,
            name=name,
            country=country,
            names=(name, *more),
            mentions=tuple(self.mention(n, named=True) for n in (name, *more)),
        )
        return own

    def person(self, name: str, country: str | None = None, title: str | None = None) -> str:
        own = self.entity("person", name, country)
        if title:
            mention = self.mention(f"{title} {name}")
            self.roles.append(Role(person=own, title=title, country=country, mentions=(mention,)))
        return own

    def state(self, name: str, country: str) -> str:
        return self.entity("state", name, country)

    def event(
        self,
        kind: str,
        quote: str,
        actors: tuple[str, ...] = (),
        recipients: tuple[str, ...] = (),
        date: str | None = None,
        mode: str | None = None,
        place: str | None = None,
    ) -> None:
        self.events.append(
            Event(
                id=f"v{len(self.events)}",
                type=kind,
                mode=mode,
                actors=actors,
                recipients=recipients,
                date=date,
                place=place,
                mentions=(self.mention(quote),),
            )
        )

    def explained(self, reason: str) -> None:
        """Let the last event tell how its date was worked out."""
        self.events[-1] = msgspec.structs.replace(self.events[-1], date_reason=reason)

    def waits(self, value: str) -> None:
        """Let the date of the last event wait for the report's day."""
        self.relative.append(Relative(item=self.events[-1].id, part="date", value=value))

    def commitment(
        self,
        kind: CommitmentKind,
        subject: str,
        by: tuple[str, ...] = (),
        to: tuple[str, ...] = (),
        date: str | None = None,
        target: Target | None = None,
        status: Status = "open",
    ) -> None:
        self.commitments.append(
            Commitment(
                id=f"c{len(self.commitments)}",
                kind=kind,
                subject=subject,
                by=by,
                to=to,
                date=date,
                status=status,
                target=target or Target(),
                mentions=(self.mention(subject),),
            )
        )

    def statement(self, speaker: str, quote: str) -> None:
        mention = self.mention(quote)
        own = f"s{len(self.statements)}"
        self.statements.append(Statement(id=own, speaker=speaker, mentions=(mention,)))

    def figure(self, value: float, unit: str, measure: str, kind: FigureKind = "actual") -> None:
        mention = self.mention(f"{value:g} {unit}")
        own = f"f{len(self.figures)}"
        self.figures.append(
            Figure(id=own, value=value, unit=unit, measure=measure, kind=kind, mentions=(mention,))
        )

    def amount(self, quote: str, value: float, unit: str, kind: FigureKind) -> None:
        """Add a figure that stands in the text, and measures what its sentence says."""
        mention = self.mention(quote)
        own = f"f{len(self.figures)}"
        words = self.text.replace(quote, "").strip(". ")
        figure = Figure(
            id=own, value=value, unit=unit, measure=words, kind=kind, mentions=(mention,)
        )
        self.figures.append(figure)

    def working(
        self,
        body: str,
        kind: WorkingKind,
        quote: str,
        parties: tuple[str, ...] = (),
        state: WorkingState | None = None,
        number: int | None = None,
        date: str | None = None,
        value: str | None = None,
    ) -> None:
        self.workings.append(
            Working(
                id=f"w{len(self.workings)}",
                body=body,
                kind=kind,
                parties=parties,
                state=state,
                number=number,
                date=date,
                value=value,
                mentions=(self.mention(quote),),
            )
        )

    def facts(self) -> ReportFacts:
        return ReportFacts(
            id=self.report, published=self.published, shingles=self.shingles, text=self.text
        )

    def reading(self) -> Reading:
        return Reading(
            report=self.report,
            reader="made",
            version="1",
            entities=tuple(self.entities.values()),
            roles=tuple(self.roles),
            events=tuple(self.events),
            commitments=tuple(self.commitments),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            workings=tuple(self.workings),
            relative=tuple(self.relative),
            own_day=self.own_day,
        )
