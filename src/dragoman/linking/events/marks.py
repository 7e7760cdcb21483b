"""What two tellings of one type of event have in common and what sets them apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.linking.days.timing import when_told
from dragoman.linking.events.happening import Happening
from dragoman.linking.events.likeness import BAR, likeness
from dragoman.linking.events.retelling import retellings
from dragoman.linking.figures.numbers import numbers_in
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.grouping.standing import Standing, standings
from dragoman.linking.wording.context import Context
from dragoman.linking.wording.families import family_of
from dragoman.linking.wording.words import Rarity, stem

NEAR = 400
SORTS = {
    "AGREE": "agreement",
    "CONSULT": "encounter",
    "COOPERATE": "deed",
    "AID": "deed",
    "CONCEDE": "deed",
    "RETREAT": "deed",
    "SUPPORT": "word",
    "REQUEST": "word",
    "ACCUSE": "word",
    "REJECT": "word",
    "THREATEN": "word",
}
_OF_ENCOUNTERS = frozenset(
    {"persons in common", "other persons", "persons named once", "parties alike"}
    | {"one mode", "other modes", "one place", "other places", "one day", "close by"}
)
_SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True)
class Company:
    """Happenings with what stands around them."""

    items: Sequence[Happening]
    rarity: Rarity
    context: Context
    standing: Sequence[Standing]
    retold: frozenset[tuple[int, int]]

    @classmethod
    def of(
        cls, items: Sequence[Happening], rarity: Rarity, links: Iterable[Link] | None = None
    ) -> "Company":
        """Return happenings with their standing among those of their type in their reports.

        `links` are those between what a report tells twice, worked out where they are not given.
        """
        sorts = [(h.told.report.id, h.event.type, h.event.mode == "visit") for h in items]
        told = retellings(items, rarity) if links is None else links
        retold = frozenset((k.left, k.right) for k in told)
        named = [h.parties.words(h.all) for h in items]
        context = Context.of([h.told for h in items], named, lambda _: rarity)
        return cls(items, rarity, context, standings(sorts, [h.at for h in items]), retold)


def event_marks(company: Company, i: int, j: int) -> dict[str, float]:
    """Return what speaks for and against two happenings (positions) of one type being one."""
    a, b = company.items[i], company.items[j]
    where = "here" if a.told.report.id == b.told.report.id else "there"
    sort = _sort(a, b)
    marks = {"one type": 1.0, f"{sort}": 1.0}
    marks |= _who(a, b) | _words(a, b, company.rarity, sort) | _place(a, b) | _wording(a, b)
    marks |= company.context.marks(i, j)
    marks[f"sentences share, {sort}"] = marks["sentences share"]
    days = when_told(a.days, b.days, a.published, b.published)
    marks[days] = 1.0
    if a.days and b.days and not a.days.meets(b.days) and (a.is_guessed or b.is_guessed):
        marks["a day guessed"] = 1.0
    marks |= _standing(a, b, company.standing[i], company.standing[j], where)
    marks |= _ruled(company, i, j)
    if sort in ("encounter", "visit"):
        marks |= {f"{sort}, {m}": v for m, v in marks.items() if m in _OF_ENCOUNTERS}
    return {f"{where}: {mark}": value for mark, value in marks.items()}


def _sort(a: Happening, b: Happening) -> str:
    if "visit" in (a.event.mode, b.event.mode):
        return "visit"
    return SORTS.get(a.event.type, "force")


def _who(a: Happening, b: Happening) -> dict[str, float]:
    both = a.parties.likeness(a.all, b.all)
    marks = {"parties alike": both}
    if a.sides == b.sides:
        marks["the same sides"] = 1.0
    elif not a.sides & b.sides:
        marks["no side in common"] = 1.0
    if a.event.type not in _SYMMETRIC:
        did = a.parties.likeness(a.event.actors, b.event.actors)
        marks["doers alike"] = did if a.event.actors and b.event.actors else 0.5
        to = a.parties.likeness(a.event.recipients, b.event.recipients)
        marks["done to alike"] = to if a.event.recipients and b.event.recipients else 0.5
    sides = a.persons.keys() & b.persons.keys()
    marks["persons in common"] = float(any(a.persons[s] & b.persons[s] for s in sides))
    marks["other persons"] = float(any(not a.persons[s] & b.persons[s] for s in sides))
    if bool(a.persons) != bool(b.persons):
        marks["persons named once"] = 1.0
    return marks


def _words(a: Happening, b: Happening, rarity: Rarity, sort: str) -> dict[str, float]:
    same = a.core & b.core
    shared = rarity.shared(a.core, b.core) if a.core and b.core else 0.0
    marks = {
        "words alike": rarity.likeness(a.core, b.core) if same else 0.0,
        "words shared": shared,
        f"words shared, {sort}": shared,
        "words in common": min(len(same), 4) / 4,
    }
    if not a.core or not b.core:
        marks["told barely"] = 1.0
    counts, others = set(numbers_in(a.quote)), set(numbers_in(b.quote))
    marks["a number in common"] = float(bool(counts & others))
    marks["other numbers"] = float(bool(counts and others and not counts & others))
    return marks


def _place(a: Happening, b: Happening) -> dict[str, float]:
    if a.event.place is None or b.event.place is None:
        return {}
    if a.event.place == b.event.place:
        return {"one place": 1.0}
    one, other = (a.parties.entities[p] for p in (a.event.place, b.event.place))
    if one.within == other.id or other.within == one.id:
        return {"one place": 1.0}
    holds = "state" in (one.type, other.type) and one.country == other.country
    return {} if holds else {"other places": 1.0}


def _wording(a: Happening, b: Happening) -> dict[str, float]:
    marks = {}
    if a.event.mode and b.event.mode:
        marks["one mode" if a.event.mode == b.event.mode else "other modes"] = 1.0
    if a.event.trigger and b.event.trigger:
        marks["one verb"] = float(stem(a.event.trigger) == stem(b.event.trigger))
        family = family_of(a.event.trigger) == family_of(b.event.trigger)
        marks["one family of verbs"] = float(family)
    told = {
        "first and second": a.ordinal_clashes(b),
        "an earlier one": a.is_earlier != b.is_earlier,
        "another one": a.is_another != b.is_another,
        "one document and several": a.event.type == "AGREE" and a.documents_clash(b),
        "as many documents": a.event.type == "AGREE"
        and (a.documents or 0) > 1
        and a.documents == b.documents,
        "told as fact and not": (a.event.hedge is None) != (b.event.hedge is None),
        "taken up": a.takes_up or b.takes_up,
    }
    return marks | {mark: 1.0 for mark, holds in told.items() if holds}


def _standing(
    a: Happening, b: Happening, mine: Standing, theirs: Standing, where: str
) -> dict[str, float]:
    marks = {
        "both lead": float(mine.leads and theirs.leads),
        "one leads": float(mine.leads != theirs.leads),
        "both sole": float(mine.is_sole and theirs.is_sole),
        "in a headline": float(a.is_headline != b.is_headline),
    }
    if where == "here":
        apart = abs(a.at - b.at)
        marks["close by"] = float(apart <= NEAR)
        marks["next of its type"] = float(abs(mine.before - theirs.before) == 1)
        marks["of many"] = min(mine.among, 8) / 8
    else:
        marks["of many"] = min(mine.among * theirs.among, 16) / 16
    return marks


def _ruled(company: Company, i: int, j: int) -> dict[str, float]:
    """Return what is told of one happening by rule: in one report twice, or in two reports."""
    a, b = company.items[i], company.items[j]
    sort = _sort(a, b)
    if a.told.report.id == b.told.report.id:
        return {f"told again, {sort}": 1.0} if (i, j) in company.retold else {}
    found = likeness(a, b, company.rarity)
    if found is None:
        return {"cannot be one": 1.0, f"cannot be one, {sort}": 1.0}
    return {"alike": found[0], f"clearly alike, {sort}": float(found[0] >= BAR)}
