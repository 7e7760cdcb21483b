"""Options that read the same on every command."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, Literal, NamedTuple

import click

Command = Callable[..., Any]
Form = Literal["table", "json", "csv"]

record = click.option(
    "--record",
    type=click.Path(path_type=Path),
    default="dragoman.db",
    envvar="DRAGOMAN_RECORD",
    show_envvar=True,
    show_default=True,
    metavar="FILE",
    help="The record.",
)

_READER = [
    click.option(
        "--reader",
        default="english",
        show_default=True,
        metavar="NAME",
        help="Which reader reads.",
    ),
    click.option(
        "--pipeline", metavar="NAME", help="Another installed spaCy pipeline under the reader."
    ),
]
_POSITIVE = click.IntRange(min=1)
_PRICE = click.FloatRange(min=0)
# Names as in `dragoman.readers.llm.reader`; what is not given goes to no reader.
_REMOTE = [
    click.option(
        "--endpoint",
        metavar="URL",
        help="The server that --reader llm sends reports to (OpenAI chat API); none by default.",
    ),
    click.option("--model", metavar="NAME", help="The model to ask there."),
    click.option(
        "--context",
        type=_POSITIVE,
        metavar="TOKENS",
        help="The model's context; longer reports go in chunks.  [default: 8192]",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=1),
        metavar="SECONDS",
        help="How long one answer may take.  [default: 600]",
    ),
    click.option(
        "--at-once",
        type=_POSITIVE,
        metavar="N",
        help="How many reports are asked about side by side.  [default: 1]",
    ),
    click.option(
        "--price-in", type=_PRICE, metavar="P", help="Price of a million tokens sent, for the sum."
    ),
    click.option(
        "--price-out", type=_PRICE, metavar="P", help="Price of a million tokens answered."
    ),
]
_REMOTE_NAMES = ("endpoint", "model", "context", "timeout", "at_once", "price_in", "price_out")


def reader(command: Command) -> Command:
    """Give a command the choice of a reader and its options, as one `pick`."""

    @wraps(command)
    def called(*, reader: str, pipeline: str | None, **rest: Any) -> Any:
        from dragoman.runs.reading import Pick

        asked = {name: rest.pop(name) for name in _REMOTE_NAMES}
        given = {name: value for name, value in asked.items() if value is not None}
        return command(pick=Pick(reader=reader, pipeline=pipeline, options=given), **rest)

    decorated: Command = called
    for option in reversed([*_READER, *_REMOTE]):
        decorated = option(decorated)
    return decorated


class Asked(NamedTuple):
    """What a listing was asked for, in the user's words."""

    record: Path
    form: Form
    output: Path | None
    between: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    report: str | None = None
    as_of: str | None = None


def example(*lines: str) -> str:
    """Return the epilog that shows how a command is called."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


FILTERS = [
    click.option(
        "--between",
        nargs=2,
        metavar="A B",
        help="Two states, by ISO code or name: what stands between them.",
    ),
    click.option(
        "--since",
        metavar="DATE",
        help="From this day, month or year on; what has no date counts by its reports'.",
    ),
    click.option("--until", metavar="DATE", help="Up to this day, month or year, likewise."),
    click.option("--report", metavar="NAME", help="Told by this report: file name or id."),
]


def filters(command: Command) -> Command:
    """Give a command the filters that every listing has, each by its own name."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


def listing(*, kind: str | None = None, status: str | None = None) -> Callable[[Command], Command]:
    """Give a command the filters and forms of a listing; it is called with one `Asked`.

    `kind` and `status` tell what these filters take; a listing without them gets None.
    """
    given = [record, *FILTERS]
    if kind is not None:
        given.append(click.option("--kind", "kinds", multiple=True, metavar="KIND", help=kind))
    if status is not None:
        given.append(
            click.option("--status", "statuses", multiple=True, metavar="STATUS", help=status)
        )
    return _with([*given, as_of, *_FORMS])


as_of = click.option(
    "--as-of",
    metavar="DATE",
    help="What reports published up to this day tell; an undated one counts from the latest "
    "happening it tells of.",
)
_FORMS = [
    click.option("--json", "as_json", is_flag=True, help="As JSON, in the record's form."),
    click.option("--csv", "as_csv", is_flag=True, help="As CSV, safe for spreadsheets."),
    click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Into a file instead of the terminal; .csv and .json tell the form.",
    ),
]


def forms(command: Command) -> Command:
    """Give a command --record, --as-of and the forms of a listing without its filters."""
    return _with([record, as_of, *_FORMS])(command)


def output(command: Command) -> Command:
    """Give a command the forms of a listing alone."""
    return _with(_FORMS)(command)


def _told_by(output: Path | None) -> Form:
    """Return the form that the ending of a file tells, where no option does."""
    endings: dict[str, Form] = {".json": "json", ".csv": "csv"}
    return endings.get(output.suffix.lower(), "table") if output is not None else "table"


def _with(given: Sequence[Callable[[Command], Command]]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        @wraps(command)
        def called(*, as_json: bool, as_csv: bool, **rest: Any) -> Any:
            if as_json and as_csv:
                raise click.UsageError("choose one of --json and --csv")
            form: Form = "json" if as_json else "csv" if as_csv else _told_by(rest.get("output"))
            common = {key: rest.pop(key) for key in list(rest) if key in Asked._fields}
            return command(Asked(form=form, **common), **rest)

        decorated: Command = called
        for option in reversed(given):
            decorated = option(decorated)
        return decorated

    return decorate
