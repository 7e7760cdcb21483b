"""The tables of a record, as SQLAlchemy Core.

Three layers: what came in (`raw`, `report`, `block`), what each report says (`reading`), and what
they say together (`item` and the tables below it), of which linking replaces what has changed.
`item` and `item_country` hold what filters look at, the same way for every noun; `evidence` holds
the spans of every item. The full-text index `block_words` is made in the migrations, since FTS5
tables are no part of SQLAlchemy's model.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

report = Table(
    "report",
    metadata,
    Column("id", String, primary_key=True),
    Column("file", String, nullable=False, index=True),
    Column("text", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("title", String),
    Column("outlet", String, index=True),
    Column("published", String, index=True),
    Column("language", String),
    Column("url", String),
)

raw = Table(
    "raw",
    metadata,
    Column("report", ForeignKey("report.id"), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("deflated", LargeBinary, nullable=False),
)

block = Table(
    "block",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("why", String),
    UniqueConstraint("report", "start"),
)

reading = Table(
    "reading",
    metadata,
    Column("report", ForeignKey("report.id"), primary_key=True),
    Column("reader", String, primary_key=True),
    Column("version", String, primary_key=True),
    Column("current", Boolean, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)

# One row or none: the digest of the readings that the record was last linked from.
linked = Table(
    "linked",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

# What lists are paged by: `day` is the first day or "", `rank` the place by weight or by words;
# `parties`, `states` and `outlets` hold values to filter and count, each between two LISTED.
LISTED = "\x1f"
LISTS = ("parties", "states", "outlets")
item = Table(
    "item",
    metadata,
    Column("id", String, primary_key=True),
    Column("noun", String, nullable=False),
    Column("kind", String),
    Column("mode", String),
    Column("status", String),
    Column("first_day", String),
    Column("last_day", String),
    *(Column(n, String, nullable=False, server_default="") for n in ("day", "rank", *LISTS)),
    Index(None, "noun", "kind"),
    Index(None, "noun", "first_day"),
    Index("ix_item_by_day", "noun", "day", "id", "kind", "mode", "status", *LISTS),
    Index("ix_item_by_rank", "noun", "rank", "id"),
)

# `stands` is "party" (it acts, is acted on, speaks) or "context" (named in the same paragraph or
# in the headline).
item_country = Table(
    "item_country",
    metadata,
    Column("item", ForeignKey("item.id"), primary_key=True),
    Column("country", String, primary_key=True),
    Column("stands", String, primary_key=True),
    Index(None, "country", "stands", "item"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item", ForeignKey("item.id"), nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", String, nullable=False),
    Column("form", String),
    Index(None, "item"),
    Index(None, "report", "start"),
)

entity = Table(
    "entity",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("type", String, nullable=False),
    Column("name", String, nullable=False),
    Column("country", String, index=True),
    Column("presumed", String),
    Column("within", String),
)

entity_name = Table(
    "entity_name",
    metadata,
    Column("entity", ForeignKey("entity.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
)

role = Table(
    "role",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("person", ForeignKey("entity.id"), nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("country", String),
    Column("organization", ForeignKey("entity.id"), index=True),
    Column("first_seen", String),
    Column("last_seen", String),
)

event = Table(
    "event",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("place", ForeignKey("entity.id"), index=True),
    Column("date", String),
    Column("hedge", String),
    Column("trigger", String),
    Column("date_reason", String),
    Column("part_of", String, index=True),
)

commitment = Table(
    "commitment",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("amount", Float),
    Column("unit", String),
    Column("due", String),
    Column("status", String, nullable=False),
    Column("due_state", String),
    Column("drift", String),
    Column("date", String),
)

statement = Table(
    "statement",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("speaker", ForeignKey("entity.id"), index=True),
    Column("via", ForeignKey("entity.id"), index=True),
    Column("source", String),
    Column("hedge", String, nullable=False),
    Column("cue", String),
)

# Who takes part in an item and as what: actor, recipient, by, to, speaker, or party of a working.
party = Table(
    "party",
    metadata,
    Column("item", ForeignKey("item.id"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entity", ForeignKey("entity.id"), nullable=False, index=True),
)

follow_up = Table(
    "follow_up",
    metadata,
    Column("commitment", ForeignKey("commitment.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("by_event", ForeignKey("event.id"), index=True),
    Column("by_commitment", ForeignKey("commitment.id"), index=True),
    Column("by_statement", ForeignKey("statement.id"), index=True),
    Column("how", String),
)

figure = Table(
    "figure",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("value", Float, nullable=False),
    Column("unit", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("kind", String, nullable=False),
)

disagreement = Table(
    "disagreement",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("about", String, index=True),
)

side = Table(
    "side",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("disagreement", ForeignKey("disagreement.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("value", String, nullable=False),
    UniqueConstraint("disagreement", "position"),
)

side_report = Table(
    "side_report",
    metadata,
    Column("side", ForeignKey("side.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False),
)

explained = Table(
    "explained",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("why", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("about", String, index=True),
)

explained_side = Table(
    "explained_side",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("explained", ForeignKey("explained.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("value", String, nullable=False),
    UniqueConstraint("explained", "position"),
)

# `between`: ISO codes with a space between them.
series = Table(
    "series",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("measure", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("between", String, nullable=False),
)

point = Table(
    "point",
    metadata,
    Column("id", ForeignKey("item.id"), primary_key=True),
    Column("series", ForeignKey("series.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("date", String, nullable=False),
    Column("value", Float, nullable=False),
    Column("kind", String, nullable=False),
    Column("figure", ForeignKey("figure.id"), nullable=False, index=True),
    UniqueConstraint("series", "position"),
)

origin = Table(
    "origin",
    metadata,
    Column("id", ForeignKey("report.id"), primary_key=True),
    Column("reason", String, nullable=False),
    Column("ground", LargeBinary),
)

origin_report = Table(
    "origin_report",
    metadata,
    Column("report", ForeignKey("report.id"), primary_key=True),
    Column("origin", ForeignKey("origin.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
)
