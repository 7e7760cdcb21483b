"""Dates: one happening on two days, one commitment due at two times."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.linking.days.dates import days
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.follow_ups.acts import Act, act_of
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.record.nouns import Commitment, Mention

_OWN_WORDS = ("last up to", "last before", "written out", "counted from the report's date")
PRECISE = 7
SEASON = 100
Voices = Mapping[str, Sequence[tuple[Mention, str]]]
VISIT_OFF = 3


def differing_dates(linkage: Linkage) -> Iterator[Draft]:
    """Yield dates that share no day; a wider date that holds the other does not differ.

    Dates more than a SEASON apart are of two things; a day that no words tell is no account.
    """
    for event in linkage.events:
        told = [
            (t.item.date, m)
            for t in event.told
            if _in_words(t.item.date_reason)
            for m in t.item.mentions
        ]
        yield from _apart(event.row.id, told)
    for bond in linkage.commitments:
        due = [(t.item.target.due, m) for t in bond.told for m in t.item.mentions]
        yield from _apart(bond.row.id, due)
    yield from _awaited_visits(linkage)


def _in_words(reason: str | None) -> bool:
    """Tell whether the words that tell a happening give its day, not others of the report."""
    return reason is None or reason.startswith(_OWN_WORDS)


def _apart(about: str, told: list[tuple[str | None, Mention]]) -> Iterator[Draft]:
    dated = [(d, span, m) for d, m in told if d and (span := days(d)) and span.length <= PRECISE]
    spans = [span for _, span, _ in dated]
    if any(0 < a.gap(b) <= SEASON for a in spans for b in spans):
        found = draft("date", about, [(d, m) for d, _, m in dated])
        if found:
            yield found


def _awaited_visits(linkage: Linkage) -> Iterator[Draft]:
    """Yield the days on which two reports, or two voices in one, await a person's visit."""
    parties = linkage.parties
    acts = [a for m in linkage.commitments if (a := act_of(m, parties)).foretells_encounter]
    voices = _voices(linkage)
    persons = [set().union(*a.parties.persons(a.all).values()) for a in acts]
    for i, j in candidate_pairs(persons):
        a, b = acts[i], acts[j]
        if _days_off(a, b) and _two_accounts(a, b, voices):
            told = [(_due(x), m) for x in (a, b) for m in x.row.mentions]
            found = draft("date", a.row.id, told, within=True)
            if found:
                yield found


def _days_off(a: Act, b: Act) -> bool:
    """Tell whether two visits of the same sides are awaited on days near each other."""
    if a.due is None or b.due is None or a.due.length > 1 or b.due.length > 1:
        return False
    return 0 < a.due.gap(b.due) <= VISIT_OFF and a.sides == b.sides


def _due(act: Act) -> str:
    return (act.row.target.due if isinstance(act.row, Commitment) else None) or ""


def _two_accounts(a: Act, b: Act, voices: Voices) -> bool:
    """Tell whether other reports give one than the other, or other voices in the same."""
    mine, theirs = ({m.report for m in x.row.mentions} for x in (a, b))
    if not mine & theirs:
        return True
    one, other = (_who_says(x.row.mentions, voices) for x in (a, b))
    return bool(one and other) and not one & other


def _who_says(mentions: Sequence[Mention], voices: Voices) -> set[str]:
    return {
        voice
        for m in mentions
        for span, voice in voices.get(m.report, ())
        if span.start < m.end and m.start < span.end
    }


def _voices(linkage: Linkage) -> Voices:
    found: dict[str, list[tuple[Mention, str]]] = defaultdict(list)
    for said in linkage.statements:
        for mention in said.row.mentions:
            found[mention.report].append((mention, said.row.speaker or said.row.source or ""))
    return found
