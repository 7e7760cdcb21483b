"""`dragoman brief`."""

import click

from dragoman.cli import options


@click.command(
    "brief",
    short_help="One cited page on the relationship of two states.",
    epilog=options.example(
        "dragoman brief --between JPN PHL",
        "dragoman brief --between JPN PHL --since 2025 --format docx -o brief.docx",
        "dragoman brief --between JPN PHL --changes-since 2026-11-01 -o news.pdf",
    ),
)
@click.option(
    "--format",
    "file_format",
    metavar="FORMAT",
    help="Two pages with footnotes instead: md, html, docx or pdf; the ending of -o tells too.",
)
@click.option(
    "--changes-since",
    metavar="DATE|RUN",
    help="Only what is new or changed since a day, or since the run with this number.",
)
@options.listing()
def command(asked: options.Asked, file_format: str | None, changes_since: str | None) -> None:
    """Print a brief: who is who, the machinery, what happened, commitments, figures, disagreements.

    Every line ends with its citations, which `dragoman show` opens. Without --between it covers
    the whole record. With --format it is two pages to hand on: what happened, what is bound, what
    moved, what is disputed, what to watch; each sentence with footnotes to report, outlet, date
    and quote.
    """
    from dragoman.cli.briefs import show, write
    from dragoman.runs.briefing import format_of

    suffix = asked.output.suffix if asked.output and asked.form == "table" else ""
    chosen = format_of(file_format, suffix)
    if file_format and asked.form != "table":
        raise click.UsageError(f"give one of --format and --{asked.form}")
    if changes_since and asked.as_of:
        raise click.UsageError("give one of --changes-since and --as-of")
    if chosen is None:
        show(asked, changes_since)
    else:
        write(asked, chosen, changes_since)
