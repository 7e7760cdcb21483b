"""Parameters of addresses: declared once, read and described by what is declared."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from starlette.requests import Request

from dragoman.web.api.problems import Problem

_LONGEST = 8000


class Parameter(NamedTuple):
    """One parameter; `schema` is its JSON Schema, `several` may be given more than once.

    Words of a vocabulary are described here and checked by whoever knows them, as for the pages.
    """

    name: str
    about: str
    schema: Mapping[str, Any]
    several: bool = False
    required: bool = False


TEXT: Mapping[str, Any] = {"type": "string", "maxLength": 2000}
DAY: Mapping[str, Any] = {"type": "string", "examples": ["2026", "2026-03", "2026-03-31"]}
AS_OF = Parameter("as_of", "What reports published up to this day tell.", DAY)
LIMIT = Parameter(
    "limit",
    "How many at most.",
    {"type": "integer", "minimum": 1, "maximum": 500, "default": 50},
)
CURSOR = Parameter("cursor", "Where the page begins: that of a `next` link, as it is.", TEXT)
BETWEEN = Parameter(
    "between",
    "Two states, by ISO code or name, with a comma between.",
    {**TEXT, "examples": ["KEN,UGA"]},
)
SINCE = Parameter("since", "From this day, month or year on.", DAY)
UNTIL = Parameter("until", "Up to this day, month or year.", DAY)
REPORT = Parameter("report", "Told by this report: its file name or id.", TEXT)
WORDS = Parameter("q", "Words, in the language of the search.", TEXT)
OUTLET = Parameter("outlet", "Told by this outlet.", TEXT, several=True)
YEAR = Parameter("year", "Of this year.", TEXT, several=True)


def read(declared: Sequence[Parameter], request: Request) -> dict[str, Any]:
    """Return what an address gives, by name: text, a number, or a tuple where several may be.

    What is not given is None, the default, or an empty tuple. Raises Problem 422 for a name that is
    not declared, a value too many, and a number that is none or out of its range.
    """
    query = request.query_params
    if len(request.url.query) > _LONGEST:
        raise _unfit("the address asks for too much at once: leave some parameters out")
    known = {one.name: one for one in declared}
    for name in query:
        if name not in known:
            names = ", ".join(known) or "none at all"
            raise _unfit(f"there is no parameter {name[:60]!r} here, but: {names}")
    return {one.name: _value(one, [v for v in query.getlist(one.name) if v]) for one in declared}


def _value(one: Parameter, given: list[str]) -> Any:
    if one.several:
        return tuple(dict.fromkeys(given))
    if len(given) > 1:
        raise _unfit(f"{one.name} can be given only once")
    if not given:
        if one.required:
            raise _unfit(f"{one.name} is missing: {one.about}")
        return one.schema.get("default")
    return _number(one, given[0]) if one.schema["type"] == "integer" else given[0]


def _number(one: Parameter, given: str) -> int:
    least, most = one.schema["minimum"], one.schema["maximum"]
    if given.isascii() and given.isdecimal() and len(given) < 10 and least <= int(given) <= most:
        return int(given)
    raise _unfit(f"{one.name}={given[:60]} is no number from {least} to {most}")


def _unfit(why: str) -> Problem:
    return Problem(422, "ParameterInvalid", why)
