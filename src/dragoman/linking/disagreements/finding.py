"""All kinds of disagreement in one list."""

from collections.abc import Iterator, Sequence
from itertools import chain

from dragoman.linking.disagreements.accounts import side_by_side
from dragoman.linking.disagreements.askers import who_asked
from dragoman.linking.disagreements.attribution import differing_speakers
from dragoman.linking.disagreements.causes import differing_causes
from dragoman.linking.disagreements.contrasts import contrasted_amounts
from dragoman.linking.disagreements.corrections import corrected_numbers
from dragoman.linking.disagreements.days_told import differing_days
from dragoman.linking.disagreements.denials import denied
from dragoman.linking.disagreements.doers import contested_doers
from dragoman.linking.disagreements.measures import differing_measures
from dragoman.linking.disagreements.names import differing_names
from dragoman.linking.disagreements.numbers_met import with_all_numbers
from dragoman.linking.disagreements.participants import differing_participants
from dragoman.linking.disagreements.rebuttals import rebuttals
from dragoman.linking.disagreements.sentences import Sentences
from dragoman.linking.disagreements.sides import Draft, Linkage, joined
from dragoman.linking.disagreements.softened import softened
from dragoman.linking.disagreements.spellings import respelled_names
from dragoman.linking.disagreements.status import called_for_or_done, wished_or_agreed
from dragoman.linking.disagreements.tallies import differing_tallies
from dragoman.linking.disagreements.targets import differing_targets
from dragoman.linking.disagreements.titles import differing_titles
from dragoman.linking.disagreements.voices import counted_otherwise
from dragoman.linking.disagreements.waters import whose_waters
from dragoman.linking.disagreements.whens import differing_dates
from dragoman.linking.disagreements.wheres import differing_places
from dragoman.linking.grouping.numbering import numbered
from dragoman.record.nouns import Disagreement

KINDS = (
    differing_targets,
    contrasted_amounts,
    differing_measures,
    differing_dates,
    differing_places,
    differing_names,
    respelled_names,
    differing_titles,
    differing_speakers,
    who_asked,
    differing_participants,
    wished_or_agreed,
    called_for_or_done,
    denied,
    softened,
    side_by_side,
)


def find_disagreements(linkage: Linkage) -> tuple[Disagreement, ...]:
    """Return the disagreements of a linked record; what two rules find, or one twice, is one."""
    alike: dict[tuple[str, ...], list[Draft]] = {}
    read = list(chain.from_iterable(kind(linkage) for kind in KINDS))
    for found in chain(read, _worded(linkage, read)):
        _add(alike.setdefault(_values(found), []), found)
    drafts = with_all_numbers(chain.from_iterable(alike.values()))
    ranked = sorted(drafts, key=lambda d: (d.kind, d.about or "", *_values(d), *_reports(d)))
    ids = numbered("disagreement", [_base(d) for d in ranked])
    return tuple(
        Disagreement(id=own, kind=d.kind, about=d.about, sides=d.sides)
        for own, d in zip(ids, ranked, strict=True)
    )


def _worded(linkage: Linkage, read: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the wording of the texts gives away, and what was read in them did not."""
    book = Sentences(linkage)
    yield from rebuttals(book, read)
    yield from differing_tallies(book, read)
    yield from corrected_numbers(book, read)
    yield from counted_otherwise(book, read)
    yield from contested_doers(book, read)
    yield from differing_causes(book)
    yield from whose_waters(book)
    yield from differing_days(linkage, book)


def _add(drafts: list[Draft], new: Draft) -> None:
    """Add a draft to those of its values, joined with the first that has a report in common."""
    for i, old in enumerate(drafts):
        if set(_reports(old)) & set(_reports(new)):
            drafts[i] = joined(old, new)
            return
    drafts.append(new)


def _values(found: Draft) -> tuple[str, ...]:
    """Return what makes two drafts one: of figures the numbers, told with a unit or without."""
    values = [s.value.split()[0] if found.kind == "figure" else s.value for s in found.sides]
    return (found.kind, *sorted(values))


def _reports(found: Draft) -> list[str]:
    return sorted({r for side in found.sides for r in side.reports})


def _base(found: Draft) -> tuple[str | int, ...]:
    first = found.sides[0].mentions[0]
    last = found.sides[-1].mentions[0]
    return (found.kind, first.report, first.start, last.report, last.start, last.end)
