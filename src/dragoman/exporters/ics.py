"""A calendar of what is planned and due: commitments with a day, planned sessions of bodies.

iCalendar by RFC 5545. Each has one UID for good, so that a calendar that subscribes or
reads the file again replaces what it has.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any, Literal, NamedTuple

from dragoman.exporters._known import Known, web_address
from dragoman.exporters._walk import nouns_of
from dragoman.record.days import days
from dragoman.record.extras import needing
from dragoman.record.nouns import Commitment, Mention, Record, Report
from dragoman.record.plain import plain
from dragoman.record.workings import Working

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
        nouns = nouns_of(record)
        told = [_of_commitment(made, known) for made in nouns["commitments"]]
        told += [_of_session(one, known) for one in nouns["workings"] if one.kind == "session"]
        for entry in told:
            if (made := _entry(entry, known)) is not None:
                target.write(made.to_ical(sorted=False).decode())
        target.write(f"END:VCALENDAR{end}")


class _Told(NamedTuple):
    """What an entry is made of; `day` as in the record."""

    id: str
    day: str | None
    who: str
    what: str
    description: list[str]
    categories: list[str]
    status: str
    mentions: Sequence[Mention]


def _entry(told: _Told, known: Known) -> Any:
    """Return the entry of what has a day that a calendar can hold, else None."""
    from icalendar import Event

    covered = days(told.day)
    if covered is None or not _FIRST_DAY < covered[0] <= covered[1] < _LAST_DAY:
        return None
    first, last = (date.fromisoformat(day) for day in covered)
    term = last - first > _LONGEST
    entry = Event()
    entry.add("uid", f"{told.id}@dragoman")
    entry.add("dtstamp", _voiced_on(told.mentions, known))
    entry.add("dtstart", last if term else first)
    entry.add("dtend", last + timedelta(days=1))
    due = f"by the end of {told.day}: " if term else ""
    entry.add("summary", f"{told.who}{due}{plain(told.what)}")
    entry.add("description", "\n".join([*told.description, f"dragoman show {told.id}"]))
    entry.add("categories", told.categories)
    entry.add("status", told.status)
    entry.add("transp", "TRANSPARENT")
    if url := _address(told.mentions, known):
        entry.add("url", url)
    return entry


def _of_commitment(made: Commitment, known: Known) -> _Told:
    return _Told(
        id=made.id,
        day=made.target.due,
        who=_parties(made, known),
        what=f"{plain(made.subject)} ({made.kind})",
        description=_description(made, known),
        categories=["planned" if made.kind == "planned" else "deadline", made.kind],
        status=_status(made),
        mentions=made.mentions,
    )


def _of_session(session: Working, known: Known) -> _Told:
    """Return the entry of a body's meeting that is planned; of any other one without a day."""
    number = f"session {session.number}" if session.number else "session"
    planned = session.state == "planned"
    return _Told(
        id=session.id,
        day=session.date if planned else None,
        who="".join(f"{name}: " for name in known.names([session.body])),
        what=f"{number} (planned)",
        description=["planned session", *known.footnotes(session)],
        categories=["planned", "session"],
        status="TENTATIVE",
        mentions=session.mentions,
    )


def _voiced_on(mentions: Sequence[Mention], known: Known) -> datetime:
    """Return when the entry was last told of: a calendar asks for a time, and ours has no clock."""
    covered = days(known.seen(mentions)[1])
    last = covered[1] if covered and covered[1] > _FIRST_DAY else _NEVER
    return datetime.combine(date.fromisoformat(last), time(), UTC)


def _parties(made: Commitment, known: Known) -> str:
    sides = [", ".join(names) for side in (made.by, made.to) if (names := known.names(side))]
    return f"{' – '.join(sides)}: " if sides else ""


def _description(made: Commitment, known: Known) -> list[str]:
    told = [f"{made.kind}, {made.status}"]
    if made.date:
        told[0] += f", voiced {made.date}"
    if made.target.amount is not None:
        told.append(plain(f"target: {made.target.amount:,.15g} {made.target.unit or ''}"))
    return [*told, *known.footnotes(made)]


def _status(made: Commitment) -> str:
    if made.status in ("lapsed", "denied"):
        return "CANCELLED"
    return "CONFIRMED" if made.kind in _FIRM or made.status == "fulfilled" else "TENTATIVE"


def _address(mentions: Sequence[Mention], known: Known) -> str | None:
    found = (known.reports.get(mention.report) for mention in mentions)
    return next((url for one in found if one and (url := web_address(one.url))), None)
