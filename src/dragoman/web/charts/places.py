"""Where places lie: cities and capitals by name and state, after GeoNames."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.store.folding import fold


class Where(NamedTuple):
    """A point on the map, in degrees; `exact` is not set where only the state is known."""

    latitude: float
    longitude: float
    exact: bool


def where(names: Iterable[str], country: str | None) -> Where | None:
    """Return where the first known of these names lies, in this state where one is given."""
    cities, _ = _table()
    for name in names:
        found = cities.get(fold(name), {})
        # "Pasay City" is Pasay.
        found = found or cities.get(fold(name).removesuffix(" city"), {})
        if country in found:
            return found[country]
        if country is None and len(found) == 1:
            return next(iter(found.values()))
    return None


def capital(country: str) -> Where | None:
    """Return where the capital of a state lies, to stand for the state."""
    found = _table()[1].get(country)
    return found._replace(exact=False) if found else None


@cache
def _table() -> tuple[dict[str, dict[str | None, Where]], dict[str, Where]]:
    text = files(__package__).joinpath("data/places.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    cities: dict[str, dict[str | None, Where]] = {}
    capitals: dict[str, Where] = {}
    for line in lines[1:]:
        name, country, latitude, longitude, is_capital = line.split("\t")
        point = Where(float(latitude), float(longitude), exact=True)
        cities.setdefault(fold(name), {})[country] = point
        if is_capital:
            capitals.setdefault(country, point)
    return cities, capitals
