"""`dragoman search`."""

import click

from dragoman.cli import options


@click.command(
    "search",
    short_help="Find paragraphs by words, operators and fields.",
    epilog=options.example(
        "dragoman search drone AND export NOT navy",
        "dragoman search '\"joint commission\" type:AGREE since:2025'",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@options.forms
def command(asked: options.Asked, words: tuple[str, ...]) -> None:
    """Find the paragraphs that hold WORDS, and tell what the record makes of each.

    Capitals and diacritics do not count.

    AND, OR, NOT and brackets combine words; "several words" stand in this order; begin* is the
    beginning of a word. Fields: outlet: report: since: until: are of the report; type: kind:
    status: who: speaker: country: are of an item with its evidence in the paragraph.
    """
    from dragoman.cli.searching import show

    show(asked, " ".join(words))
