"""`dragoman correct`."""

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, decide, deciding, fields


@click.command(
    "correct",
    short_help="Decide that fields of an item are otherwise.",
    epilog=options.example(
        'dragoman correct v5b0fb0ae349b date=2026-01-30 "actors=Chile, e9c4d12aa0137"',
        "dragoman correct e5b0fb0ae349b country=NOR type=organization",
    ),
)
@click.argument("key", metavar="ID")
@click.argument("given", nargs=-1, required=True, metavar="FIELD=VALUE...")
@deciding
def command(signed: Signed, key: str, given: tuple[str, ...]) -> None:
    """Decide what the fields of the item with this ID are; what the reader said stays on record.

    Of an entity: type, name, country, within. Of a role: title, country, organization, person. Of
    an event: type, mode, date, place, actors, recipients, hedge. Of a commitment: kind, subject,
    by, to, amount, unit, due, status, date. Of a statement: speaker, speakers, via, source, hedge.
    Of a figure: value, unit, measure, kind. Of a disagreement: kind.

    Entities go by id or name, several with commas between; nothing after "=" empties a field.
    Ids stand in the last column of --csv, those of roles in `dragoman who NAME --csv`.
    """
    from dragoman.runs.review import making

    wanted = fields(given)
    decide(signed, lambda connection: making.correct(connection, key, wanted))
