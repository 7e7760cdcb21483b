"""What an event is a part of, what a follow-up makes of a commitment, and how that stands."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part_of", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_event_part_of"), ["part_of"], unique=False)

    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due_state", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("drift", sa.String(), nullable=True))

    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by_statement", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("how", sa.String(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_follow_up_by_statement"), "statement", ["by_statement"], ["id"]
        )
