"""The command line; one file a command, heavy imports inside it."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    from dragoman.cli.program import run

    run()
