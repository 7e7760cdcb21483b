"""`dragoman decisions`: decisions as a file that two desks can share."""

from pathlib import Path

import click

from dragoman.cli import options


@click.group(
    "decisions",
    short_help="Share decisions with another desk, as a file.",
    epilog=options.example(
        "dragoman decisions export -o decisions.jsonl",
        "dragoman decisions import decisions.jsonl --dry-run",
    ),
)
def command() -> None:
    """Write all decisions to a file, or take in those of another desk.

    The file is JSON lines: one that names the reports, then a decision a line, with the quotes
    and the hashes of the reports that it stands on.
    """


@command.command("export", epilog=options.example("dragoman decisions export -o decisions.jsonl"))
@options.record
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Into a file instead of the terminal.",
)
def export_command(record: Path, output: Path | None) -> None:
    """Write all decisions of the record, those taken back and what took them back among them."""
    from dragoman.cli.writing import write_data
    from dragoman.runs.review.sharing import exported

    write_data(exported(record), output)


@command.command("import", epilog=options.example("dragoman decisions import theirs.jsonl"))
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@options.record
@click.option("--dry-run", is_flag=True, help="Say what would become of them; keep nothing.")
def import_command(path: Path, record: Path, dry_run: bool) -> None:
    """Take in the decisions of FILE: all of them, or none where one cannot be.

    Who made them and when stays as it is. What is held already is passed over. Refused are
    decisions on reports that the record lacks, and those that contradict one in force here.
    """
    from dragoman.cli.decisions import take_in

    take_in(path, record, dry_run=dry_run)
