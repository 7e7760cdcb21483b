"""What linking needs to know of each report besides its reading, worked out once and kept.

A cache: what another recipe made, or what is not as it was written, is as good as absent.
"""

import hashlib
from collections.abc import Mapping

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, String, Table, select
from sqlalchemy.dialects.sqlite import insert

from dragoman.store.tables import metadata

report_facts = Table(
    "report_facts",
    metadata,
    Column("report", ForeignKey("report.id"), primary_key=True),
    Column("recipe", String, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)


def load_facts(connection: Connection, recipe: str) -> dict[str, bytes]:
    """Return what this recipe made, by report, as it was kept; what is damaged is left out."""
    query = select(report_facts).where(report_facts.c.recipe == recipe)
    return {
        row.report: row.body
        for row in connection.execute(query)
        if row.digest == _digest(row.report, recipe, row.body)
    }


def keep_facts(connection: Connection, recipe: str, bodies: Mapping[str, bytes]) -> None:
    """Keep what a recipe made of reports, in the place of what is kept of them."""
    rows = [
        {"report": own, "recipe": recipe, "digest": _digest(own, recipe, body), "body": body}
        for own, body in sorted(bodies.items())
    ]
    if rows:
        new = insert(report_facts)
        made = {name: new.excluded[name] for name in ("recipe", "digest", "body")}
        connection.execute(new.on_conflict_do_update(index_elements=["report"], set_=made), rows)


def _digest(report: str, recipe: str, body: bytes) -> bytes:
    head = f"{report} {recipe} ".encode()
    return hashlib.blake2b(head + body, digest_size=16).digest()
