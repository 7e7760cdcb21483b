"""Made-up names of organizations, for the corpora know few ministries, agencies and firms.

Patterns stand in ``organizations.txt``; their slots are filled with each other and with names of
places and persons from all over the world.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from training.world_names import NamesByLength

PATTERNS = Path(__file__).parent / "organizations.txt"
NAMES = 20_000
_SLOT = re.compile(r"\{\w+\}")


def organizations(
    places: NamesByLength, surnames: list[list[str]], chance: random.Random
) -> NamesByLength:
    """Return names, as words, by their number of words."""
    patterns, fillings = _read()
    fillings["{place}"] = [" ".join(name) for size in (1, 2) for name in places[size]]
    fillings["{surname}"] = [" ".join(name) for name in surnames]
    found: NamesByLength = defaultdict(list)
    for _ in range(NAMES):
        name = _filled(chance.choice(patterns), fillings, chance).split()
        found[len(name)].append(name)
    return dict(found)


def _read() -> tuple[list[str], dict[str, list[str]]]:
    patterns: list[str] = []
    fillings: dict[str, list[str]] = {}
    for line in PATTERNS.read_text("utf-8").splitlines():
        slot, tab, values = line.partition("\t")
        if tab:
            fillings[slot] = values.split("|")
        elif not line.startswith("#"):
            patterns.append(line)
    return patterns, fillings


def _filled(pattern: str, fillings: dict[str, list[str]], chance: random.Random) -> str:
    def one(slot: re.Match[str]) -> str:
        if slot[0] == "{acronym}":
            return "".join(chance.choices(string.ascii_uppercase, k=chance.randint(2, 6)))
        return chance.choice(fillings[slot[0]])

    return _SLOT.sub(one, pattern)
