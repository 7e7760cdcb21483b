"""`dragoman serve`."""

from pathlib import Path

import click

from dragoman.cli import options


@click.command(
    "serve",
    short_help="Look at the record in a browser.",
    epilog=options.example(
        "dragoman serve --open",
        "dragoman serve --record talks.db --port 8080",
    ),
)
@options.record
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help="How many processes answer; as many as there are cores, up to 4, unless given.",
)
@click.option("--open", "browse", is_flag=True, help="Open it in your browser.")
def command(record: Path, host: str, port: int, workers: int | None, browse: bool) -> None:
    """Serve the record to browsers on this machine until you press Ctrl-C.

    Lists, items and reports are pages; the same address with .json or .csv is the data, that of a
    list with .atom a feed.
    """
    from dragoman.web.serving import listening, serve, web_address, workers_fit

    with listening(host, port) as listener:
        address = web_address(host, listener)
        click.echo(f"The record {record} is at {address} (stop with Ctrl-C)")
        if browse:
            click.launch(address)
        serve(record, listener, workers or workers_fit())
