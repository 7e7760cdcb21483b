"""`dragoman export`: the record in one format, to take along."""

import sys
from pathlib import Path
from typing import IO, Any

import click

from dragoman.cli import options


@click.command(
    "export",
    short_help="Write the record out: JSON, CSV, Excel, calendar, graph and more.",
    epilog=options.example(
        "dragoman export --format json -o record.json",
        "dragoman export --format xlsx --between JPN PHL -o record.xlsx",
        "dragoman export --format csv -o tables/",
    ),
)
@options.record
@click.option(
    "--format",
    "name",
    default="json",
    show_default=True,
    metavar="FORMAT",
    help="One of json, csv, xlsx, parquet, plover, ftm, jsonld, gexf, graphml, ics, bibtex, ris.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A file; a folder for csv and parquet.",
)
@options.filters
@options.as_of
@click.option("--schema", is_flag=True, help="The JSON Schema of the format json, and no record.")
def command(
    record: Path, name: str, output: Path | None, as_of: str | None, schema: bool, **asked: Any
) -> None:
    """Write the record, or what filters let through of it: every item with all its evidence.

    What passes the filters comes with all that it speaks of, so that no id leads nowhere. The same
    record is written the same, byte for byte.
    """
    from dragoman.cli.writing import write_data
    from dragoman.exporters import find_exporter
    from dragoman.runs.exporting import export_into, export_seen
    from dragoman.runs.standing import opened
    from dragoman.store.views.filters import Filters

    if schema:
        write_data(_schema(), output)
        return
    find_exporter(name)
    with opened(record, as_of) as connection:
        if output is None:
            export_into(connection, name, _standard_output(), Filters(**asked))
        else:
            export_seen(connection, name, output, Filters(**asked))


def _schema() -> str:
    from dragoman.cli.listing import json_text
    from dragoman.exporters._schema import schema

    return json_text(schema())


class _Terminal:
    """Standard output where it is a terminal: control characters are left out."""

    def write(self, text: str) -> None:
        from dragoman.record.plain import harmless

        sys.stdout.write(harmless(text))


def _standard_output() -> IO[str]:
    terminal: Any = _Terminal()
    return terminal if sys.stdout.isatty() else sys.stdout
