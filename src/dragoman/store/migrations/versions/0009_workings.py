"""How bodies work: under what, chaired by whom, met when."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables; the record is linked anew, since the new one stands empty."""
    op.create_table(
        "working",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["body"], ["entity.id"], name=op.f("fk_working_body")),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_working_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working")),
    )
    op.create_index(op.f("ix_working_body"), "working", ["body"], unique=False)
    op.execute("DELETE FROM linked")
