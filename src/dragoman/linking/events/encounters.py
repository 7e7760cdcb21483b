"""One meeting told several times in one report: what was said at it, who attended, its heading."""

from collections.abc import Iterator, Sequence

from dragoman.linking.events.happening import Happening
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.who.parties import is_town

NEAR = 1000
REACH = 50
ONLY = "the only encounter of these sides in the report"


def encounters(
    own: Sequence[int], items: Sequence[Happening], numbers: Sequence[int]
) -> Iterator[Link]:
    """Yield links between the encounters of one report (positions in `items`).

    `numbers` are the same for what is known to be one. A clause that goes on about "the talks"
    is on those told last; one that leaves out who met is on the only ones it can be.
    """
    met = sorted((i for i in own if items[i].event.type == "CONSULT"), key=lambda i: items[i].at)
    for k, i in enumerate(met):
        earlier, later = met[max(0, k - REACH) : k], met[k + 1 : k + 1 + REACH]
        if items[i].event.mode == "visit":
            yield from (
                _link(i, j, 0.9, "one visit") for j in earlier if _visit(items[i], items[j])
            )
            continue
        mode = items[i].event.mode
        others = [j for j in (*earlier, *later) if items[j].event.mode == mode]
        if items[i].takes_up:
            before = [j for j in others if j in earlier and _goes_on(items[i], items[j])]
            if before:
                yield _link(i, before[-1], 0.92, "it goes on about the meeting told of before")
        elif items[i].heads:
            after = [j for j in others if j in later and _holds(items[i], items[j])]
            if after:
                yield _link(i, after[0], 0.9, "a heading and what stands under it")
        else:
            fits = [j for j in others if items[j].persons and _can_be(items[i], items[j])]
            if len({numbers[j] for j in fits}) == 1:
                yield _link(i, fits[0], 0.9, ONLY)


def _link(i: int, j: int, score: float, why: str) -> Link:
    low, high = sorted((i, j))
    return Link(low, high, score, why)


def _visit(a: Happening, b: Happening) -> bool:
    """Tell whether two visits are of one side to one side, as far as both tell when and who."""
    if b.event.mode != "visit" or a.is_earlier != b.is_earlier:
        return False
    sides = a.parties.sides
    came, other = set(sides(a.event.actors)), set(sides(b.event.actors))
    to, elsewhere = set(sides(a.event.recipients)), set(sides(b.event.recipients))
    if not (_one_holds(came, other) and _one_holds(to, elsewhere)):
        return False
    if _houses(a) != _houses(b):
        return False
    return a.alone.bears_with(b.alone) and _same_days(a, b) and _same_persons(a, b)


def _one_holds(some: set[str], others: set[str]) -> bool:
    """Tell whether all of one are in the other; a headline may take host and guest together."""
    return bool(some and others) and (some <= others or others <= some)


def _houses(h: Happening) -> frozenset[str]:
    """Return the institutions and buildings that were visited, not the states or their towns."""
    called_at = (*h.event.recipients, *([h.event.place] if h.event.place else ()))
    rows = [h.parties.entities[i] for i in called_at]
    return frozenset(
        e.id
        for e in rows
        if e.type in ("organization", "body") or (e.type == "place" and not is_town(e))
    )


def _same_persons(a: Happening, b: Happening) -> bool:
    return all(a.persons[s] & b.persons[s] for s in a.persons.keys() & b.persons.keys())


def _same_days(a: Happening, b: Happening) -> bool:
    return a.days is None or b.days is None or a.days.meets(b.days)


def _goes_on(a: Happening, b: Happening) -> bool:
    near = 0 < a.at - b.at <= NEAR and _same_days(a, b)
    return near and (a.sides <= b.sides or b.sides <= a.sides)


def _holds(heading: Happening, named: Happening) -> bool:
    near = 0 < named.at - heading.at <= NEAR
    return near and _same_days(heading, named) and heading.sides <= named.sides


def _can_be(bare: Happening, named: Happening) -> bool:
    """Tell whether an encounter that leaves out persons can be one that names them.

    One that names nobody stands after the other, not far off.
    """
    if not bare.sides or not bare.sides <= named.sides or bare.ordinal_clashes(named):
        return False
    if bare.days is None or bare.days != named.days:
        return bool(bare.persons) and bare.event.date == named.event.date and _fewer(bare, named)
    return _fewer(bare, named) if bare.persons else 0 < bare.at - named.at <= NEAR


def _fewer(bare: Happening, named: Happening) -> bool:
    """Tell whether persons that one encounter names are those of the other, on fewer sides."""
    same = all(own == named.persons.get(side) for side, own in bare.persons.items())
    return same and bare.persons.keys() < named.persons.keys()
