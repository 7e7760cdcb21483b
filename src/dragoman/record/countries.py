"""Codes of countries: ISO 3166-1 alpha-3, which the record has, and alpha-2, by Unicode CLDR."""

from functools import cache

# Kosovo's code is a user-assigned one, which CLDR leaves out of its aliases.
_ASSIGNED = {"XKX": "XK"}
# Codes of states that are no more; CLDR gives them the successor's alpha-2 code.
_WITHDRAWN = {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}


@cache
def alpha_2() -> dict[str, str]:
    """Return the alpha-2 code of every alpha-3 code of a country that there is."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    codes = (code for code in aliases if len(code) == 3 and code.isalpha())
    return {code: str(aliases[code][0]) for code in codes if code not in _WITHDRAWN} | _ASSIGNED
