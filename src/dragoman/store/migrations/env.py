"""What Alembic runs: the migrations, on the connection the caller put into the configuration."""

from alembic import context

from dragoman.store import facts as _facts  # noqa: F401 (its table belongs)
from dragoman.store import linked_tables as _linked  # noqa: F401 (its tables belong)
from dragoman.store import run_tables as _runs  # noqa: F401 (its tables belong)
from dragoman.store import tokens as _tokens  # noqa: F401 (its table belongs)
from dragoman.store import users as _users  # noqa: F401 (its tables belong)
from dragoman.store import watching as _watching  # noqa: F401 (its table belongs)
from dragoman.store.decisions import tables as _decisions  # noqa: F401 (its tables belong)
from dragoman.store.migrations.comparison import include
from dragoman.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=include,
    render_as_batch=True,
)
context.run_migrations()
