"""Who takes which part in an item, and when it was, by the model's odds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.readers.english.joint.candidates import Candidate
from dragoman.readers.english.joint.items import Item
from dragoman.readers.english.joint.labels import EVENTS, LINKED, MOST_PARTS, PARTS
from dragoman.readers.english.joint.links import FEATURES, Anchored, Linker
from dragoman.readers.english.joint.networks import Floats, Integers, JointNetworks, Seen
from dragoman.readers.english.joint.sheet import Sheet
from dragoman.readers.english.joint.thresholds import Thresholds

JOINT = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""What all take part in alike."""

SINGLE = frozenset(("place", "via"))


@dataclass(frozen=True, slots=True)
class Filled:
    """The things in each part of an item, the surest first; `date` where one is told."""

    parts: dict[str, tuple[int, ...]]
    date: str | None


def fill(  # noqa: PLR0913
    found: Sequence[Item],
    linker: Linker,
    sheet: Sheet,
    seen: Seen,
    networks: JointNetworks,
    least: Thresholds,
) -> list[Filled]:
    """Return the parts of each item, in order."""
    links = linker.links(
        [Anchored(one.layer, int(sheet.tokens[one.word]), one.label, one.draft) for one in found]
    )
    if not len(links.items):
        return [Filled(dict.fromkeys(PARTS[one.layer], ()), None) for one in found]
    odds = networks.parts(seen.vectors, links.anchors, links.words, links.features)
    _trust(odds, links.features, least.trust_parts)
    edges = np.searchsorted(links.items, np.arange(len(found) + 1))
    return [
        _filled(one, [linker.known[c] for c in links.candidates[a:b]], odds[a:b], least)
        for one, a, b in zip(found, edges[:-1], edges[1:], strict=True)
    ]


def _trust(odds: Floats, features: Integers, trust: dict[str, float]) -> None:
    """Add to the odds of each part that a frame gives a candidate, and take it from no part."""
    drafted = features[:, FEATURES.index("drafted")]
    layer = features[:, FEATURES.index("layer")]
    for name, trusted in trust.items():
        of_layer = layer == LINKED.index(name)
        given = np.flatnonzero(of_layer & (drafted > 0) & (drafted <= MOST_PARTS))
        odds[given, drafted[given]] += trusted
        odds[given, 0] -= trusted


def _filled(item: Item, known: Sequence[Candidate], odds: Floats, least: Thresholds) -> Filled:
    parts: dict[str, tuple[int, ...]] = {}
    fits = 1.0 - odds[:, 0] >= least.part[item.layer]
    for number, part in enumerate(PARTS[item.layer], 1):
        best = odds[:, 1:].argmax(1) + 1 == number
        chosen = [k for k in np.flatnonzero(fits & best).tolist() if known[k].thing is not None]
        chosen.sort(key=lambda k: (-odds[k, number], k))
        things = tuple(t for k in chosen if (t := known[k].thing) is not None)
        parts[part] = things[:1] if part in SINGLE else things
    if item.layer == "events":
        _complete(item, parts, known, odds, least.faint)
    return Filled(parts, _date(known, odds, least) if item.layer == "events" else None)


def _complete(
    item: Item,
    parts: dict[str, tuple[int, ...]],
    known: Sequence[Candidate],
    odds: Floats,
    faint: float,
) -> None:
    """Give an event the likeliest doer, and one done to, where nobody is sure enough.

    Somebody did it, and unless all took part alike it was done to somebody, whom a report may
    name some sentences away.
    """
    wanted = ["actors"] if EVENTS[item.label] in JOINT else ["actors", "recipients"]
    taken = {thing for things in parts.values() for thing in things}
    for part in wanted:
        number = 1 + PARTS["events"].index(part)
        ranked = [
            (float(odds[k, number]), -k)
            for k, one in enumerate(known)
            if one.thing is not None and one.thing not in taken
        ]
        sure, place = max(ranked, default=(0.0, 0))
        thing = known[-place].thing
        if not parts[part] and sure >= faint and thing is not None:
            parts[part] = (thing,)
            taken.add(thing)


def _date(known: Sequence[Candidate], odds: Floats, least: Thresholds) -> str | None:
    dated = [(float(odds[k, 1]), -k) for k, one in enumerate(known) if one.thing is None]
    sure, place = max(dated, default=(0.0, 0))
    return known[-place].date if sure >= least.time else None
