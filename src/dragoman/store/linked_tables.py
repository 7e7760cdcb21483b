"""The tables of bodies' workings, and all that linking replaces."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from dragoman.store.tables import (
    commitment,
    disagreement,
    entity,
    entity_name,
    event,
    evidence,
    explained,
    explained_side,
    figure,
    follow_up,
    item,
    item_country,
    linked,
    metadata,
    origin,
    origin_report,
    party,
    point,
    role,
    series,
    side,
    side_report,
    statement,
)

# How a body works; whom a row speaks of (what the body stands under, who chairs it) are parties.
working = Table(
    "working",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("body", ForeignKey("entity.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("value", String),
    Column("number", Integer),
    Column("state", String),
    Column("date", String),
)

# What each item (of an origin, its id) was last written from, as a digest.
item_digest = Table(
    "item_digest",
    metadata,
    Column("item", String, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
)

# What linking replaces, children first.
LINKED_TABLES = (
    item_digest,
    origin_report,
    origin,
    point,
    series,
    explained_side,
    explained,
    side_report,
    side,
    disagreement,
    working,
    figure,
    follow_up,
    party,
    statement,
    commitment,
    event,
    role,
    entity_name,
    entity,
    evidence,
    item_country,
    item,
    linked,
)
