"""What the record holds that it did not hold as of a day.

Two records are compared: what the reports published up to that day tell by themselves, and all.
Fewer reports give an item another id at times; where ids lead tells that it is the same.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from dragoman.store.changes import Standing
from dragoman.store.decisions.linkage import led_to
from dragoman.store.standing import published_by
from dragoman.store.tables import report
from dragoman.store.views.difference import NOUNS, Altered, Difference, Gone
from dragoman.store.views.listing import listed

_LAST_DAY = "9999-12-31"


def since_day(
    connection: Connection, before: Mapping[str, Standing], after: Mapping[str, Standing]
) -> Difference:
    """Return what is there now and was not, and what has changed; `before` is that day's record."""
    now = {key: key if key in after else led_to(connection, key) or "" for key in before}
    held = set(now.values())
    found = {
        noun: listed(
            connection,
            load(connection, [k for k, s in after.items() if s.noun == noun and k not in held]),
        )
        for noun, load in NOUNS.items()
    }
    altered = [
        Altered(item=new, noun=after[new].noun, before=before[old].status, after=after[new].status)
        for old, new in sorted(now.items())
        if new in after and before[old].status != after[new].status
    ]
    gone = [
        Gone(item=old, noun=before[old].noun, quote=before[old].quote, now=None)
        for old, new in sorted(now.items())
        if new not in after and before[old].noun in NOUNS
    ]
    rows = connection.execute(select(report.c.id, report.c.file, report.c.published)).all()
    placed = set(published_by(connection, _LAST_DAY))
    return Difference(
        runs=(),
        reports=tuple(sorted(r.file for r in rows if r.id in placed and r.id not in before)),
        new={noun: listing for noun, listing in found.items() if listing.rows},
        altered=tuple(altered),
        lost=(),
        gone=tuple(gone),
        undated=tuple(
            sorted(
                f"{row.file}: {_side(row.id, placed, before)}"
                for row in rows
                if row.published is None
            )
        ),
    )


def _side(key: str, placed: set[str], before: Mapping[str, Standing]) -> str:
    """Return where a report without a date stands."""
    if key not in placed:
        return "on no day"
    return "counted before" if key in before else "counted after"
