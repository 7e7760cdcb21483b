"""The spaCy component `dragoman_events`: sets `doc._.events`."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.clauses.groups import name_groups
from dragoman.readers.english.clauses.reality import hedge_of
from dragoman.readers.english.drafts import EventDraft
from dragoman.readers.english.events.dates import Dates
from dragoman.readers.english.events.foretold import by_what_is_foretold
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.gratitude import by_gratitude
from dragoman.readers.english.events.headlines import by_headlines
from dragoman.readers.english.events.nouns import by_nouns
from dragoman.readers.english.events.settle import Settled, place_of
from dragoman.readers.english.events.verbs import by_verbs
from dragoman.readers.english.events.years import each_year

VOICED = frozenset(("SUPPORT", "ACCUSE"))


@Language.component("dragoman_events")
def events(doc: Doc) -> Doc:
    """Find what the report tells as done; set `doc._.events` in text order."""
    name_groups(doc)
    told = (
        *by_nouns(doc),
        *by_verbs(doc),
        *by_what_is_foretold(doc),
        *by_headlines(doc),
        *by_gratitude(doc),
    )
    found = [k for one in _joined(doc, _apart(told)) for k in each_year(doc, one)]
    settled = Settled(doc, found)
    dates = Dates(doc, found)
    drafts = (_draft(doc, settled, dates, k) for k in range(len(found)))
    doc._.events = tuple(drafts)
    return doc


def _apart(found: Iterable[Found]) -> list[Found]:
    """Keep one happening a clause and category; what a noun names goes before its light verb."""
    kept: dict[tuple[int, str], Found] = {}
    for one in found:
        kept.setdefault((one.clause, one.type), one)
    return sorted(kept.values(), key=lambda f: (f.span, f.trigger))


def _joined(doc: Doc, found: list[Found]) -> list[Found]:
    """Make one happening of two joined verbs: "thanked Oman and praised its patience"."""
    by_clause = {(f.clause, f.type): f for f in found}
    kept: list[Found] = []
    for one in found:
        verb = doc[one.clause]
        first = by_clause.get((verb.head.i, one.type)) if verb.dep_ == "conj" else None
        same = first is not None and one.type in VOICED and first.actors == one.actors
        if first is not None and same and set(one.recipients) <= {*first.recipients, *first.actors}:
            first.span = (first.span[0], max(first.span[1], one.span[1]))
        else:
            kept.append(one)
    return kept


def _draft(doc: Doc, settled: Settled, dates: Dates, k: int) -> EventDraft:
    one = dates.found[k]
    actors, recipients = settled.parties(k)
    date, reason = dates.date(k)
    return EventDraft(
        start=one.span[0],
        end=one.span[1],
        token=one.trigger,
        type=one.type,
        mode=one.mode,
        actors=actors,
        recipients=recipients,
        place=place_of(doc[one.clause], frozenset((*actors, *recipients))),
        date=date,
        date_reason=reason,
        hedge=hedge_of(doc[one.clause]),
    )
