"""Entities of single readings, with what decides who is who."""

from dataclasses import dataclass
from functools import cached_property

from dragoman.linking.lexicon import words_of
from dragoman.linking.readings import Source, country_of
from dragoman.linking.who.organization_names import NameKey, name_key
from dragoman.linking.who.person_names import is_full
from dragoman.linking.wording.words import folded, spelled, tokens
from dragoman.record.ids import first_mention
from dragoman.record.nouns import Entity, Mention, Role


@dataclass(frozen=True)
class Piece:
    """One entity of one reading."""

    source: Source
    entity: Entity
    roles: tuple[Role, ...]
    pair: frozenset[str]

    @cached_property
    def key(self) -> tuple[str, int, int, str, int]:
        """Return what pieces are sorted by."""
        if not self.entity.mentions:
            return (self.source.report.id, -1, -1, self.entity.id, self.source.number)
        first = first_mention(self.entity.mentions)
        return (first.report, first.start, first.end, self.entity.id, self.source.number)

    @cached_property
    def first(self) -> Mention | None:
        """Return the mention that stands for the piece in reasons."""
        return first_mention(self.entity.mentions) if self.entity.mentions else None

    @cached_property
    def kin(self) -> str:
        """Return the type, organizations and bodies as one: coverage mixes them up."""
        return "organization" if self.entity.type == "body" else self.entity.type

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the written forms; the display name where there is none."""
        written = tuple(sorted({n.strip() for n in self.entity.names if n.strip()}))
        return written or (self.entity.name,)

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """Return the names that have more than the family name."""
        return tuple(sorted({n for n in (*self.names, self.entity.name) if is_full(n)}))

    @cached_property
    def country(self) -> str | None:
        """Return the ISO code, from the name where the reader gave none."""
        own = country_of(self.entity) or next((r.country for r in self.roles if r.country), None)
        if own or self.kin not in ("organization", "place"):
            return own
        return next((k.country for k in self.name_keys if k.country), None)

    @cached_property
    def name_keys(self) -> tuple[NameKey, ...]:
        """Return the names as organizations' names are compared."""
        return tuple(name_key(n) for n in self.names)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Return the offices, folded."""
        return frozenset(folded(r.title) for r in self.roles)

    @cached_property
    def portfolios(self) -> frozenset[str]:
        """Return what the piece is minister of: {"defense"}; empty for other offices."""
        fillers = words_of("office_fillers")
        found: set[str] = set()
        for role in self.roles:
            words = {spelled(t) for t in tokens(role.title)}
            if "minister" in words and "prime" not in words:
                found |= words - fillers
        return frozenset(found)

    @cached_property
    def month(self) -> int | None:
        """Return the month of publication, counted from year 0."""
        published = self.source.report.published
        if not published or len(published) < 7:
            return None
        return int(published[:4]) * 12 + int(published[5:7])
