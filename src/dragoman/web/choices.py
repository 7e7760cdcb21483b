"""The choices beside a list: each value with its count, as a link that takes it or lays it down."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request

from dragoman.store.countries import country_name
from dragoman.store.views.facets import Counts, Facets
from dragoman.web.asked import MEANT, SEVERAL
from dragoman.web.shelves import Shelf

_SHOWN = 8
_MOST = 60


class Choice(NamedTuple):
    """One value of a field; `chosen` where the list is narrowed to it."""

    label: str
    number: int
    address: str
    chosen: bool


class Field(NamedTuple):
    """The values of a field: the most frequent, and the others."""

    title: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


class Chip(NamedTuple):
    """A filter that is set, and the address without it."""

    label: str
    address: str


def fields(request: Request, shelf: Shelf, found: Facets) -> list[Field]:
    """Return the fields of a list with their values."""
    return named_fields(request, shelf.fields, found.by)


def named_fields(
    request: Request, titles: Mapping[str, str], counts: Mapping[str, Counts]
) -> list[Field]:
    """Return fields with their values; one that leaves nothing to choose is left out."""
    made = []
    for name, title in titles.items():
        taken = set(request.query_params.getlist(name))
        choices = [
            Choice(_label(name, value), number, _toggled(request, name, value), value in taken)
            for value, number in counts[name][:_MOST]
        ]
        if len(choices) > 1 or any(choice.chosen for choice in choices):
            if name == "year":
                choices.sort(key=lambda choice: choice.label, reverse=True)
            made.append(Field(title, tuple(choices[:_SHOWN]), tuple(choices[_SHOWN:])))
    return made


def chips(request: Request, names: dict[str, str]) -> list[Chip]:
    """Return the filters that are set; `names` gives the words for ids."""
    found = []
    for name, value in request.query_params.multi_items():
        if value and name in MEANT and name != "as_of":
            label = names.get(value) or _label(name, value)
            found.append(
                Chip(f"{_TITLES.get(name, name)}: {label}", _toggled(request, name, value))
            )
    return found


def meant(request: Request) -> list[tuple[str, str]]:
    """Return the parameters that tell which items are meant."""
    pairs = request.query_params.multi_items()
    return [(name, value) for name, value in pairs if name in MEANT and value]


def given(request: Request, name: str) -> list[tuple[str, str]]:
    """Return one parameter of the address, as often as it is given."""
    return [(name, value) for value in request.query_params.getlist(name) if value]


def turns(request: Request, before: str | None, after: str | None) -> dict[str, str]:
    """Return the addresses of the pages beside this one."""
    pairs = [p for p in request.query_params.multi_items() if p[0] not in ("after", "before")]
    return {
        name: with_query(request.url.path, [*pairs, (name, key)])
        for name, key in (("before", before), ("after", after))
        if key
    }


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return an address."""
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


_TITLES = {
    "q": "words",
    "who": "with",
    "kind": "kind",
    "status": "status",
    "state": "state",
    "year": "year",
    "outlet": "outlet",
}


def _toggled(request: Request, name: str, value: str) -> str:
    """Return the address with a value taken, or laid down where it is; on the first page."""
    pairs = [
        pair
        for pair in request.query_params.multi_items()
        if pair[0] not in ("after", "before") and pair[1]
    ]
    if (name, value) in pairs:
        pairs = [pair for pair in pairs if pair != (name, value)]
    elif name in (*SEVERAL, "language"):
        pairs.append((name, value))
    return with_query(request.url.path, pairs)


def _label(name: str, value: str) -> str:
    return country_name(value) if name == "state" else value


def statuses(request: Request, found: Facets) -> list[Choice]:
    """Return the statuses there are, as choices."""
    taken = set(request.query_params.getlist("status"))
    return [
        Choice(value, number, _toggled(request, "status", value), value in taken)
        for value, number in found.by["status"]
    ]
