"""What lists are paged and counted by stands on the item itself, in one index."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables; the record is linked anew, since the new columns stand empty."""
    with op.batch_alter_table("item", schema=None) as batch_op:
        for name in ("day", "rank", "parties", "states", "outlets"):
            batch_op.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        batch_op.create_index(
            "ix_item_by_day",
            ["noun", "day", "id", "kind", "mode", "status", "parties", "states", "outlets"],
        )
        batch_op.create_index("ix_item_by_rank", ["noun", "rank", "id"])
    op.execute("DELETE FROM linked")
