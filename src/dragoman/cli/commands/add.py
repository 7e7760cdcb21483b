"""`dragoman add`."""

from typing import Any

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, decide, deciding, fields

NOUNS = ("entity", "role", "event", "commitment", "statement", "figure")


@click.command(
    "add",
    short_help="Add what a report tells and no reader found.",
    epilog=options.example(
        'dragoman add event type=AGREE "actors=Chile, Peru" date=2026-03 '
        '--report wire.txt --quote "signed in Lima"',
    ),
)
@click.argument("noun", type=click.Choice(NOUNS))
@click.argument("given", nargs=-1, metavar="FIELD=VALUE...")
@click.option("--report", required=True, metavar="NAME", help="The report: file name or id.")
@click.option("--quote", required=True, metavar="TEXT", help="Its words that tell it, verbatim.")
@deciding
def command(signed: Signed, noun: Any, given: tuple[str, ...], report: str, quote: str) -> None:
    """Add an item that a report of the record tells, with the words that tell it.

    Fields are those of `dragoman correct`. Where a reader finds the item later, the two are one,
    with the fields given here.
    """
    from dragoman.runs.review import making

    wanted = fields(given)
    decide(signed, lambda connection: making.add(connection, noun, (report, quote), wanted))
