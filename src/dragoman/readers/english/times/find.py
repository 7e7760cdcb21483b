"""From a text to its times: candidates, the longest of those that overlap, then their values."""

import re
from bisect import bisect_left, insort
from datetime import date
from functools import cache

import msgspec

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.context import Context, TenseOf
from dragoman.readers.english.times.rules import rules
from dragoman.readers.english.times.rules.rule import Rule
from dragoman.readers.english.times.stages import with_stage

Matches = list[tuple[Rule, re.Match[str]]]
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"T\d\d:\d\dZ?$")
_NEWS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|today|"
    r"(?:last|this|next) (?:week|month|year))\b"
)
# A text that names at least this many years, most of them other than the year before or after
# its own date, and hardly a weekday, tells a story of its own time.
_NARRATIVE_YEARS, _NARRATIVE_SHARE, _NEWS_SHARE = 8, 0.6, 0.2
# A shorter one names few years, close to each other and long gone, and no day of news.
_FEW_YEARS, _CLOSE, _LONG_GONE = 4, 15, 5


def find_times(
    text: str, published: date | None, *, tense: TenseOf | None = None
) -> tuple[Time, ...]:
    """Return the time expressions of `text` in text order, with TIMEX3 types and values.

    `published` is the report's date: relative expressions are counted from it or from the date
    told before, and stay without value where neither is there. `tense`, given a span, may return
    "past" or "future" for its clause, and is asked where no verb stands right before the span.
    Offsets are code points into `text`. Values follow TimeML 1.2.1 (TIMEX3); `Time.date` is the
    ISO 8601 date or interval of the record.
    """
    return resolved(text, find_matches(text), published, tense)


def resolved(
    text: str, matches: Matches, published: date | None, tense: TenseOf | None
) -> tuple[Time, ...]:
    """Return the times that `matches` stand for, as `find_times` does."""
    narrative = published is not None and _is_narrative(text, published)
    context = Context(text, published, narrative=narrative, tense=tense)
    times: list[Time] = []
    for rule, found in matches:
        for time in rule.resolve(found, context):
            staged = with_stage(time, context, times[-1].end if times else 0)
            times.append(staged)
            context.remember(staged)
    return tuple(_on_the_day_after(text, _beside_other_calendars(text, times)))


def _is_narrative(text: str, published: date) -> bool:
    years = [int(y) for y in _YEAR.findall(text)]
    far = sum(1 for y in years if abs(y - published.year) > 1)
    if len(years) >= _FEW_YEARS and not _NEWS.search(text):
        middle = sorted(years)[len(years) // 2]
        close = sum(1 for y in years if abs(y - middle) <= _CLOSE)
        if middle < published.year - _LONG_GONE and close >= _NARRATIVE_SHARE * len(years):
            return published.year not in years
    if len(years) < _NARRATIVE_YEARS or far < _NARRATIVE_SHARE * len(years):
        return False
    return len(_NEWS.findall(text)) <= _NEWS_SHARE * len(years)


def find_matches(text: str) -> Matches:
    """Return matches that do not overlap, the longest first chosen, in text order."""
    candidates = []
    for order, rule in enumerate(rules()):
        for found in rule.pattern.finditer(text):
            if rule.fits is None or rule.fits(found):
                candidates.append((found.start() - found.end(), order, found.start(), rule, found))
    candidates.sort(key=lambda candidate: candidate[:3])
    taken: list[tuple[int, int]] = []
    chosen = []
    for _, _, start, rule, found in candidates:
        place = bisect_left(taken, (start, found.end()))
        free_left = place == 0 or taken[place - 1][1] <= start
        free_right = place == len(taken) or taken[place][0] >= found.end()
        if free_left and free_right:
            insort(taken, (start, found.end()))
            chosen.append((rule, found))
    return sorted(chosen, key=lambda pair: pair[1].start())


def _on_the_day_after(text: str, times: list[Time]) -> list[Time]:
    """Give a time of day the day named right beside it: "6 p.m. on Monday", "8 May 6 p.m.".

    The two are one expression where no word stands between them.
    """
    out: list[Time] = []
    for time in times:
        before = out[-1] if out else None
        clock = _CLOCK.search(before.value or "") if before else None
        if before and _CLOCK.search(time.value or "") and _DAY.fullmatch(before.value or ""):
            same = (time.value or "").startswith(before.value or "")
            if same and text[before.end : time.start] in (" ", ", "):
                out[-1] = msgspec.structs.replace(time, start=before.start)
                continue
        if before and clock and time.date and len(time.date) == 10 and time.type == "DATE":
            between = text[before.end : time.start]
            value = f"{time.date}{clock.group()}"
            if between in (" ", ", "):
                out[-1] = msgspec.structs.replace(before, end=time.end, value=value, date=time.date)
                continue
            if between == " on ":
                out[-1] = msgspec.structs.replace(before, value=value, date=time.date)
        out.append(time)
    return out


@cache
def _between_calendars() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:AH|A\.H\.|BS|Hijri)?\s*[(,/–-]?\s*(?:(?:which )?(?:corresponding|"
        r"corresponds|equivalent|falls?|falling) (?:to|on)|i\.e\.|or)?\s*(?:the\s)?"
    )


def _beside_other_calendars(text: str, times: list[Time]) -> list[Time]:
    """Give a date of another calendar the value of the Gregorian date written beside it."""
    out = list(times)
    for at, time in enumerate(times):
        if (
            time.type != "DATE"
            or time.value is not None
            or not re.search(r"\d", text[time.start : time.end])
        ):
            continue
        for other in (at + 1, at - 1):
            if not 0 <= other < len(times) or times[other].date is None:
                continue
            first, last = sorted((time, times[other]), key=lambda t: t.start)
            if _between_calendars().fullmatch(text, first.end, last.start):
                known = times[other]
                out[at] = msgspec.structs.replace(
                    time,
                    value=known.value,
                    date=known.date,
                    reason="the Gregorian date beside it",
                )
                break
    return out
