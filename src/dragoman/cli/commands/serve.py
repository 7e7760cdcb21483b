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
        "dragoman serve --host 0.0.0.0 --name desk.example",
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
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name that browsers reach it by, as desk.example; it then wants a sign-in.",
)
@click.option("--open", "browse", is_flag=True, help="Open it in your browser.")
def command(  # noqa: PLR0913 (each is an option)
    record: Path,
    host: str,
    port: int,
    workers: int | None,
    names: tuple[str, ...],
    browse: bool,
) -> None:
    """Serve the record to browsers on this machine until you press Ctrl-C.

    Lists, items and reports are pages; the same address with .json or .csv is the data, that of a
    list with .atom a feed.

    With --host other machines can reach it. Then whoever does signs in (`dragoman user add NAME`),
    and so it is with --name, for a proxy on this machine. Its http is plain: put TLS in front.
    """
    from dragoman.web import serving

    sign_in = serving.reached_by_others(host, names)
    if sign_in:
        serving.check_users(record, host)
        names = tuple(serving.host_names(host, names))
    with serving.listening(host, port) as listener:
        address = serving.web_address(host, listener)
        click.echo(f"The record {record} is at {address} (stop with Ctrl-C)")
        if sign_in:
            click.echo(
                "Other machines can reach it, over http that anyone on the way can read: "
                "put a proxy with TLS in front",
                err=True,
            )
        if browse:
            click.launch(address)
        reach = serving.Reach(names, sign_in)
        serving.serve(record, listener, workers or serving.workers_fit(), reach)
