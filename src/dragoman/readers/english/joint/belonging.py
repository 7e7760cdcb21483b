"""Which state a person or an organization belongs to."""

from collections import defaultdict

import msgspec
from spacy.tokens import Doc

from dragoman.readers.english.clauses.sides import forget_offices, states
from dragoman.readers.english.joint.labels import MENTIONS
from dragoman.readers.english.joint.links import Anchored, Linker
from dragoman.readers.english.joint.networks import JointNetworks, Seen
from dragoman.readers.english.joint.sheet import Sheet
from dragoman.readers.english.joint.thresholds import Thresholds

OWNED = ("person", "organization")
MOST_MENTIONS = 8
"""So many mentions of one thing are asked: the first ones."""


def belonging(doc: Doc, sheet: Sheet) -> list[tuple[int, Anchored]]:
    """Return the persons and organizations, each with its first mentions as what is to be linked.

    What rules take for its state, told or guessed, is its draft.
    """
    known = states(doc)
    asked: dict[int, int] = defaultdict(int)
    found: list[tuple[int, Anchored]] = []
    for name in doc._.mentions:
        if name.form == "pronoun" or len(name.things) != 1 or name.head not in sheet.word_of:
            continue
        at = name.things[0]
        thing = doc._.things[at]
        if thing.type not in OWNED or asked[at] >= MOST_MENTIONS:
            continue
        asked[at] += 1
        state = known.get(thing.country or thing.guess or "")
        drafted = None if state is None else (state,)
        found.append((at, Anchored("countries", name.head, MENTIONS.index(thing.type), drafted)))
    return found


def settle_countries(  # noqa: PLR0913
    doc: Doc,
    sheet: Sheet,
    seen: Seen,
    linker: Linker,
    networks: JointNetworks,
    least: Thresholds,
) -> None:
    """Give persons and organizations without a state, told or guessed by rule, the likeliest."""
    free = {k for k, one in enumerate(doc._.things) if not (one.country or one.guess)}
    asked = [(at, one) for at, one in belonging(doc, sheet) if at in free]
    links = linker.links([one for _, one in asked])
    if not len(links.items):
        return
    odds = networks.parts(seen.vectors, links.anchors, links.words, links.features)[:, 1]
    sums: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    counts: dict[int, int] = defaultdict(int)
    for at, _ in asked:
        counts[at] += 1
    for item, candidate, sure in zip(links.items, links.candidates, odds, strict=True):
        state = linker.known[candidate].thing
        if state is not None:
            sums[asked[item][0]][state] += float(sure)
    things = list(doc._.things)
    for at, summed in sums.items():
        state, total = max(summed.items(), key=lambda pair: (pair[1], -pair[0]))
        if total / counts[at] >= least.part["countries"]:
            things[at] = msgspec.structs.replace(things[at], guess=things[state].country)
    doc._.things = tuple(things)
    forget_offices(doc)
