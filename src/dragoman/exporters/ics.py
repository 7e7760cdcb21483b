"""A calendar of planned meetings and deadlines: every commitment that tells its day.

iCalendar by RFC 5545. A commitment has one UID for good, so that a calendar that subscribes or
reads the file again replaces what it has.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any, Literal

from dragoman.exporters._known import Known, web_address
from dragoman.exporters._walk import nouns_of
from dragoman.record.days import days
from dragoman.record.extras import needing
from dragoman.record.nouns import Commitment, Record, Report
from dragoman.record.plain import plain

_PRODUCT = "-//Dragoman//Record//EN"
# Longer than this is a term, not a meeting: it stands on its last day.
_LONGEST = timedelta(days=14)
_NEVER = "1970-01-01"
# A day behind the last one and one before the first could not be told.
_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"
_FIRM = ("agreed", "signed")


def exporter() -> "IcsExporter":
    """Return the exporter."""
    return IcsExporter()


class IcsExporter:
    """Writes all-day events that take nobody's time; needs the extra `exports`."""

    name = "ics"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:
        """Write to `target`, entry by entry."""
        with needing("exports"):
            from icalendar import Calendar

        calendar = Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("x-wr-calname", "Planned and due")
        head, end = calendar.to_ical(sorted=False).decode().split("END:VCALENDAR")
        target.write(head)
        known = Known(record, reports)
        for made in nouns_of(record)["commitments"]:
            for entry in _entries(made, known):
                target.write(entry.to_ical(sorted=False).decode())
        target.write(f"END:VCALENDAR{end}")


def _entries(made: Commitment, known: Known) -> Iterator[Any]:
    """Yield the entry of a commitment with a due date that a calendar can hold."""
    from icalendar import Event

    covered = days(made.target.due)
    if covered is None or not _FIRST_DAY < covered[0] <= covered[1] < _LAST_DAY:
        return
    first, last = (date.fromisoformat(day) for day in covered)
    term = last - first > _LONGEST
    entry = Event()
    entry.add("uid", f"{made.id}@dragoman")
    entry.add("dtstamp", _voiced_on(made, known))
    entry.add("dtstart", last if term else first)
    entry.add("dtend", last + timedelta(days=1))
    due = f"by the end of {made.target.due}: " if term else ""
    entry.add("summary", f"{_parties(made, known)}{due}{plain(made.subject)} ({made.kind})")
    entry.add("description", _description(made, known))
    entry.add("categories", ["planned" if made.kind == "planned" else "deadline", made.kind])
    entry.add("status", _status(made))
    entry.add("transp", "TRANSPARENT")
    if url := _address(made, known):
        entry.add("url", url)
    yield entry


def _voiced_on(made: Commitment, known: Known) -> datetime:
    """Return when the entry was last told of: a calendar asks for a time, and ours has no clock."""
    covered = days(known.seen(made.mentions)[1])
    last = covered[1] if covered and covered[1] > _FIRST_DAY else _NEVER
    return datetime.combine(date.fromisoformat(last), time(), UTC)


def _parties(made: Commitment, known: Known) -> str:
    sides = [", ".join(names) for side in (made.by, made.to) if (names := known.names(side))]
    return f"{' – '.join(sides)}: " if sides else ""


def _description(made: Commitment, known: Known) -> str:
    told = [f"{made.kind}, {made.status}"]
    if made.date:
        told[0] += f", voiced {made.date}"
    if made.target.amount is not None:
        told.append(plain(f"target: {made.target.amount:,.15g} {made.target.unit or ''}"))
    return "\n".join([*told, *known.footnotes(made), f"dragoman show {made.id}"])


def _status(made: Commitment) -> str:
    if made.status in ("lapsed", "denied"):
        return "CANCELLED"
    return "CONFIRMED" if made.kind in _FIRM or made.status == "fulfilled" else "TENTATIVE"


def _address(made: Commitment, known: Known) -> str | None:
    found = (known.reports.get(mention.report) for mention in made.mentions)
    return next((url for one in found if one and (url := web_address(one.url))), None)
