"""When two values count as the same."""

import re
from collections.abc import Iterable, Mapping

from dragoman.record.vocabulary import LADDER

Back = Mapping[str, set[str]]
DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_STOP = frozenset({"the", "of", "and", "for", "a", "an", "to", "in", "his", "her", "its"})
_SPELLINGS = {"defence": "defense", "organisation": "organization", "programme": "program"}
_PERCENT = frozenset({"percent", "per cent", "pct"})


def words(text: str | None) -> set[str]:
    """Return the words of a title or name in one spelling, small words left out."""
    found = re.findall(r"\w+", (text or "").lower())
    return {_SPELLINGS.get(w, w) for w in found} - _STOP


def unit(text: str | None) -> str:
    """Return a unit as it is compared: "%" in one form, no plural."""
    plain = (text or "").strip().lower()
    if plain in _PERCENT:
        return "%"
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") else plain


def agree_on(key_ids: Iterable[str | None], export_ids: Iterable[str | None], back: Back) -> float:
    """Return F1 of two sets of entities; `back` leads an export's id to the key's it stands for."""
    wanted = set(filter(None, key_ids))
    given = set(filter(None, export_ids))
    if not wanted or not given:
        return 1.0 if wanted == given else 0.0
    found = {k for k in wanted if any(k in back.get(e, ()) for e in given)}
    right = {e for e in given if back.get(e, set()) & wanted}
    p, r = len(right) / len(given), len(found) / len(wanted)
    return 2 * p * r / (p + r) if p + r else 0.0


def same_date(key: str | None, export: str | None) -> bool:
    """Tell whether an export's date is the key's, or a more precise one inside it."""
    if key is None or export is None:
        return key is None
    first, last = [*key.split("/"), key][:2]
    a, b = [*export.split("/"), export][:2]
    return first <= a[: len(first)] and b[: len(last)] <= last and len(a) >= len(first)


def same_amount(key: float | None, export: float | None) -> bool:
    """Tell whether a number is the key's; where the key has none, any will do."""
    return key is None or (export is not None and abs(key - export) <= 1e-6 * abs(key))


def steps_apart(key: str, export: str) -> int:
    """Return the steps between two kinds on the ladder of firmness."""
    if key not in LADDER or export not in LADDER:
        return len(LADDER)
    return abs(LADDER.index(key) - LADDER.index(export))
