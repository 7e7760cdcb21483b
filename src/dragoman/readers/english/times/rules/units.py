"""Weeks, months, seasons and years told from where the writer stands: "last week", "next April"."""

import re
from datetime import date, timedelta

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import shift, week_value
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.fiscal import country_of, fiscal_span, fiscal_year
from dragoman.readers.english.times.rules.rule import Rule, a_time, follow, lead, one, parts_of
from dragoman.readers.english.times.rules.standpoint import MARKED, STEP, counted, standpoint
from dragoman.readers.english.times.vocabulary import build, month_number, unit_code, words

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_STAGED = re.compile(
    r"\b(?:(?:beginning|start|middle|end|close|rest|remainder|half|part|outset|turn|course) of|"
    r"(?:early|late|later|earlier) in|year-)\s*$",
    re.IGNORECASE,
)
_AT_END = re.compile(r"\b(?:by|at|before|until|the|to|of)\s(?:the\s)?$")


def _unit(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which, unit = part["which"].lower().split()[-1], unit_code(part["unit"])
    base = standpoint(context, which, unit, article="the" in part)
    if unit in ("TS", "TM", "TH"):
        return ()
    if base is None:
        return one(found, None, "")
    step = STEP[which]
    if unit in ("10Y", "100Y"):
        digits = 3 if unit == "10Y" else 2
        start = base[0].year + step * (10 if digits == 3 else 100) - (digits == 2)
        return one(found, f"{start:04}"[:digits], counted(base[1]))
    if unit == "WE":
        return one(found, _weekend(base[0], step), counted(base[1]))
    count, unit = (2 * step, "W") if unit == "2W" else (step, unit)
    if part.get("fiscal") in ("fiscal", "financial") and unit == "Y":
        return _fiscal_year(found, base, count)
    return one(found, shift(base[0], unit, count), counted(base[1]))


def _fiscal_year(found: re.Match[str], base: tuple[date, str], step: int) -> tuple[Time, ...]:
    country = country_of(found.string, found.start(), found.end())
    year = fiscal_year(base[0], country) + step
    told = fiscal_span(year, country)
    reason = counted(base[1]) + (f", by the fiscal year of {country}" if told else "")
    return (a_time(found, "DATE", f"FY{year}", reason, told),)


def _is_unit(found: re.Match[str]) -> bool:
    """Tell "the next day" and "last quarter" from "the last day of" and "that second"."""
    part = parts_of(found)
    which, unit = part["which"].lower(), unit_code(part["unit"])
    if which == "that" and unit not in ("D", "W", "M", "Y", "WE"):
        return False
    if unit in ("TS", "TM", "TH") or (unit == "D" and which in ("last", "past", "coming")):
        return False
    if "the" in part and which in ("past", "last", "coming"):
        return unit in ("Q", "WE") or "fiscal" in part
    if which in ("latest", "most recent"):
        return unit in ("Q", "M", "W", "Y")
    return not (unit == "D" and which == "this" and re.match(r"\s+of\b", follow(found)))


def _weekend(day: date, step: int) -> str:
    """Return the weekend meant: "last weekend" on a Sunday is the one a week ago."""
    return week_value(day + timedelta(days=7 * step)) + "-WE"


def _the_weekend(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    base = standpoint(context, "this", "WE")
    if base is None:
        return one(found, None, "")
    day = base[0]
    ahead = context.tense(found.start(), found.end()) == "future" or day.isoweekday() == 7
    return one(found, _weekend(day, 0 if ahead else -1), counted(base[1]))


def _month(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    month, which = month_number(part["month"]), part["which"].lower().split()[-1]
    base = standpoint(context, which, "M", article=found.group().startswith("the"))
    if base is None:
        return one(found, None, "")
    value = _nth_month(base[0], month, STEP[which])
    day = f"-{int(re.sub(r'[^0-9]', '', part['day'])):02}" if "day" in part else ""
    return one(found, value + day, counted(base[1]))


def _nth_month(base: date, month: int, step: int) -> str:
    year = base.year
    if step < 0 and month >= base.month:
        year -= 1
    if step > 0 and month <= base.month:
        year += 1
    return f"{year}-{month:02}"


def _month_of_year(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which = part["which"].lower().split()[-1]
    base = standpoint(context, which, "Y")
    if base is None:
        return one(found, None, "")
    year = base[0].year + STEP[which]
    day = f"-{int(re.sub(r'[^0-9]', '', part['day'])):02}" if "day" in part else ""
    return one(found, f"{year}-{month_number(part['month']):02}{day}", counted(base[1]))


def _season(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which = part["which"].lower().split()[-1]
    code = words()["seasons"][part["season"].lower()]
    base = standpoint(context, which, "M", article=found.group().lower().startswith("the"))
    if base is None:
        return one(found, None, "")
    if which in ("this", "that", "same"):
        year = base[0].year - (code == "WI" and base[0].month < 6)
    else:
        year = int(_nth_month(base[0], _SEASON_MONTH[code], STEP[which])[:4])
        year -= code == "WI"
    return one(found, f"{year}-{code}", counted(base[1]))


def _running(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    """Resolve "the quarter" after "for" or "in": the one told last, else the report's."""
    unit = unit_code(parts_of(found)["unit"])
    base = context.before(unit)
    if base is None:
        return one(found, None, "")
    told = context.told_part() if unit == "Q" else None
    if told is not None and "Q" in told:
        return one(found, told, f"{told}, told before")
    if unit == "Y" and context.published is not None and not context.narrative:
        base = context.published, f"the report's date, {context.published}"
    return one(found, shift(base[0], unit, 0), counted(base[1]))


def _is_running(found: re.Match[str]) -> bool:
    """Tell "sales for the quarter rose" from "the day of the vote" and "for the day he left"."""
    unit = found.group("unit").lower()
    leads = "for|in|during|over|within|through|throughout|of"
    if unit == "day":
        leads = "earlier in|later in|early in|late in"
    before = re.search(rf"\b(?:{leads})\s$", lead(found), re.IGNORECASE)
    after = re.match(
        r"\s*(?:[,.;:)]|$)|\s+(?:ended|ending|through|as|and|but|to|from|after|by|while|with|at|on|"
        r"in|was|were|is|are|has|had|rose|fell|will|would|came|stood|totaled|totalled)\b",
        follow(found),
    )
    return bool(before and after)


def _whole(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    """Resolve "the year" after "the end of": the one being told of."""
    unit = unit_code(parts_of(found)["unit"])
    if unit in ("TS", "TM", "TH", "D", "WE", "2W", "100Y", "10Y"):
        return ()
    near = context.told_in_sentence(found.start())
    base = (near[1], f"{near[0]}, told before") if near else standpoint(context, "this", unit)
    if base is None:
        return one(found, None, "")
    return one(found, shift(base[0], unit, 0), counted(base[1]))


def rules() -> list[Rule]:
    """Return the rules of this family."""
    which = (
        r"(?:(?P<the>the|The) )?(?:very )?"
        r"(?P<which>(?i:last|past|latest|most recent|prior|previous|preceding|this|current|that|"
        r"same|next|following|coming))"
    )
    one_unit = (
        r" (?:same )?(?:(?P<fiscal>fiscal|financial|calendar) )?(?!seconds|minutes|hours|days|"
        r"nights|weeks|fortnights|weekends|months|quarters|years|decades|centuries){unit:unit}"
    )
    of_year = (
        r"(?P<which>(?:last|this|next|that|that same|the (?:same|previous|following|next))) year"
    )
    day = r"(?: {day:day})?"
    return [
        Rule(build(which + one_unit), _unit, _is_unit),
        Rule(build(MARKED + " {month:month}" + day), _month),
        Rule(build("{monthish:month}" + day + ",?(?: of)? " + of_year), _month_of_year),
        Rule(build(MARKED + " {season:season}"), _season),
        Rule(build("[Tt]he (?P<unit>quarter|year|month|week|day)"), _running, _is_running),
        Rule(build("the {unit:unit}"), _whole, lambda f: bool(_STAGED.search(lead(f)))),
        Rule(build("[Tt]he weekend"), _the_weekend),
        Rule(
            build(r"(?P<unit>(?i:year|month|quarter))(?:-end|(?= end\b|['’]s end\b))"),
            _whole,
            lambda f: bool(_AT_END.search(lead(f))),
        ),
    ]
