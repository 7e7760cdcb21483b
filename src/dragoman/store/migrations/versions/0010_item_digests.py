"""What every item was written from, and indexes by which items are replaced one by one."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_INDEXED = (
    ("origin_report", "origin"),
    ("role", "organization"),
    ("event", "place"),
    ("statement", "speaker"),
    ("statement", "via"),
    ("follow_up", "by_event"),
    ("follow_up", "by_commitment"),
    ("follow_up", "by_statement"),
)


def upgrade() -> None:
    """Change the tables; the record is linked anew, since no digest is known."""
    op.create_table(
        "item_digest",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_item_digest")),
    )
    for table, column in _INDEXED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    op.execute("DELETE FROM linked")
