"""The tables of what was: each linking, what it changed, and the record of some reports alone."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from dragoman.store.tables import metadata

# Every time the record was linked anew, and what that changed. `at` is UTC; `digest` tells the ids.
run = Table(
    "run",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False, index=True),
    Column("digest", String, nullable=False),
)

# `what` is new, gone, status or evidence; `item` may be a report.
change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("run.number"), nullable=False, index=True),
    Column("item", String, nullable=False, index=True),
    Column("noun", String, nullable=False),
    Column("what", String, nullable=False),
    Column("before", String),
    Column("after", String),
    Column("quote", String),
)

# The record as some of its reports alone tell it, kept for whoever asks again.
standing = Table(
    "standing",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", String, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)
