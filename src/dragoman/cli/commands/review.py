"""`dragoman review`."""

from typing import Any

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, deciding


@click.command(
    "review",
    short_help="Go through what is doubtful: accept, reject, correct, skip.",
    epilog=options.example(
        "dragoman review --kind merge --by Ada",
        "dragoman review --json",
        "printf 'a\\nr\\nq\\n' | dragoman review",
    ),
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["merge", "link", "draft", "item"]),
    help="Only merges that were not sure, links, quarantined drafts, or doubtful items.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@deciding
def command(signed: Signed, kinds: Any, limit: int | None) -> None:
    """Show what is worth a look, one after the other, and ask what to do with it.

    Answers: a accepts, r rejects, c corrects (asks for FIELD=VALUE), s skips, q ends; each with
    Enter. Every decision is kept at once. --json lists the queue and asks nothing.
    """
    from dragoman.cli.reviewing import go_through, list_queue

    if signed.as_json:
        list_queue(signed, kinds, limit)
    else:
        go_through(signed, kinds, limit)
