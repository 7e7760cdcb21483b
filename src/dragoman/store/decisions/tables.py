"""The tables of decisions.

`decision` is only ever added to (triggers refuse all else). The others are replaced by linking:
what became of each decision, where the ids of merged rows lead, and why rows were merged.
"""

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, String, Table

from dragoman.store.tables import metadata

decision = Table(
    "decision",
    metadata,
    Column("id", String, primary_key=True),
    Column("at", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("by", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

effect = Table(
    "effect",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("decision", ForeignKey("decision.id"), nullable=False, index=True),
    Column("state", String, nullable=False),
    Column("item", String, index=True),
    Column("field", String),
    Column("said", String),
    Column("why", String),
    Column("other", String),
)

redirect = Table(
    "redirect",
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String, nullable=False, index=True),
)

link_reason = Table(
    "link_reason",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("noun", String, nullable=False),
    Column("item", String, nullable=False, index=True),
    Column("score", Float, nullable=False, index=True),
    Column("why", String, nullable=False),
    Column("ends", LargeBinary),
)

# What linking replaces.
LINKAGE_TABLES = (effect, redirect, link_reason)
