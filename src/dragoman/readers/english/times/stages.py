"""Words before a date that name a part of it or a stretch: "the end of", "mid-", "since"."""

import re
from datetime import date, timedelta
from functools import cache

import msgspec

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import span, without_clock
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.vocabulary import GAP, choice, words

_REACH = 40
_THIRDS = {"START": (0, 4), "MID": (4, 8), "END": (8, 12)}


@cache
def _stage() -> re.Pattern[str]:
    table = words()["stages"]
    adverbs = [w for w in table if w in ("early", "late", "later", "earlier", "mid")]
    nouns = [w for w in table if w not in adverbs]
    lead = rf"(?:(?:(?:the|about){GAP})?(?:very{GAP})?)"
    adverb = rf"(?P<adverb>{choice(adverbs)})(?:-|{GAP}(?:(?:in|on){GAP})?(?:the{GAP})?)"
    noun = rf"(?P<noun>{choice(nouns)})(?:-|{GAP}of{GAP}(?:the{GAP})?)"
    return re.compile(rf"(?<![\w-]){lead}(?:{adverb}|{noun})$", re.IGNORECASE)


def with_stage(time: Time, context: Context, floor: int) -> Time:
    """Widen a time over the words before it that belong to it, and narrow its date by them.

    No word before `floor` is taken. "By the end of 2026" is due on 2026-12-31; "since 2000" in a
    report of 2026 is 2000/2026.
    """
    text = context.text
    if time.type not in ("DATE", "TIME"):
        return time
    before = text[max(floor, time.start - _REACH) : time.start]
    found = _stage().search(before)
    if found is not None:
        start = time.start - (len(before) - found.start())
        word = (found.group("adverb") or found.group("noun")).lower()
        lead = text[max(0, start - 12) : start]
        time = msgspec.structs.replace(
            time, start=start, date=_staged_date(time, word, lead, context.published)
        )
        before = lead
    return _since(time, before, context)


def _staged_date(time: Time, word: str, lead: str, published: date | None) -> str | None:
    days = span(time.value) if time.value else None
    stage = words()["stages"][word]
    due = re.search(r"\b(?:by|before|until|till)\s+(?:about\s+)?$", lead, re.IGNORECASE)
    if due and stage == "END" and days and time.date:
        return days[1].isoformat()
    if days is None or time.date is None or ("/" in time.date and "W" not in str(time.value)):
        return _staged_decade(time, word)
    if word in ("later", "earlier") and published and days[0] <= published <= days[1]:
        return _around(time, word, published, days)
    value = without_clock(time.value or "")
    if re.fullmatch(r"\d{4}", value):
        return _part_of_year(value, stage, due=bool(due))
    # "Earlier in February" told in July is in February, not early in it.
    if re.fullmatch(r"\d{4}-\d\d", value) and word not in ("later", "earlier"):
        low, high = {"START": (1, 10), "MID": (11, 20), "END": (21, days[1].day)}[stage]
        return f"{value}-{low:02}/{value}-{high:02}"
    return time.date


def _part_of_year(year: str, stage: str, *, due: bool) -> str:
    if due:
        return f"{year}-06" if stage == "MID" else f"{year}-01"
    low, high = _THIRDS[stage]
    return f"{year}-{low + 1:02}/{year}-{high:02}"


def _staged_decade(time: Time, word: str) -> str | None:
    value = time.value or ""
    if not re.fullmatch(r"\d{3}", value):
        return time.date
    low, high = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[words()["stages"][word]]
    return f"{value}{low}/{value}{high}"


def _around(time: Time, word: str, published: date, days: tuple[date, date]) -> str | None:
    """Return the part of a running period before or after the report's date."""
    low, high = (days[0], published) if word == "earlier" else (published, days[1])
    if low == high or days[0] == days[1]:
        return time.date
    cut = 7 if days[1] - days[0] > timedelta(days=31) else 10
    first, last = low.isoformat()[:cut], high.isoformat()[:cut]
    return first if first == last else f"{first}/{last}"


def _since(time: Time, before: str, context: Context) -> Time:
    published = context.published
    if published is None or time.date is None or "/" in time.date:
        return time
    if not re.search(r"\b(?:ever )?since\s+(?:the\s)?$", before, re.IGNORECASE):
        return time
    if time.date > published.isoformat():
        return time
    reach = published.isoformat()[: len(time.date)]
    if reach == time.date:
        return time
    return msgspec.structs.replace(time, date=f"{time.date}/{reach}")
