"""What two tellings of one type of event have in common and what sets them apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.linking.days.timing import when_told
from dragoman.linking.events.happening import Happening
from dragoman.linking.events.likeness import BAR, likeness
from dragoman.linking.events.retelling import retellings
from dragoman.linking.events.wording_marks import told_how, told_words
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.grouping.standing import Standing, standings
from dragoman.linking.wording.context import Context
from dragoman.linking.wording.surroundings import sentence_span
from dragoman.linking.wording.words import Rarity

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
    named: Sequence[frozenset[str]]

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
        own = [h.parties.words(h.all) for h in items]
        context = Context.of([h.told for h in items], own, lambda _: rarity)
        at = [h.at for h in items]
        named = [_named(h) for h in items]
        return cls(items, rarity, context, standings(sorts, at), retold, named)


def _named(h: Happening) -> frozenset[str]:
    """Return what the sentences of an event name besides those who take part."""
    spans = [(m.report, *sentence_span(h.told.report, m)) for m in h.event.mentions]
    found = frozenset().union(*(h.parties.named_in(*s) for s in spans))
    rows = h.parties.entities
    return frozenset(e for e in found - set(h.all) if rows[e].type not in ("state", "person"))


def event_marks(company: Company, i: int, j: int) -> dict[str, float]:
    """Return what speaks for and against two happenings (positions) of one type being one."""
    a, b = company.items[i], company.items[j]
    where = "here" if a.told.report.id == b.told.report.id else "there"
    sort = _sort(a, b)
    marks = {"one type": 1.0, f"{sort}": 1.0}
    if sort in ("word", "force"):
        marks[f"of type {a.event.type}"] = 1.0
    marks |= _who(a, b) | told_words(a, b, company.rarity, sort) | told_how(a, b) | _place(a, b)
    marks |= company.context.marks(i, j)
    marks[f"sentences share, {sort}"] = marks["sentences share"]
    days = when_told(a.days, b.days, a.published, b.published)
    marks[days] = 1.0
    marks[f"{days}, {_sure(a, b)}"] = 1.0
    if a.days and b.days and not a.days.meets(b.days) and (a.is_guessed or b.is_guessed):
        marks["a day guessed"] = 1.0
    marks |= _standing(a, b, company.standing[i], company.standing[j], where)
    marks |= _ruled(company, i, j)
    marks["names in common"] = min(len(company.named[i] & company.named[j]), 2) / 2
    if sort in ("encounter", "visit"):
        marks |= {f"{sort}, {m}": v for m, v in marks.items() if m in _OF_ENCOUNTERS}
    return {f"{where}: {mark}": value for mark, value in marks.items()}


def _sure(a: Happening, b: Happening) -> str:
    return ("told", "guessed once", "guessed twice")[a.is_guessed + b.is_guessed]


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
        marks["the other way round"] = float(_swapped(a, b))
    sides = a.persons.keys() & b.persons.keys()
    marks["persons in common"] = float(any(a.persons[s] & b.persons[s] for s in sides))
    marks["other persons"] = float(any(not a.persons[s] & b.persons[s] for s in sides))
    if bool(a.persons) != bool(b.persons):
        marks["persons named once"] = 1.0
    return marks


def _swapped(a: Happening, b: Happening) -> bool:
    """Tell whether one does to the other what the other does to it."""
    did, done = a.parties.sides(a.event.actors).keys(), a.parties.sides(a.event.recipients).keys()
    their, to = b.parties.sides(b.event.actors).keys(), b.parties.sides(b.event.recipients).keys()
    back = bool(did & to or their & done)
    return back and not (did & their or done & to)


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
        return {"cannot be one": 1.0}
    return {"alike": found[0], f"clearly alike, {sort}": float(found[0] >= BAR)}
