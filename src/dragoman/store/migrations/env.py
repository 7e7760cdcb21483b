"""What Alembic runs: the migrations, on the connection the caller put into the configuration."""

from alembic import context

from dragoman.store.tables import metadata


def include(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Keep the tables that FTS5 makes for itself out of autogeneration."""
    return not (kind == "table" and name is not None and name.startswith("block_words"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=include,
    render_as_batch=True,
)
context.run_migrations()
