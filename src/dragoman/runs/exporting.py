"""A record out of the store and through an exporter."""

import io
from pathlib import Path

from sqlalchemy import Connection

from dragoman.exporters import find_exporter
from dragoman.record.errors import OutputNotWritten, UsageError
from dragoman.store.database import Database
from dragoman.store.linked.loading import load_record
from dragoman.store.reports import load_reports


def export(database: Database, name: str, folder: Path | None) -> str | None:
    """Write the whole record in the format `name`, as `export_seen` does."""
    with database.reading() as connection:
        return export_seen(connection, name, folder)


def export_seen(connection: Connection, name: str, folder: Path | None) -> str | None:
    """Write all that `connection` sees of a record in the format `name`.

    Returns the text of a format that is one file; one that is several files is written into
    `folder`. Raises ExporterNotFound, and UsageError where a folder is needed and not given,
    and OutputNotWritten.
    """
    exporter = find_exporter(name)
    record, reports = load_record(connection), load_reports(connection)
    if exporter.folder:
        if folder is None:
            raise UsageError(f"the format {name} is a folder of files: name it with --output")
        try:
            exporter.write(record, reports, folder)
        except OSError as error:
            why = error.strerror or error
            raise OutputNotWritten(f"{folder} cannot be written: {why}") from error
        return None
    stream = io.StringIO()
    exporter.write(record, reports, stream)
    return stream.getvalue()
