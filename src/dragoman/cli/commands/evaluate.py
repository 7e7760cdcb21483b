"""`dragoman evaluate`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from dragoman.runs.reading import Pick


@click.command(
    "evaluate",
    short_help="Measure accuracy against an answer key.",
    epilog=options.example(
        "dragoman evaluate key.json --texts reports/",
        "dragoman evaluate key.json --export record.json --misses",
    ),
)
@click.argument("key", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where the key's reports lie; by default where the key does.",
)
@click.option(
    "--export",
    "given",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Score this export instead of reading the reports now.",
)
@options.reader
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--misses", is_flag=True, help="List what was missed and what was made up.")
def command(  # noqa: PLR0913 (one argument an option)
    key: Path,
    texts: Path | None,
    given: Path | None,
    pick: "Pick",
    as_json: bool,
    misses: bool,
) -> None:
    """Compare what Dragoman reads out of a KEY's reports with the KEY, layer by layer.

    KEY is a record in the published form, written by hand. Precision, recall and F1 of every
    layer are printed, and their mean. What was sent to a server, what it cost, what was not kept
    of its answers, and the reports that could not be read are told on standard error; the exit
    code is 3 where there were any of those.
    """
    from dragoman.cli.outcomes import exit_code, tell_failures, tell_sent
    from dragoman.cli.progress import Bar
    from dragoman.cli.scores import show
    from dragoman.runs.evaluating import evaluate_key

    with Bar() as bar:
        found = evaluate_key(
            key,
            texts or key.parent,
            bar,
            given=given,
            pick=pick,
        )
    show(found.scores, as_json=as_json, misses=misses)
    if found.outcome is not None:
        tell_failures(found.outcome)
        tell_sent(found.outcome, err=True)
        sys.exit(exit_code(found.outcome))
