"""Alembic migrations of the record; they ship with the package and run when a record is opened.

A new one: `python -m dragoman.store.migrations "what changes"`, then raise
`dragoman.store.database.SCHEMA` to its number.
"""
