"""Decisions, which are only ever added to, and what linking tells beside the record."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "decision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_at"), ["at"], unique=False)

    op.create_table(
        "link_reason",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("ends", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_reason")),
    )
    with op.batch_alter_table("link_reason", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_reason_item"), ["item"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_reason_score"), ["score"], unique=False)

    op.create_table(
        "redirect",
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_redirect")),
    )
    with op.batch_alter_table("redirect", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_redirect_new"), ["new"], unique=False)

    op.create_table(
        "effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("other", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name=op.f("fk_effect_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
    )
    with op.batch_alter_table("effect", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_effect_decision"), ["decision"], unique=False)
        batch_op.create_index(batch_op.f("ix_effect_item"), ["item"], unique=False)

    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decision_no_{verb.lower()} BEFORE {verb} ON decision "
            "BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END"
        )
