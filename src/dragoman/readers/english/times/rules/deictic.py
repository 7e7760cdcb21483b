"""Times told from where the writer stands: "yesterday", "last week", "next April", "that day"."""

import re
from datetime import date, timedelta

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import shift, week_value
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import Rule, follow, lead, one, parts_of
from dragoman.readers.english.times.vocabulary import (
    build,
    month_number,
    unit_code,
    weekday_number,
    words,
)

_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "that": 0,
    "same": 0,
    "next": 1,
    "following": 1,
    "coming": 1,
    "present": 0,
}
# Counted from the date told before, not from the day of writing.
_BACK_REFERENCE = ("previous", "preceding", "that", "same", "following")
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def _part_code(part: dict[str, str]) -> str:
    name = part.get("part", "").lower()
    return f"T{words()['parts'][name]}" if name else ""


def _kind(code: str) -> str:
    return "TIME" if code else "DATE"


def _base(
    context: Context, which: str, unit: str = "D", *, article: bool = False
) -> tuple[date, str] | None:
    """Return the day to count from: what was told before for "that", else the report's date."""
    looks_back = which in _BACK_REFERENCE or (which == "next" and article)
    if looks_back or context.narrative:
        return context.before(unit)
    if context.published is None:
        return None
    return context.published, f"the report's date, {context.published}"


def _counted(reason: str) -> str:
    return f"counted from {reason}"


def _day(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    word = part["word"].lower()
    code = "TNI" if word in ("tonight", "overnight") else _part_code(part)
    base = _base(context, "this")
    if base is None:
        return one(found, None, "", _kind(code))
    day = (
        shift(base[0], "D", _DAYS[word])
        if word in _DAYS
        else shift(base[0], "D", -2 if "yesterday" in word else 2)
    )
    return one(found, day + code, _counted(base[1]), _kind(code))


def _part_of_day(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which = part["which"].lower().removeprefix("the ")
    base = _base(context, which, article=found.group().lower().startswith("the "))
    if base is None:
        return one(found, None, "", "TIME")
    step = 0 if which == "last" and context.narrative else _STEP[which.split()[-1]]
    return one(found, shift(base[0], "D", step) + _part_code(part), _counted(base[1]), "TIME")


def _unit(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which, unit = part["which"].lower().split()[-1], unit_code(part["unit"])
    base = _base(context, which, unit, article="the" in part)
    if unit in ("TS", "TM", "TH"):
        return ()
    if base is None:
        return one(found, None, "")
    step = _STEP[which]
    if unit in ("10Y", "100Y"):
        digits = 3 if unit == "10Y" else 2
        start = base[0].year + step * (10 if digits == 3 else 100) - (digits == 2)
        return one(found, f"{start:04}"[:digits], _counted(base[1]))
    if unit == "WE":
        return one(found, _weekend(base[0], step), _counted(base[1]))
    count, unit = (2 * step, "W") if unit == "2W" else (step, unit)
    value = shift(base[0], unit, count)
    return one(found, f"FY{value}" if "fiscal" in part else value, _counted(base[1]))


def _weekend(day: date, step: int) -> str:
    """Return the weekend meant: "last weekend" on a Sunday is the one a week ago."""
    return week_value(day + timedelta(days=7 * step)) + "-WE"


def _weekday(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    wanted, code = weekday_number(part["weekday"]), _part_code(part)
    which = part.get("which", "").lower()
    base = _base(context, "this")
    if base is None:
        return one(found, None, "", _kind(code))
    day = base[0]
    back = (day.isoweekday() - wanted) % 7
    if week := part.get("week"):
        step = _STEP[week.lower()]
        moved = timedelta(days=wanted - day.isoweekday() + 7 * step)
        return one(found, (day + moved).isoformat() + code, _counted(base[1]), _kind(code))
    if which == "this":
        moved, way = timedelta(days=wanted - day.isoweekday()), "of the week of"
    elif which in ("last", "past"):
        moved, way = timedelta(days=-(back or 7)), "last before"
    elif which in ("next", "coming"):
        moved, way = timedelta(days=7 - back), "next after"
    elif context.narrative or context.tense(found.start(), found.end()) == "future":
        moved, way = timedelta(days=-back % 7), "next from"
    else:
        moved, way = timedelta(days=-back), "last up to"
    return one(found, (day + moved).isoformat() + code, f"{way} {base[1]}", _kind(code))


def _is_weekday(found: re.Match[str]) -> bool:
    """Not part of a name ("Sunday Times", "Black Friday")."""
    if re.search(r"\b(?:Black|Good|Ash|Palm|Easter|Super|Cyber|Bloody)\s$", lead(found)):
        return False
    return not re.match(
        r"\s(?:Times|Telegraph|Post|Mail|Mirror|Herald|World|Star|Agreement)\b", follow(found)
    )


def _month(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    month, which = month_number(part["month"]), part["which"].lower().split()[-1]
    base = _base(context, which, "M", article=found.group().startswith("the"))
    if base is None:
        return one(found, None, "")
    value = _nth_month(base[0], month, _STEP[which])
    day = f"-{int(re.sub(r'[^0-9]', '', part['day'])):02}" if "day" in part else ""
    return one(found, value + day, _counted(base[1]))


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
    base = _base(context, which, "Y")
    if base is None:
        return one(found, None, "")
    year = base[0].year + _STEP[which]
    day = f"-{int(re.sub(r'[^0-9]', '', part['day'])):02}" if "day" in part else ""
    return one(found, f"{year}-{month_number(part['month']):02}{day}", _counted(base[1]))


def _season(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which = part["which"].lower().split()[-1]
    code = words()["seasons"][part["season"].lower()]
    base = _base(context, which, "M", article=found.group().lower().startswith("the"))
    if base is None:
        return one(found, None, "")
    if which in ("this", "that", "same"):
        year = base[0].year
    else:
        year = int(_nth_month(base[0], _SEASON_MONTH[code], _STEP[which])[:4])
        year -= code == "WI" and base[0].month > 0 and _STEP[which] < 0
    return one(found, f"{year}-{code}", _counted(base[1]))


def _the_weekend(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    base = _base(context, "this", "WE")
    if base is None:
        return one(found, None, "")
    day = base[0]
    ahead = context.tense(found.start(), found.end()) == "future" or day.isoweekday() == 7
    return one(found, _weekend(day, 0 if ahead else -1), _counted(base[1]))


def _whole(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    """ "The year" after "the end of": the one being told of."""
    unit = unit_code(parts_of(found)["unit"])
    if unit in ("TS", "TM", "TH", "D", "WE", "2W", "100Y", "10Y"):
        return ()
    near = context.told_in_sentence(found.start())
    base = (near[1], f"{near[0]}, told before") if near else _base(context, "this", unit)
    if base is None:
        return one(found, None, "")
    return one(found, shift(base[0], unit, 0), _counted(base[1]))


def _staged(found: re.Match[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:(?:beginning|start|middle|end|close|rest|remainder|half|part|outset|turn|course) of|"
            r"(?:early|late|later|earlier) in|year-)\s*$",
            lead(found),
            re.IGNORECASE,
        )
    )


def rules() -> list[Rule]:
    """Return the rules of this family."""
    which = (
        r"(?P<which>(?i:last|past|previous|preceding|this|current|that|same|next|following|coming))"
    )
    marked = r"(?P<which>(?i:last|this|that|next|the (?:previous|following|next|same|preceding|coming)|that same))"
    part = r"(?: {part:part})?"
    not_today = lambda f: not re.search(r"[A-Z]\w+ $", lead(f)) or f.group()[0].islower()  # noqa: E731
    return [
        Rule(
            build(
                r"(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|today|"
                r"tonight|tomorrow))" + part
            ),
            _day,
            not_today,
        ),
        Rule(build(r"(?P<word>(?i:overnight))"), _day, lambda f: "-" not in follow(f)[:1]),
        Rule(build(marked + " {part:part}"), _part_of_day),
        Rule(
            build(
                r"(?:(?P<the>the|The) )?(?:very )?" + which + " (?:same )?"
                r"(?:(?P<fiscal>fiscal|financial|calendar) )?(?!seconds|minutes|hours|days|nights|weeks"
                r"|fortnights|weekends|months|quarters|years|decades|centuries){unit:unit}"
            ),
            _unit,
            _is_unit,
        ),
        Rule(
            build(
                r"(?:(?P<which>(?i:last|past|this|next|coming)) )?{weekday:weekday}"
                + part
                + r"(?:,? (?:of )?(?P<week>last|this|next) week)?"
            ),
            _weekday,
            _is_weekday,
        ),
        Rule(build(marked + r" {month:month}(?: {day:day})?"), _month),
        Rule(
            build(
                r"{monthish:month}(?: {day:day})?,?(?: of)? (?P<which>(?:last|this|next|that|the (?:same|"
                r"previous|following|next)|that same)) year"
            ),
            _month_of_year,
        ),
        Rule(build(marked + " {season:season}"), _season),
        Rule(build("(?:the ){unit:unit}"), _whole, _staged),
        Rule(build("[Tt]he weekend"), _the_weekend),
        Rule(
            build(r"(?P<unit>(?i:year|month))(?=[\s-]end\b|['’]s end\b)"),
            _whole,
            lambda f: bool(re.search(r"\b(?:by|at|before|until|the|to|of)\s(?:the\s)?$", lead(f))),
        ),
    ]


def _is_unit(found: re.Match[str]) -> bool:
    """Not "the next day's flight of 5" nor "that second", nor "the last day of"."""
    part = parts_of(found)
    which, unit = part["which"].lower(), unit_code(part["unit"])
    if which == "that" and unit not in ("D", "W", "M", "Y", "WE"):
        return False
    if unit in ("TS", "TM", "TH") or (unit == "D" and which in ("last", "past", "coming")):
        return False
    if "the" in part and which in ("past", "last", "coming"):
        return unit in ("Q", "WE") or "fiscal" in part
    return not (unit == "D" and which == "this" and re.match(r"\s+of\b", follow(found)))
