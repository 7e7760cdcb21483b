"""What one report tells twice: headline and text, a meeting and what was said at it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.linking.events.encounters import encounters
from dragoman.linking.events.happening import Happening
from dragoman.linking.events.likeness import SYMMETRIC, words_alike
from dragoman.linking.events.praise import praises
from dragoman.linking.events.signings import signings
from dragoman.linking.grouping.apart import own_numbers
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.wording.words import Rarity, folded

SAME_WORDS = 0.4
HEADLINE_WORDS = 0.2
REACH = 200
WORDS = 5


def retellings(items: Sequence[Happening], rarity: Rarity) -> list[Link]:
    """Return links between events of one report that are one happening.

    Readers part what is told apart, so this asks for more than two reports do: no party may clash.
    """
    by_report: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        by_report[item.told.report.id].append(i)
    links: list[Link] = []
    for own in by_report.values():
        links += [
            Link(i, j, score, why)
            for k, i in enumerate(own)
            for j in own[k + 1 : k + 1 + REACH]
            for score, why in _told_again(items[i], items[j], rarity)
        ]
    numbers = own_numbers([h.told for h in items], links)
    for own in by_report.values():
        links += [*encounters(own, items, numbers), *signings(own, items), *praises(own, items)]
    return links


def _told_again(a: Happening, b: Happening, rarity: Rarity) -> Iterator[tuple[float, str]]:
    if a.event.type != b.event.type or not a.alone.bears_with(b.alone) or a.another(b):
        return
    if not _dates_fit(a, b) or not (a.sides <= b.sides or b.sides <= a.sides):
        return
    if _same_wording(a, b):
        yield 0.99, "one report says it twice in the same words"
    if a.event.type == "CONSULT":
        if a.event.mode == b.event.mode and _meet_again(a, b):
            yield 0.95, "one report on one company twice"
        return
    if not _same_doers(a, b) or _says_little(a) or _says_little(b):
        return
    words = words_alike(a, b, rarity)
    if words >= (HEADLINE_WORDS if a.is_headline != b.is_headline else SAME_WORDS):
        yield round(0.6 + 0.3 * words, 4), f"one report, the same parties, words {words:.2f}"


def _same_wording(a: Happening, b: Happening) -> bool:
    """Tell whether both are told in the same words, a caption's and the text's, and not in few."""
    return folded(a.quote) == folded(b.quote) and len(folded(a.quote).split()) >= WORDS


def _says_little(h: Happening) -> bool:
    """Tell whether an agreement is told without what it is on: "the two agreed in Oslo"."""
    return h.event.type == "AGREE" and h.event.trigger == "agree" and not h.core


def _meet_again(a: Happening, b: Happening) -> bool:
    """Tell whether the same persons met, as far as the report names them."""
    shared = a.persons.keys() & b.persons.keys()
    same = all(a.persons[side] == b.persons[side] for side in shared)
    return same and len(shared) == min(len(a.sides), len(b.sides)) > 0


def _same_doers(a: Happening, b: Happening) -> bool:
    """Tell whether nobody who does it in one telling is left out of a side in the other."""
    symmetric = a.event.type in SYMMETRIC
    mine = a.parties.sides(a.all if symmetric else a.event.actors)
    theirs = b.parties.sides(b.all if symmetric else b.event.actors)
    both = mine.keys() & theirs.keys()
    return bool(both) and all(mine[s] & theirs[s] or not (mine[s] and theirs[s]) for s in both)


def _dates_fit(a: Happening, b: Happening) -> bool:
    return a.days is None or b.days is None or a.days.holds(b.days) or b.days.holds(a.days)
