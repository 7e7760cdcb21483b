"""Days told from where the writer stands: "yesterday", "Wednesday", "that evening"."""

import re
from datetime import timedelta

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import shift
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import Rule, follow, lead, one, parts_of
from dragoman.readers.english.times.rules.standpoint import MARKED, STEP, counted, standpoint
from dragoman.readers.english.times.vocabulary import build, weekday_number, words

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}
_NAMED_DAY = re.compile(r"\b(?:Black|Super|Cyber|Bloody)\s$")
_NEWSPAPER = re.compile(r"\s(?:Times|Telegraph|Post|Mail|Mirror|Herald|World|Star|Agreement)\b")


def _part_code(part: dict[str, str]) -> str:
    name = part.get("part", "").lower()
    return f"T{words()['parts'][name]}" if name else ""


def _kind(code: str) -> str:
    return "TIME" if code else "DATE"


def _day(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    word = part["word"].lower()
    code = "TNI" if word in ("tonight", "overnight") else _part_code(part)
    base = standpoint(context, "this")
    if base is None:
        return one(found, None, "", _kind(code))
    day = (
        shift(base[0], "D", _DAYS[word])
        if word in _DAYS
        else shift(base[0], "D", -2 if "yesterday" in word else 2)
    )
    return one(found, day + code, counted(base[1]), _kind(code))


def _part_of_day(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    which = part["which"].lower().removeprefix("the ")
    base = standpoint(context, which, article=found.group().lower().startswith("the "))
    if base is None:
        return one(found, None, "", "TIME")
    step = 0 if which == "last" and context.narrative else STEP[which.split()[-1]]
    return one(found, shift(base[0], "D", step) + _part_code(part), counted(base[1]), "TIME")


def weekday_value(found: re.Match[str], context: Context) -> tuple[str, str] | None:
    """Return the day of a match with the group weekday, perhaps which or week, and the reason.

    None where no date is there to count from.
    """
    part = parts_of(found)
    wanted, which = weekday_number(part["weekday"]), part.get("which", "").lower()
    told = which.startswith("the ")
    which = which.removeprefix("the ")
    base = context.before("D") if told else standpoint(context, "this")
    if base is None:
        return None
    day = base[0]
    back = (day.isoweekday() - wanted) % 7
    if week := part.get("week"):
        step = STEP[week.lower()]
        moved = timedelta(days=wanted - day.isoweekday() + 7 * step)
        return (day + moved).isoformat(), counted(base[1])
    if which == "this":
        moved, way = timedelta(days=wanted - day.isoweekday()), "of the week of"
    elif which in ("last", "past", "previous", "preceding"):
        moved, way = timedelta(days=-(back or 7)), "last before"
    elif which in ("next", "coming", "following"):
        moved, way = timedelta(days=7 - back), "next after"
    elif context.narrative or context.tense(found.start(), found.end()) == "future":
        moved, way = timedelta(days=-back % 7), "next from"
    else:
        moved, way = timedelta(days=-back), "last up to"
    return (day + moved).isoformat(), f"{way} {base[1]}"


def _weekday(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    code, placed = _part_code(parts_of(found)), weekday_value(found, context)
    if placed is None:
        return one(found, None, "", _kind(code))
    return one(found, placed[0] + code, placed[1], _kind(code))


def _is_weekday(found: re.Match[str]) -> bool:
    """Tell a weekday from part of a name ("Sunday Times", "Black Friday")."""
    return not _NAMED_DAY.search(lead(found)) and not _NEWSPAPER.match(follow(found))


def _is_today(found: re.Match[str]) -> bool:
    """Tell the day from a newspaper of that name."""
    return found.group()[0].islower() or not re.search(r"[A-Z]\w+ $", lead(found))


def rules() -> list[Rule]:
    """Return the rules of this family."""
    part = r"(?: {part:part})?"
    which = (
        r"(?:(?P<which>(?i:last|past|this|next|coming|"
        r"the (?:previous|preceding|following|next|same))) )?"
    )
    word = (
        r"(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|today|tonight|"
        r"tomorrow))"
    )
    week = r"(?:,? (?:of )?(?P<week>last|this|next) week)?"
    return [
        Rule(build(word + part), _day, _is_today),
        Rule(build(r"(?P<word>(?i:overnight))"), _day, lambda f: "-" not in follow(f)[:1]),
        Rule(build(MARKED + " {part:part}"), _part_of_day),
        Rule(build(which + "{weekday:weekday}" + part + week), _weekday, _is_weekday),
    ]
