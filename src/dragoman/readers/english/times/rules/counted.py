"""Times counted off in units: "two days earlier", "a decade ago", "in the past six months"."""

import re
from datetime import date, timedelta

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.figures.numbers import parse_number
from dragoman.readers.english.times.calendar import iso, shift
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import Rule, a_time, follow, lead, one, parts_of
from dragoman.readers.english.times.vocabulary import build, unit_code, words

_VERB_LAST = re.compile(
    r"\b(?:will|would|could|can|may|might|should|must|to|not|did|does|do)\slast\s", re.IGNORECASE
)
_COMPARED = re.compile(
    r"\b(?:from|than|with|to|against|over|versus|on)\s(?:(?:that|those|levels?) (?:of )?)?$",
    re.IGNORECASE,
)
_PART = re.compile(r"\d{4}-(?:[QH]\d|\d\d)")
_BACK = ("ago", "earlier", "before", "previously", "prior", "back")


def amount(written: str) -> float | None:
    """Return how many: "two and a half" is 2.5, "a" is 1; None for "several" and the like."""
    text = re.sub(r"\s+", " ", written.lower()).strip()
    extra = 0.0
    if found := re.search(r" (?:and )?a (half|quarter)$|½$", text):
        extra = 0.25 if found.group(1) == "quarter" else 0.5
        text = text[: found.start()].strip()
    if text in ("a", "an", "another", "the", "one"):
        return 1 + extra
    if text in ("half a", "half an"):
        return 0.5
    if text in ("a couple of", "couple of"):
        return 2.0
    value = parse_number(text.removesuffix(" of")) if text else None
    return None if value is None else value + extra


def plain(count: float) -> str:
    """Return a number without needless decimals."""
    return f"{count:g}" if count % 1 else str(int(count))


def period(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration, "X" for a count that is not told; decades are DE, centuries CE."""
    if count is not None and count % 1:
        count, unit = _whole(count, unit)
    letters = {"10Y": "DE", "100Y": "CE"}.get(unit, unit)
    if unit == "2W":
        letters, count = "W", None if count is None else 2 * count
    told = "X" if count is None else plain(count)
    return f"PT{told}{unit[1]}" if unit[0] == "T" else f"P{told}{letters}"


def _whole(count: float, unit: str) -> tuple[float, str]:
    """Return half a unit in the smaller one: 50 years, 6 months, 12 hours, 30 minutes."""
    if unit in ("10Y", "100Y"):
        return count * int(unit[:-1]), "Y"
    small = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}.get(unit)
    if small is None or count > 1 or (count * small[0]) % 1:
        return count, unit
    return count * small[0], small[1]


def move(base: date, unit: str, count: float) -> str:
    """Return the value that lies `count` units from `base`. Raises ValueError for clock units."""
    if unit in ("10Y", "100Y"):
        return shift(base, "Y", count * int(unit[:-1]))
    if unit == "2W":
        return shift(base, "W", 2 * count)
    if unit == "W" and count % 1:
        return shift(base, "D", 7 * count)
    return shift(base, unit, count)


def _base(context: Context, way: str, unit: str) -> tuple[date, str] | None:
    if way not in ("ago", "from now", "from today", "time", "back") or context.narrative:
        return context.before(unit)
    if context.published is None:
        return None
    return context.published, f"the report's date, {context.published}"


def _shifted(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    unit, way = unit_code(part["unit"]), re.sub(r"\s+", " ", part["way"].lower())
    count = amount(part["count"]) if "count" in part else None
    back = way.split()[-1] in _BACK
    if unit[0] == "T":
        return one(found, period(count, unit), "a length of time before or after", "DURATION")
    if count is None:
        return one(found, "PAST_REF" if back else "FUTURE_REF", "an open number of units")
    part_before = _year_before(found, context) if unit == "Y" and back and count == 1 else None
    if part_before is not None:
        return one(found, *part_before)
    base = _base(context, way, unit)
    if base is None:
        return one(found, None, "")
    try:
        value = move(base[0], unit, -count if back else count)
    except (ValueError, OverflowError):
        return one(found, None, "")
    # As precise as it is counted: two decades before 2013 are "199", with 1993 for the record.
    shown = value[:3] if unit == "10Y" and not count % 1 else value
    return (a_time(found, "DATE", shown, f"counted from {base[1]}", iso(value)),)


def _year_before(found: re.Match[str], context: Context) -> tuple[str, str] | None:
    """Return the quarter, half or month of the sentence a year before, where it is compared so.

    "In the second quarter sales rose from a year earlier" compares two second quarters.
    """
    near = context.told_in_sentence(found.start())
    if near is None or not _COMPARED.search(lead(found)) or not _PART.fullmatch(near[0]):
        return None
    year, rest = near[0].split("-")
    return f"{int(year) - 1:04}-{rest}", f"a year before {near[0]}, told before"


def _ends_clause(found: re.Match[str]) -> bool:
    """Tell whether "before" and "after" point to the date told: where nothing follows them."""
    way = found.group("way").lower()
    if way.split()[-1] not in ("before", "after"):
        return True
    after = re.match(r"\s*(?:[,.;:!?)\]\"”’–—]|$|\n)", follow(found))
    return bool(after) or bool(re.match(r"\s+(?:in|at|on|and|but|when|by)\b", follow(found)))


def _day_beside(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    name = part["part"].lower()
    code = words()["parts"].get(name)
    unit = "D" if code else unit_code(name)
    base = context.before(unit)
    if base is None:
        return one(found, None, "")
    step = 1 if part["way"] == "after" else -1
    if code:
        return one(found, f"{shift(base[0], 'D', step)}T{code}", f"counted from {base[1]}", "TIME")
    return one(found, move(base[0], unit, step), f"counted from {base[1]}")


def _stretch(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    """Resolve a duration that ends or begins where the writer stands: "the past six months"."""
    part = parts_of(found)
    unit = unit_code(part["unit"])
    count = amount(part["count"]) if "count" in part else None
    if count is None and not part["unit"].lower().endswith("s"):
        count = 1.0
    value = period(count, unit)
    reason = "a stretch up to or from the report's date"
    ahead = part["which"].lower() in ("next", "coming")
    date_of = None
    base = context.published
    if base is not None and count is not None and unit[0] != "T" and not context.narrative:
        date_of = _interval(base, unit, count if ahead else -count)
    return (a_time(found, "DURATION", value, reason, date_of),)


def _interval(base: date, unit: str, count: float) -> str | None:
    """Return the record's interval between `base` and `count` units from it."""
    try:
        if unit in ("D", "W", "2W", "WE"):
            days = count * {"D": 1, "W": 7, "2W": 14, "WE": 7}[unit]
            other, here = (base + timedelta(days=round(days))).isoformat(), base.isoformat()
        elif unit in ("M", "Q"):
            other, here = shift(base, "M", count * (3 if unit == "Q" else 1)), base.isoformat()[:7]
        else:
            years = count * (1 if unit == "Y" else int(unit[:-1]))
            other, here = shift(base, "Y", round(years)), f"{base.year:04}"
    except (ValueError, OverflowError):
        return None
    return f"{min(other, here)}/{max(other, here)}"


def rules() -> list[Rule]:
    """Return the rules of this family."""
    count = r"(?P<count>{count}|(?i:an?|another|half an?|the))"
    rough = "(?:{roughly})?"
    ways = (
        r"(?P<way>(?i:ago|earlier|later|previously|afterwards?|from now|before|after|prior|back|"
        r"from today))"
    )
    return [
        Rule(
            build(rough + count + "(?: |-)(?:(?:full|short|long|whole) )?{unit:unit} " + ways),
            _shifted,
            lambda f: f.group("count").lower() != "the" and _ends_clause(f),
        ),
        Rule(
            build(r"{unit:unit} (?P<way>(?i:ago|earlier|later|from now))"),
            _shifted,
            lambda f: f.group("unit").lower().endswith("s"),
        ),
        Rule(build(r"in " + count + r" {unit:unit}['’]? (?P<way>(?i:time))"), _shifted),
        Rule(
            build(r"(?i:the) (?P<part>{part}|{unit}) (?P<way>before|after|earlier)"),
            _day_beside,
            _ends_clause,
        ),
        Rule(
            build(
                r"(?:(?i:the|these|those) )?"
                r"(?P<which>(?i:past|last|next|coming|previous|first|final)) "
                r"(?:(?:{roughly})?(?P<count>{count}) )(?:full )?{unit:unit}"
            ),
            _stretch,
            _is_stretch,
        ),
        Rule(
            build(r"(?i:the) (?P<which>(?i:past|last|next|coming)) {unit:unit}"),
            _stretch,
            lambda f: unit_code(f.group("unit"))[0] != "T" and not re.match(r"\s+of\b", follow(f)),
        ),
    ]


def _is_stretch(found: re.Match[str]) -> bool:
    if found.group("which").lower() not in ("first", "final"):
        return not _VERB_LAST.search(found.string[max(0, found.start() - 12) : found.end()])
    owned = re.search(r"\b(?:his|her|its|their|my|our|['’]s)\s$", lead(found), re.IGNORECASE)
    return found.group().lower().startswith("the") or bool(owned)
