"""The first tables, and the full-text index over the folded words of every block."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "item",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
    )
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_item_noun_first_day"), ["noun", "first_day"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_item_noun_kind"), ["noun", "kind"], unique=False)

    op.create_table(
        "linked",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_linked_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linked")),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_file"), ["file"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_outlet"), ["outlet"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_published"), ["published"], unique=False)

    op.create_table(
        "block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_block_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
        sa.UniqueConstraint("report", "start", name=op.f("uq_block_report_start")),
    )
    op.create_table(
        "commitment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("due", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_commitment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    op.create_table(
        "disagreement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_disagreement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disagreement")),
    )
    with op.batch_alter_table("disagreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disagreement_about"), ["about"], unique=False)

    op.create_table(
        "entity",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("presumed", sa.String(), nullable=True),
        sa.Column("within", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_entity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
    )
    with op.batch_alter_table("entity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entity_country"), ["country"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["item"], ["item.id"], name=op.f("fk_evidence_item")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_evidence_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_item"), ["item"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_evidence_report_start"), ["report", "start"], unique=False
        )

    op.create_table(
        "figure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_figure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
    )
    op.create_table(
        "item_country",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("stands", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["item.id"], name=op.f("fk_item_country_item")),
        sa.PrimaryKeyConstraint("item", "country", "stands", name=op.f("pk_item_country")),
    )
    with op.batch_alter_table("item_country", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_item_country_country_stands_item"),
            ["country", "stands", "item"],
            unique=False,
        )

    op.create_table(
        "origin",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["report.id"], name=op.f("fk_origin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin")),
    )
    op.create_table(
        "raw",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("deflated", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_raw_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_raw")),
    )
    op.create_table(
        "reading",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_reading_report")),
        sa.PrimaryKeyConstraint("report", "reader", "version", name=op.f("pk_reading")),
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_current"), ["current"], unique=False)

    op.create_table(
        "entity_name",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], name=op.f("fk_entity_name_entity")),
        sa.PrimaryKeyConstraint("entity", "position", name=op.f("pk_entity_name")),
    )
    with op.batch_alter_table("entity_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entity_name_folded"), ["folded"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("hedge", sa.String(), nullable=True),
        sa.Column("trigger", sa.String(), nullable=True),
        sa.Column("date_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_event_id")),
        sa.ForeignKeyConstraint(["place"], ["entity.id"], name=op.f("fk_event_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "origin_report",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["origin"], ["origin.id"], name=op.f("fk_origin_report_origin")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_origin_report_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_origin_report")),
    )
    op.create_table(
        "party",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], name=op.f("fk_party_entity")),
        sa.ForeignKeyConstraint(["item"], ["item.id"], name=op.f("fk_party_item")),
        sa.PrimaryKeyConstraint("item", "part", "position", name=op.f("pk_party")),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_entity"), ["entity"], unique=False)

    op.create_table(
        "role",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("organization", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_role_id")),
        sa.ForeignKeyConstraint(["organization"], ["entity.id"], name=op.f("fk_role_organization")),
        sa.ForeignKeyConstraint(["person"], ["entity.id"], name=op.f("fk_role_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
    )
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_person"), ["person"], unique=False)

    op.create_table(
        "side",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("disagreement", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["disagreement"], ["disagreement.id"], name=op.f("fk_side_disagreement")
        ),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_side_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_side")),
        sa.UniqueConstraint("disagreement", "position", name=op.f("uq_side_disagreement_position")),
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("via", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("hedge", sa.String(), nullable=False),
        sa.Column("cue", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["item.id"], name=op.f("fk_statement_id")),
        sa.ForeignKeyConstraint(["speaker"], ["entity.id"], name=op.f("fk_statement_speaker")),
        sa.ForeignKeyConstraint(["via"], ["entity.id"], name=op.f("fk_statement_via")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_table(
        "follow_up",
        sa.Column("commitment", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("by_event", sa.String(), nullable=True),
        sa.Column("by_commitment", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by_commitment"], ["commitment.id"], name=op.f("fk_follow_up_by_commitment")
        ),
        sa.ForeignKeyConstraint(["by_event"], ["event.id"], name=op.f("fk_follow_up_by_event")),
        sa.ForeignKeyConstraint(
            ["commitment"], ["commitment.id"], name=op.f("fk_follow_up_commitment")
        ),
        sa.PrimaryKeyConstraint("commitment", "position", name=op.f("pk_follow_up")),
    )
    op.create_table(
        "side_report",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_side_report_report")),
        sa.ForeignKeyConstraint(["side"], ["side.id"], name=op.f("fk_side_report_side")),
        sa.PrimaryKeyConstraint("side", "position", name=op.f("pk_side_report")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE block_words USING fts5"
        "(words, content='', tokenize='unicode61 remove_diacritics 2')"
    )
