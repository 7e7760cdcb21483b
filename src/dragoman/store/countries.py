"""Countries by code and name: ISO 3166-1 and the English names of the Unicode CLDR."""

from functools import cache

from babel import Locale
from sqlalchemy import Connection, select

from dragoman.record.countries import alpha_2
from dragoman.record.errors import QueryInvalid
from dragoman.store.folding import fold
from dragoman.store.tables import entity, entity_name

_UNKNOWN = "ZZ"


def country_code(connection: Connection, name: str) -> str:
    """Return the alpha-3 code for a code, an English name, or a name the record has for a state.

    Raises QueryInvalid where it is none of these.
    """
    by_name = _codes()
    found = by_name.get(fold(name.strip())) or _state_in_record(connection, name)
    if found is None:
        raise QueryInvalid(f"no country is called {name!r}: give its ISO code, JPN for Japan")
    return found


def country_name(code: str) -> str:
    """Return the English name of an alpha-3 code, or the code itself where it is unknown."""
    return _names().get(code, code)


def _state_in_record(connection: Connection, name: str) -> str | None:
    query = (
        select(entity.c.country)
        .join(entity_name, entity_name.c.entity == entity.c.id)
        .where(entity.c.type == "state", entity.c.country.is_not(None))
        .where(entity_name.c.folded == fold(name.strip()))
        .order_by(entity.c.country)
    )
    found: str | None = connection.execute(query).scalars().first()
    return found


@cache
def _names() -> dict[str, str]:
    names = Locale("en").territories
    return {
        code: names[short]
        for code, short in alpha_2().items()
        if short in names and short != _UNKNOWN
    }


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    # Codes go last, so that no name hides one.
    for code, name in _names().items():
        found[fold(name)] = code
        found[fold(name.split("(")[0].strip())] = code
    # Codes without a name are free for private use: no country has them.
    for code in _names():
        found[fold(alpha_2()[code])] = code
    for code in _names():
        found[fold(code)] = code
    return found
