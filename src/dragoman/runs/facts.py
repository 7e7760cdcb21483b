"""What linking needs to know of reports: worked out once a report, then kept in the record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

import dragoman
from dragoman.record.nouns import Report
from dragoman.store.facts import keep_facts, load_facts
from dragoman.store.reports import load_reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.linking.facts import ReportFacts

_FORM = 1
"""Raised with every change to fingerprints, grounds, wording or their word lists."""
RECIPE = f"{_FORM} {dragoman.__version__}"


class Known:
    """The facts of all reports that a connection sees; `fresh` are those not kept before."""

    def __init__(self, connection: "Connection") -> None:
        reports = load_reports(connection)
        kept = self._kept(connection, reports)
        self.fresh = {one.id: _worked_out(one) for one in reports if one.id not in kept}
        self.facts = [
            msgspec.structs.replace((self.fresh.get(one.id) or kept[one.id]), text=one.text)
            for one in reports
        ]

    def keep(self, connection: "Connection") -> None:
        """Keep the facts that were worked out now."""
        encode = msgspec.msgpack.Encoder().encode
        keep_facts(connection, RECIPE, {own: encode(one) for own, one in self.fresh.items()})

    @staticmethod
    def _kept(connection: "Connection", reports: Sequence[Report]) -> "dict[str, ReportFacts]":
        from dragoman.linking.facts import ReportFacts

        decode = msgspec.msgpack.Decoder(ReportFacts).decode
        bodies = load_facts(connection, RECIPE)
        return {one.id: decode(bodies[one.id]) for one in reports if one.id in bodies}


def _worked_out(report: Report) -> "ReportFacts":
    """Return the facts of a report, its text left out: that is kept with the report."""
    from dragoman.documents.fingerprint import prose, shingles
    from dragoman.documents.grounds import ground_of
    from dragoman.linking.facts import ReportFacts
    from dragoman.linking.origins.retold import wording_of

    return ReportFacts(
        id=report.id,
        published=report.published,
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        shingles=frozenset(shingles(report)),
        ground=ground_of(report),
        wording=wording_of(prose(report)),
    )
