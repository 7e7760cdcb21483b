"""What linking needs to know of each report, kept once it is worked out."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; it fills as the record is linked."""
    op.create_table(
        "report_facts",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("recipe", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_report_facts_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_report_facts")),
    )
