"""A record out of the store and through an exporter."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection

from dragoman.exporters import find_exporter
from dragoman.record.errors import UsageError
from dragoman.record.nouns import Record, Report
from dragoman.record.protocols import Exporter
from dragoman.runs.narrowing import narrowed, reports_of
from dragoman.runs.whole import whole_file, whole_folder
from dragoman.store.database import Database
from dragoman.store.linked.loading import load_record
from dragoman.store.reports import load_reports
from dragoman.store.views.filters import Filters


def export(database: Database, name: str, output: Path | None) -> str | None:
    """Write the whole record in the format `name`, as `export_seen` does."""
    with database.reading() as connection:
        return export_seen(connection, name, output)


def export_seen(
    connection: Connection, name: str, output: Path | None, filters: Filters | None = None
) -> str | None:
    """Write what `connection` sees of a record in the format `name` to the path `output`.

    Without `output` the text of a format that is one text is returned. Raises ExporterNotFound,
    FolderForeign and OutputNotWritten, QueryInvalid and ItemNotFound for filters, and UsageError
    where an output is needed and not given.
    """
    exporter = find_exporter(name)
    if output is None:
        if exporter.form != "text":
            raise _place_needed(exporter)
        stream = io.StringIO()
        exporter.write(*seen(connection, filters), stream)
        return stream.getvalue()
    given = seen(connection, filters)
    if exporter.form == "folder":
        with whole_folder(output) as folder:
            exporter.write(*given, folder)
    else:
        with whole_file(output, binary=exporter.form == "bytes") as opened:
            exporter.write(*given, opened)
    return None


def export_into(
    connection: Connection, name: str, stream: IO[Any], filters: Filters | None = None
) -> None:
    """Write a format that is one text into a text stream as it is made; else as `export_seen`."""
    exporter = find_exporter(name)
    if exporter.form != "text":
        raise _place_needed(exporter)
    exporter.write(*seen(connection, filters), stream)


def seen(connection: Connection, filters: Filters | None) -> tuple[Record, Sequence[Report]]:
    """Return the record and its reports, or what filters let through of them."""
    record = load_record(connection)
    if filters is None or filters == Filters():
        return record, load_reports(connection)
    record = narrowed(connection, record, filters)
    wanted = reports_of(record)
    return record, [report for report in load_reports(connection) if report.id in wanted]


def _place_needed(exporter: Exporter) -> UsageError:
    what = "a folder of files" if exporter.form == "folder" else "a file that is no text"
    return UsageError(f"the format {exporter.name} is {what}: name it with --output")
