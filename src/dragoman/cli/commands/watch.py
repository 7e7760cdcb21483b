"""`dragoman watch`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from dragoman.runs.reading import Pick


@click.command(
    "watch",
    short_help="Read what feeds, sitemaps, pages and folders bring, at intervals.",
    epilog=options.example(
        "dragoman watch sources.yaml",
        "dragoman watch sources.yaml --once --json",
        "dragoman watch sources.yaml --dry-run",
    ),
)
@click.argument("file", metavar="SOURCES.YAML", type=click.Path(path_type=Path))
@options.record
@options.reader
@click.option("--once", is_flag=True, help="Go round once and end: for cron.")
@click.option("--dry-run", is_flag=True, help="Say what would be watched; ask nobody.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a round, one a line.")
def command(  # noqa: PLR0913 (one argument an option)
    file: Path, record: Path, pick: "Pick", once: bool, dry_run: bool, as_json: bool
) -> None:
    """Go round the sources of a YAML file, read what is new, tell what was fetched and skipped.

    \b
    every: 1h
    digest: {feed: news.atom, file: news.md}
    log: watch.jsonl
    sources:
      - feed: https://wire.example/rss
        words: [fisheries, "patrol boat*"]
        states: [GHA, NOR]
      - sitemap: https://ministry.example/sitemap.xml
      - pages: [https://agency.example/statements]
      - folder: incoming/

    robots.txt is kept to, hosts are asked with pauses, failing ones left for longer each time. A
    page that changed is a new version of its report. Ctrl-C ends it; the exit code of --once is 3
    where something could not be read.
    """  # noqa: D301 (click wants the backspace itself)
    from dragoman.cli.watching import plan_lines, watch

    if dry_run:
        for line in plan_lines(file):
            click.echo(line)
    else:
        sys.exit(watch(file, record, pick, once=once, as_json=as_json))
