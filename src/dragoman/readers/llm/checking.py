"""Values of a model held against what they may be: dates, countries, modes, numbers."""

import math
import re
from datetime import date
from functools import cache
from importlib.resources import files

import yaml
from babel.core import get_global

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NUMBER = re.compile(r"\d+(?:[.,'\u00a0\u202f ]\d+)*")
_POWERS = [10.0**power for power in range(13)]
_DOZEN = 12.0
# Kosovo's code is a user-assigned one, which CLDR leaves out of its aliases.
_ASSIGNED = {"XKX"}
_PRIVATE = re.compile(r"AAA|Q[M-Z]|X|ZZZ")


def is_date(value: str) -> bool:
    """Say whether `value` is an ISO 8601 year, month or day, or an interval "a/b" of such."""
    first, slash, second = value.partition("/")
    if not slash:
        return _is_day(first)
    return _is_day(first) and _is_day(second) and first <= second


def is_country(code: str) -> bool:
    """Say whether `code` is an ISO 3166-1 alpha-3 code, those of states that are no more too."""
    return code in _countries()


def is_mode(category: str, mode: str) -> bool:
    """Say whether a PLOVER category may have this mode."""
    return mode in _modes().get(category, ())


def tells_number(text: str, value: float) -> bool:
    """Say whether `text` may tell `value`: one of its numbers does, by a power of ten or dozens.

    Numbers in words are not read: a text without digits may tell any finite number.
    """
    if not math.isfinite(value):
        return False
    written = [number for match in _NUMBER.finditer(text) for number in _readings(match[0])]
    if not written:
        return True
    wanted = abs(value)
    scales = [*_POWERS, _DOZEN]
    return any(math.isclose(number * scale, wanted) for number in written for scale in scales)


def _is_day(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _readings(number: str) -> list[float]:
    """Return what digits with points and commas may mean, here and elsewhere."""
    bare = re.sub(r"[ '\u00a0\u202f]", "", number)
    found = [float(re.sub(r"[.,]", "", bare))]
    for point, comma in ((".", ","), (",", ".")):
        plain = bare.replace(comma, "").replace(point, ".")
        if plain.count(".") == 1:
            found.append(float(plain))
    # "between 10, 20 and 30" is matched as one stretch; each of its parts counts too.
    return found + [float(part) for part in re.split(r"\D+", number) if part]


@cache
def _countries() -> frozenset[str]:
    codes = (code for code in get_global("territory_aliases") if len(code) == 3)
    return frozenset(c for c in codes if c.isalpha() and not _PRIVATE.match(c)) | _ASSIGNED


@cache
def _modes() -> dict[str, list[str]]:
    listed = (files("dragoman.readers.llm") / "data" / "modes.yaml").read_text("utf-8")
    modes: dict[str, list[str]] = yaml.safe_load(listed)
    return modes
