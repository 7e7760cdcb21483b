"""A record file: made, opened, refused."""

import os
import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from dragoman.record.errors import RecordInvalid, RecordMissing, RecordNotWritten, RecordTooNew
from dragoman.store import database as module
from dragoman.store.database import create, open_existing
from dragoman.store.linked.loading import load_record
from dragoman.store.migrations.comparison import include
from dragoman.store.migrations.running import configuration
from dragoman.store.tables import item, metadata


def test_a_new_record_is_ours_and_current(database):
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == module.SCHEMA


def test_the_migrations_make_the_tables_that_are_declared(database):
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": include})
        assert compare_metadata(context, metadata) == []


def test_the_number_of_the_last_migration_is_the_form_of_the_record(database):
    with database.reading() as connection:
        head = ScriptDirectory.from_config(configuration(connection)).get_current_head()
    assert int(head) == module.SCHEMA


def test_no_record_says_how_to_make_one(tmp_path):
    with pytest.raises(RecordMissing, match="dragoman read"):
        open_existing(tmp_path / "none.db")


@pytest.mark.parametrize("content", [b"not a database at all" * 99, b""])
def test_a_file_that_is_no_record_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "letters.db"
    path.write_bytes(content)
    with pytest.raises(RecordInvalid, match="not a Dragoman record"):
        open_existing(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused_for_reading_into(tmp_path):
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE contacts (name)")
    other.close()
    with pytest.raises(RecordInvalid, match="not a Dragoman record"):
        create(path)


def test_a_folder_is_no_record(tmp_path):
    with pytest.raises(RecordInvalid, match="folder"):
        create(tmp_path)


def test_a_record_of_a_newer_version_is_refused(database):
    raw = sqlite3.connect(database.path)
    raw.execute(f"PRAGMA user_version = {module.SCHEMA + 1}")
    raw.close()
    with pytest.raises(RecordTooNew, match="install the newer version"):
        open_existing(database.path)


def test_a_damaged_record_is_told_as_damaged(filled):
    raw = sqlite3.connect(filled.path)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    content = bytearray(filled.path.read_bytes())
    content[4096:] = b"\x5a" * len(content[4096:])
    filled.path.write_bytes(content)
    with pytest.raises(RecordInvalid, match="damaged"), filled.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM report").scalar()


def test_a_record_that_lost_a_table_is_told(filled):
    with sqlite3.connect(filled.path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TABLE side_report")
    with (
        pytest.raises(RecordInvalid, match="lacks tables"),
        open_existing(filled.path).reading() as connection,
    ):
        load_record(connection)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RecordNotWritten, match="folder"):
        create(tmp_path / "none" / "talks.db")


def test_a_full_disk_is_told_and_keeps_what_was_whole(filled):
    def fill() -> None:
        with filled.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(9999999)")

    with pytest.raises(RecordNotWritten, match="no space left"):
        fill()
    with filled.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM report").scalar() == 3


def test_two_writers_at_once_are_told(filled, monkeypatch):
    monkeypatch.setattr(module, "WAIT_SECONDS", 0)
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordNotWritten, match="in use"), open_existing(filled.path).writing():
        pass
    other.close()


def test_an_error_inside_a_unit_of_work_keeps_nothing_of_it(filled):
    def fail() -> None:
        with filled.writing() as connection:
            connection.exec_driver_sql("DELETE FROM block")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with filled.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM block").scalar() > 0


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_record_that_cannot_be_written_can_still_be_read(filled):
    filled.path.chmod(0o400)
    filled.path.parent.chmod(0o500)
    try:
        with open_existing(filled.path).reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM report").scalar() == 3
        with (
            pytest.raises(RecordNotWritten, match="cannot be written"),
            create(filled.path).writing() as connection,
        ):
            connection.exec_driver_sql("DELETE FROM block")
    finally:
        filled.path.parent.chmod(0o700)


def test_an_index_that_a_query_names_is_used(database):
    query = select(item.c.id).where(item.c.noun == "event")
    named = query.with_hint(item, "INDEXED BY ix_item_by_rank", "sqlite")
    with database.reading() as connection:
        told = connection.execute(text(f"EXPLAIN QUERY PLAN {_sql(connection, named)}")).all()
    assert "ix_item_by_rank" in told[0].detail


def _sql(connection, query):
    return query.compile(connection, compile_kwargs={"literal_binds": True})
