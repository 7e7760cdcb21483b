"""Renaming: a thing that reports call by its new name and by the one before."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.explained.drafts import Explanation, explanation
from dragoman.linking.lexicon import lines_of, pairs_of
from dragoman.linking.wording.words import folded
from dragoman.record.nouns import Entity, Mention

REACH = 60


def renamed(linkage: Linkage) -> Iterator[Explanation]:
    """Yield what reports call by two names of which one took the other's place.

    A report says so ("X, formerly Y"), or the table of states and cities that changed their names.
    """
    seen: set[frozenset[str]] = set()
    for found in (*_told(linkage), *_known(linkage)):
        key = frozenset(side.value for side in found.sides)
        if key not in seen:
            seen.add(key)
            yield found


def _told(linkage: Linkage) -> Iterator[Explanation]:
    named: dict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for _, entity in sorted(linkage.entities.items()):
        if entity.type not in ("person", "state"):
            for m in entity.mentions:
                if m.form == "name":
                    named[m.report].append((m, entity))
    for report, own in sorted(named.items()):
        ranked = sorted(own, key=lambda n: (n[0].start, n[0].end, n[1].id))
        text = linkage.reports[report].text
        for (m, entity), (n, other) in pairwise(ranked):
            between = text[m.end : n.start]
            if entity.type != other.type or len(between) > REACH or not _mark().fullmatch(between):
                continue
            found = _between(entity, other, m, n, text[m.start : n.end])
            if found:
                yield found


def _between(
    new: Entity, old: Entity, now: Mention, before: Mention, told: str
) -> Explanation | None:
    sides = {
        " ".join(one.quote.split()): [
            m for m in entity.mentions if m.form == "name" and folded(m.quote) == folded(one.quote)
        ]
        for entity, one in ((new, now), (old, before))
    }
    reason = f"a report tells of the renaming: “{' '.join(told.split())}”"
    rows = [(name, m) for name, own in sides.items() for m in own]
    return explanation("name", "renaming", reason, new.id, rows)


def _known(linkage: Linkage) -> Iterator[Explanation]:
    table = _renamed_states()
    for own, entity in sorted(linkage.entities.items()):
        if entity.type not in ("state", "place"):
            continue
        rows: list[tuple[str, Mention]] = []
        names: dict[str, str] = {}
        for m in entity.mentions:
            if m.form == "name" and (known := table.get(folded(m.quote))):
                names[known[1]] = known[0]
                rows.append((known[1], m))
        olds = sorted(old for old, new in names.items() if old != new and new in names)
        for old in olds:
            new = names[old]
            reason = f"“{old}” is the former name of “{new}”"
            found = explanation(
                "name", "renaming", reason, own, [r for r in rows if r[0] in (old, new)]
            )
            if found:
                yield found


@cache
def _renamed_states() -> Mapping[str, tuple[str, str]]:
    """Return for each name, folded, the new name and the name itself as the table spells it."""
    found: dict[str, tuple[str, str]] = {}
    for old, new in pairs_of("renamed_states"):
        found[folded(new)] = (new, new)
        found[folded(old)] = (new, old)
    return found


@cache
def _mark() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines_of("renaming_marks")), re.I)
