"""From when to when the record saw an office held."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables; the record is linked anew, since the new columns stand empty."""
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_seen", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("last_seen", sa.String(), nullable=True))
    op.execute("DELETE FROM linked")
