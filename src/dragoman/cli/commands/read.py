"""`dragoman read`: files into the record."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options
from dragoman.cli.outcomes import as_json as told_as_json
from dragoman.cli.outcomes import exit_code, tell

if TYPE_CHECKING:
    from dragoman.runs.reading import Pick


@click.command(
    "read",
    short_help="Read files and folders into the record.",
    epilog=options.example(
        "dragoman read coverage/ --record talks.db",
        "dragoman read https://news.example/ministers-meet",
        "find . -name '*.html' | dragoman read - --manifest details.csv",
        "dragoman read coverage/ --reader llm --endpoint http://127.0.0.1:8080/v1 --model NAME",
    ),
)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH...",
    type=str,
)
@options.record
@click.option(
    "--private", is_flag=True, help="Also fetch from addresses of this machine or its network."
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="CSV or YAML with title, outlet, published, url, language of the files.",
)
@options.reader
@click.option("--dry-run", is_flag=True, help="Say what would be read, and sent where; do neither.")
@click.option("--json", "as_json", is_flag=True, help="Say what was read as JSON.")
def command(  # noqa: PLR0913 (one argument an option)
    paths: tuple[str, ...],
    record: Path,
    private: bool,
    manifest: Path | None,
    dry_run: bool,
    as_json: bool,
    pick: "Pick",
) -> None:
    """Read files, folders and pages of the web into the record, and link them.

    PATH is a file (.txt, .md, .html, .pdf, .warc, .warc.gz), a folder, an http or https address,
    which is fetched, or "-" for a list of paths on standard input, one a line. What was read
    before is not read again, so a run that was broken off goes on where it stopped. The exit code
    is 0 where all was read, 3 where some reports were not, 2 where there was nothing to read.

    --reader llm sends the text of the reports to the server that --endpoint names, with the key
    of the environment variable DRAGOMAN_LLM_KEY. No other reader sends anything anywhere.
    """
    from dragoman.cli.progress import Bar
    from dragoman.documents.fetching.addresses import is_address
    from dragoman.runs.reading import Order, preview, read

    listed = _listed(paths)
    order = Order(
        paths=tuple(Path(one) for one in listed if not is_address(one)),
        addresses=tuple(one for one in listed if is_address(one)),
        private=private,
        record=record,
        pick=pick,
        manifest=manifest,
    )
    with Bar() as bar:
        outcome = preview(order, bar) if dry_run else read(order, bar)
    if as_json:
        click.echo(told_as_json(outcome, record))
    else:
        tell(outcome, record)
    sys.exit(exit_code(outcome))


def _listed(paths: tuple[str, ...]) -> list[str]:
    listed: list[str] = []
    for path in paths:
        if path == "-":
            listed += [line for line in sys.stdin.read().splitlines() if line.strip()]
        else:
            listed.append(path)
    return listed
