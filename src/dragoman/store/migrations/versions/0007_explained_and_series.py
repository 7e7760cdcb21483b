"""Differences that are explained, and figures by date."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; the record is linked anew, since they stand empty."""
    op.create_table(
        "explained",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_explained_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explained")),
    )
    op.create_index(op.f("ix_explained_about"), "explained", ["about"])
    op.create_table(
        "explained_side",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("explained", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_explained_side_id")),
        sa.ForeignKeyConstraint(
            ["explained"], ["explained.id"], name=op.f("fk_explained_side_explained")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explained_side")),
        sa.UniqueConstraint(
            "explained", "position", name=op.f("uq_explained_side_explained_position")
        ),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("between", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_table(
        "point",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("figure", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_point_id")),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name=op.f("fk_point_series")),
        sa.ForeignKeyConstraint(["figure"], ["figure.id"], name=op.f("fk_point_figure")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point")),
        sa.UniqueConstraint("series", "position", name=op.f("uq_point_series_position")),
    )
    op.create_index(op.f("ix_point_figure"), "point", ["figure"])
    op.execute("DELETE FROM linked")
