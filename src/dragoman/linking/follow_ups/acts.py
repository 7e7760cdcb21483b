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
from dragoman.linking.wording.surroundings import sentence_of, sentence_span
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

LEAST_PARTIES = 0.4
LEAST_WORDS = 0.4
DEED_WORDS = 0.2
SURE = 0.6
PART = 0.5
VISIT_DAYS = 31
LONGEST_DAYS = 366
RARE_WORDS = 20
_FORETOLD = frozenset({"expected", "planned", "requested", "proposed"})
_UNBOUND = frozenset({"expected", "interest", "requested", "proposed"})
# What people say about a thing does not bring it about.
_WORDS_ONLY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})


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


def bears_on(later: Act, earlier: Act, rarity: Rarity) -> float:
    """Return how far a later act bears on a commitment, 0 to 1; 0 if it does not."""
    if not _after(later, earlier) or one_clause(later, earlier):
        return 0.0
    parties = later.parties.likeness(later.all, earlier.all)
    if parties < LEAST_PARTIES and not is_part(later.row, earlier.row):
        return 0.0
    if later.is_encounter:
        # Of a visit or talks it is foretold who comes and when; no other word need be shared.
        foretold = earlier.foretells_encounter and _in_time(later, earlier)
        return parties if foretold and _who_was_foretold(later, earlier) else 0.0
    same = later.words & earlier.words
    share = rarity.shared(later.words, earlier.words)
    if is_part(later.row, earlier.row):
        return PART if len(same) > 1 and (parties or share >= LEAST_WORDS) else 0.0
    if isinstance(later.row, Event):
        done = earlier.words & deeds(later.row.type)
        if done and same - done and share >= DEED_WORDS:
            on_the_day = earlier.due and later.when and earlier.due.meets(later.when)
            return max(share, SURE if on_the_day else 0.0)
    return share if len(same) > 1 and share >= LEAST_WORDS else 0.0


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


def _after(later: Act, earlier: Act) -> bool:
    """Tell whether an act lies after a commitment and can follow it."""
    if later.when is None or earlier.when is None:
        return False
    if later.when.length > LONGEST_DAYS or earlier.when.length > VISIT_DAYS:
        return False
    if isinstance(later.row, Event) and later.row.type in _WORDS_ONLY:
        return False
    return later.when.first > earlier.when.first


def _who_was_foretold(encounter: Act, earlier: Act) -> bool:
    """Tell whether those met who were foretold: the persons, where both name them, else the sides.

    Of one side alone, with nobody named, too little is foretold.
    """
    mine, theirs = (a.parties.persons(a.all) for a in (encounter, earlier))
    if not earlier.states_named <= encounter.sides:
        return False
    if not all(mine[s] & theirs[s] for s in mine.keys() & theirs.keys()):
        return False
    least = 1 if theirs else 2
    return len(encounter.sides & earlier.sides) >= least


def _in_time(encounter: Act, earlier: Act) -> bool:
    """Tell whether an encounter is on the day foretold, or soon after where none is given."""
    if encounter.when is None or earlier.when is None:
        return False
    if earlier.due:
        return earlier.due.meets(encounter.when)
    return earlier.when.gap(encounter.when) <= VISIT_DAYS


def one_clause(a: Act, b: Act) -> bool:
    """Tell whether two rows rest on one clause: then one does not follow the other."""
    return any(
        start < stop and begin < end
        for report in a.places.keys() & b.places.keys()
        for start, end in a.places[report]
        for begin, stop in b.places[report]
    )


def gaps(later: Act, earlier: Act) -> list[int]:
    """Return how far behind the clauses of one act those of another start, in one report."""
    return [
        start - begin
        for report in later.places.keys() & earlier.places.keys()
        for start, _ in later.places[report]
        for begin, _ in earlier.places[report]
    ]
