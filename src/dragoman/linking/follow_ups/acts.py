"""Events and commitments of the record on one line of time, and what bears on what."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.linking.days.dates import Days, days
from dragoman.linking.facts import ReportFacts
from dragoman.linking.figures.numbers import counted, is_money, numbers_in
from dragoman.linking.lexicon import words_of
from dragoman.linking.told import Merged
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.clauses import tells_keeping, tells_lapse
from dragoman.linking.wording.families import deed_families_of
from dragoman.linking.wording.surroundings import next_sentence, sentence_of, sentence_span
from dragoman.linking.wording.words import (
    Rarity,
    Words,
    content_words,
    courtesies,
    deeds,
    folded,
    stem,
    tokens,
)
from dragoman.record.nouns import Commitment, Event, Mention

ONE_SPAN = 0.8
RARE_WORDS = 20
Span = tuple[int, int]
_FORETOLD = frozenset({"expected", "planned", "requested", "proposed"})
_UNBOUND = frozenset({"expected", "interest", "requested", "proposed"})


@dataclass(frozen=True)
class Act:
    """An event or commitment of the record; `published` and `last_told` are its reports' days."""

    row: Event | Commitment
    published: str | None
    parties: Parties
    last_told: str | None = None
    told: tuple[tuple[ReportFacts, Mention], ...] = ()

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Return all parties to it."""
        if isinstance(self.row, Event):
            return (*self.row.actors, *self.row.recipients)
        return (*self.row.by, *self.row.to)

    @cached_property
    def when(self) -> Days | None:
        """Return its date; of a commitment without one, the day of the first report."""
        own = days(self.row.date)
        return own if own or isinstance(self.row, Event) else days(self.published)

    @cached_property
    def due(self) -> Days | None:
        """Return when a commitment is due."""
        return None if isinstance(self.row, Event) else days(self.row.target.due)

    @cached_property
    def words(self) -> Words:
        """Return what it is on, parties and courtesies left out."""
        said = frozenset().union(*(content_words(m.quote) for m in self.row.mentions))
        if isinstance(self.row, Commitment):
            said |= content_words(self.row.subject)
        named = self.parties.words(self.all)
        return said - named - courtesies()

    @cached_property
    def sides(self) -> frozenset[str]:
        """Return the states concerned."""
        return frozenset(self.parties.sides(self.all))

    @cached_property
    def states_named(self) -> frozenset[str]:
        """Return the states whose names stand in its words."""
        said = frozenset().union(*(content_words(m.quote) for m in self.row.mentions))
        return frozenset(s for w in said for s in self.parties.state_words.get(w, ()))

    @cached_property
    def stretches(self) -> tuple[tuple[Mention, Span, Span], ...]:
        """Return for each telling its mention, its sentence and the sentence behind."""
        return tuple((m, sentence_span(r, m), next_sentence(r, m)) for r, m in self.told)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Return the sentences that tell it."""
        return tuple(sentence_of(report, m) for report, m in self.told)

    @cached_property
    def around(self) -> Words:
        """Return what its sentences are on, parties left out."""
        said = frozenset().union(*(content_words(s) for s in self.sentences))
        return said - self.parties.words(self.all)

    @cached_property
    def account(self) -> str:
        """Return its sentences as one text, folded."""
        return folded(" ".join(self.sentences))

    @cached_property
    def is_told_as_kept(self) -> bool:
        """Tell whether its sentences say that what was bound before was done."""
        return tells_keeping(self.account)

    @cached_property
    def is_near_lapse(self) -> bool:
        """Tell whether its sentences say of what was to be done that it was not."""
        return tells_lapse(self.account)

    @cached_property
    def tells_lapse(self) -> bool:
        """Tell whether its own clauses say of what was to be done that it was not."""
        return any(tells_lapse(m.quote) for m in self.row.mentions)

    @cached_property
    def said(self) -> Words:
        """Return the stems of all words of its clauses."""
        return frozenset(stem(t) for m in self.row.mentions for t in tokens(m.quote))

    @cached_property
    def turns(self) -> frozenset[str]:
        """Return the small words by which its sentences turn to what came of a thing."""
        return frozenset(w for s in self.sentences for w in tokens(s)) & words_of("turning_words")

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Return the families of deeds that its clauses name."""
        return deed_families_of(self.said)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Return the counts in its clauses."""
        return frozenset(n for m in self.row.mentions for n in numbers_in(m.quote))

    @cached_property
    def places(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Return where its clauses start and end, by report."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for m in self.row.mentions:
            found[m.report].append((m.start, m.end))
        return {report: tuple(own) for report, own in found.items()}

    @cached_property
    def named(self) -> frozenset[str]:
        """Return the entities named in the clauses that tell it."""
        own = ((m.report, m.start, m.end) for m in self.row.mentions)
        return frozenset(e for span in own for e in self.parties.named_in(*span))

    @cached_property
    def named_near(self) -> frozenset[str]:
        """Return the entities named in its sentences."""
        spans = ((report.id, *sentence_span(report, m)) for report, m in self.told)
        return frozenset(e for span in spans for e in self.parties.named_in(*span))

    @cached_property
    def has_no_end(self) -> bool:
        """Tell whether it is to go on or to be more, with nothing by which it would be done."""
        said = {w for m in self.row.mentions for w in tokens(m.quote)}
        return bool(said & words_of("continuing_words"))

    @cached_property
    def is_encounter(self) -> bool:
        """Tell whether it is a visit, a meeting or a call."""
        return isinstance(self.row, Event) and self.row.type == "CONSULT"

    @cached_property
    def foretells_encounter(self) -> bool:
        """Tell whether it foretells or asks for a visit or a meeting."""
        if isinstance(self.row, Event) or self.row.kind not in _FORETOLD:
            return False
        return bool(self.words & deeds("CONSULT"))


def act_of(merged: Merged[Event] | Merged[Commitment], parties: Parties) -> Act:
    """Return a merged row as an act."""
    published = [t.report.published for t in merged.told if t.report.published]
    first, last = min(published, default=None), max(published, default=None)
    told = tuple((t.report, m) for t in merged.told for m in t.item.mentions)
    return Act(merged.row, first, parties, last, told)


def features(act: Act, rarity: Rarity) -> Iterator[tuple[str, str]]:
    """Yield what an act shares with those that bear on it."""
    for side in sorted(act.sides):
        yield from ((side, word) for word in rarity.rarest(act.words, RARE_WORDS))
        if act.is_encounter or act.foretells_encounter:
            yield (side, "CONSULT")


def is_part(later: Event | Commitment, earlier: Event | Commitment) -> bool:
    """Tell whether one binds itself to a part of what was bound before: 12 of 40 boats."""
    if isinstance(later, Event) or isinstance(earlier, Event):
        return False
    part, whole = later.target, earlier.target
    if part.amount is None or whole.amount is None or not part.unit or not whole.unit:
        return False
    if {later.kind, earlier.kind} & _UNBOUND or is_money(part.unit):
        return False
    return part.amount < whole.amount and counted(part.unit) == counted(whole.unit)


def one_clause(a: Act, b: Act) -> bool:
    """Tell whether two rows rest on one clause: then one does not follow the other."""
    return any(
        start < stop and begin < end
        for report in a.places.keys() & b.places.keys()
        for start, end in a.places[report]
        for begin, stop in b.places[report]
    )


def one_span(a: Act, b: Act) -> bool:
    """Tell whether each telling of one row is nearly the span of one of another: they are one."""
    held = [(r, span) for r, own in a.places.items() for span in own]
    return all(any(_dice(span, s) >= ONE_SPAN for s in b.places.get(r, ())) for r, span in held)


def _dice(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) * 2 / max(1, a[1] - a[0] + b[1] - b[0])


def gaps(later: Act, earlier: Act) -> list[int]:
    """Return how far behind the clauses of one act those of another start, in one report."""
    return [
        start - begin
        for report in later.places.keys() & earlier.places.keys()
        for start, _ in later.places[report]
        for begin, _ in earlier.places[report]
    ]
