"""Numbers of one thing: apart by more than rounding, in one unit, and as people write them."""

import re
from functools import lru_cache

from dragoman.linking.lexicon import table_of
from dragoman.linking.wording.words import spelled, stem, tokens

_COUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SIZE = re.compile(r"[0-9][0-9.,]*-\w+")
_MONEY = re.compile(r"[A-Z]{3}")


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return bool(_MONEY.fullmatch(unit))


def counted(unit: str) -> str:
    """Return what a unit counts, as it is compared: of a "support vehicle" the vehicle."""
    if is_money(unit) or not tokens(unit):
        return unit
    last = spelled(tokens(unit)[-1])
    return stem(table_of("synonyms").get(last, last))


def ratio(a: float, b: float) -> float:
    """Return the smaller of two numbers over the larger."""
    low, high = sorted((abs(a), abs(b)))
    return low / high if high else 1.0


def apart(a: float, b: float, unit: str) -> bool:
    """Tell whether two numbers differ by more than rounding; counted things do not round."""
    if a == b:
        return False
    if unit != "%" and not is_money(unit):
        return True
    digits = min(significant(a), significant(b))
    return float(f"{a:.{digits}g}") != float(f"{b:.{digits}g}")


def significant(value: float) -> int:
    """Return how many digits of a number count: of 5 billion one, of 4.97 billion three."""
    return max(1, len(f"{value:.12g}".lstrip("-0.").split("e")[0].replace(".", "").rstrip("0")))


def number(value: float) -> str:
    """Return a number as people write it, thousands parted."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


@lru_cache(maxsize=65536)
def numbers_in(text: str) -> tuple[float, ...]:
    """Return the counts in a text, in figures or in words; no years, no sizes ("97-metre")."""
    names = table_of("number_names")
    bare = _SIZE.sub(" ", text)
    plain = [t.replace(",", "") for t in tokens(bare) if t not in ("a", "an")]
    found = [float(names.get(t, t)) for t in plain if t in names or _COUNT.fullmatch(t)]
    return tuple(n for n in found if not 1900 <= n < 2100)
