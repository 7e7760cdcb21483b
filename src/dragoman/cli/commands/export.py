"""`dragoman export`: the whole record in one format."""

from pathlib import Path

import click

from dragoman.cli import options


@click.command(
    "export",
    short_help="Write the whole record out as JSON or CSV.",
    epilog=options.example(
        "dragoman export --format json -o record.json",
        "dragoman export --format csv -o tables/",
    ),
)
@options.record
@click.option("--format", "name", default="json", show_default=True, help="json or csv.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A file; a folder for csv.",
)
@options.as_of
def command(record: Path, name: str, output: Path | None, as_of: str | None) -> None:
    """Write the whole record: every item with all its evidence.

    json is one document; csv is a folder with a table for each noun and one with the evidence.
    In csv an apostrophe stands before texts that a spreadsheet would run as a formula.
    """
    from dragoman.cli.writing import write_data
    from dragoman.runs.exporting import export_seen
    from dragoman.runs.standing import opened

    with opened(record, as_of) as connection:
        text = export_seen(connection, name, output)
    if text is not None:
        write_data(text, output)
