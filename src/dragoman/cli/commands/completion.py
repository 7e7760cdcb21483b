"""`dragoman completion`."""

import click

from dragoman.cli import options


@click.command(
    "completion",
    short_help="Print the shell script that completes commands and options.",
    epilog=options.example(
        'eval "$(dragoman completion bash)"  # into ~/.bashrc',
        "dragoman completion fish > ~/.config/fish/completions/dragoman.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that lets SHELL complete commands and options."""
    from click.shell_completion import get_completion_class

    from dragoman.cli.program import program

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(program, {}, "dragoman", "_DRAGOMAN_COMPLETE").source())
