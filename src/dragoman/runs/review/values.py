"""Values as users write them, checked against the vocabulary; quotes found in their reports."""

import re
from collections.abc import Mapping

from sqlalchemy import Connection, select

from dragoman.record.days import days
from dragoman.record.decisions import FIELDS, Change, Ground, fits
from dragoman.record.errors import CorrectionInvalid, ItemNotFound, QueryInvalid, SourceInvalid
from dragoman.record.nouns import Mention
from dragoman.record.telling import field_words
from dragoman.store.countries import country_code
from dragoman.store.decisions.items import Taken, ground_at, item_at
from dragoman.store.folding import fold
from dragoman.store.reports import load_reports
from dragoman.store.tables import entity, entity_name
from dragoman.store.views.filters import report_ids
from dragoman.store.views.phrases import event_modes

_ID = re.compile(r"e[0-9a-f]{4,12}")


def changes_of(
    connection: Connection, noun: str, fields: Mapping[str, str], taken: Taken | None
) -> tuple[Change, ...]:
    """Return fields as they are to be, checked. `taken` is the item, where there is one.

    Raises CorrectionInvalid for a field or value that the vocabulary does not have, or that the
    item has already.
    """
    return tuple(_change(connection, noun, field, fields[field], taken) for field in fields)


def source_of(connection: Connection, name: str, quote: str) -> Mention:
    """Return where a quote stands in a report. Raises SourceInvalid."""
    try:
        ids = report_ids(connection, name)
    except ItemNotFound as error:
        raise SourceInvalid(f"{error}, and read it first if it is not in the record") from error
    if len(ids) > 1:
        raise SourceInvalid(f"{name!r} may mean {', '.join(ids)}: give the id")
    (report,) = load_reports(connection, ids)
    words = r"\s+".join(re.escape(word) for word in quote.split())
    found = list(re.finditer(words, report.text)) if words else []
    if len(found) != 1:
        often = f"stands {len(found)} times in it: give more of it" if found else "is not in it"
        raise SourceInvalid(f"{report.file}: the quote {quote!r} {often}")
    start, end = found[0].span()
    return Mention(report=report.id, start=start, end=end, quote=report.text[start:end])


def _change(
    connection: Connection, noun: str, field: str, given: str, taken: Taken | None
) -> Change:
    at = f"{taken.id}: " if taken else ""
    takes = FIELDS.get(noun, {}).get(field)
    grounds: tuple[Ground, ...] = ()
    value: str | float | None = given.strip() or None
    if takes in ("entity", "entities") and value is not None:
        parts = [given] if takes == "entity" else given.split(",")
        grounds = tuple(_entity(connection, part.strip(), at + field) for part in parts)
        value = None
    elif value is not None:
        value = _value(connection, field, takes, str(value), at)
    wrong = fits(noun, field, value) if not grounds else None
    if wrong is not None:
        raise CorrectionInvalid(at + wrong)
    said = None
    if taken is not None:
        said = field_words(taken.row, field, taken.names)
        meant = ", ".join(g.told.get("name", g.item) for g in grounds)
        same = f"{value:.15g}" if isinstance(value, float) else value
        if said == (meant or same or ""):
            raise CorrectionInvalid(f"{at}{field} is {said or 'empty'} already")
    return Change(field=field, value=value, entities=grounds, said=said)


def _value(connection: Connection, field: str, takes: object, given: str, at: str) -> str | float:
    if takes == "number":
        try:
            return float(given.replace(",", ""))
        except ValueError:
            return given
    if takes == "country":
        try:
            return country_code(connection, given)
        except QueryInvalid as error:
            raise CorrectionInvalid(f"{at}{error}") from error
    if takes == "date" and days(given) is None:
        raise CorrectionInvalid(
            f"{at}{field} {given!r} is no date: write 2026-03-31, 2026-03, 2026"
        )
    if isinstance(takes, tuple):
        return next((word for word in takes if word.lower() == given.lower()), given)
    if field == "mode" and given not in event_modes():
        raise CorrectionInvalid(f"{at}mode {given!r} is none of {', '.join(event_modes())}")
    return given


def _entity(connection: Connection, given: str, at: str) -> Ground:
    """Return an entity that is named by id, or by a name that only one bears."""
    if _ID.fullmatch(given):
        taken = item_at(connection, given)
    else:
        same = select(entity_name.c.entity).where(entity_name.c.folded == fold(given)).distinct()
        if at.endswith("place"):
            # A capital's name stands for its state as well.
            same = same.join(entity, entity.c.id == entity_name.c.entity)
            same = same.where(entity.c.type == "place")
        keys = [row.entity for row in connection.execute(same)]
        if len(keys) != 1:
            which = f"may mean {', '.join(sorted(keys))}" if keys else "is nobody in the record"
            raise CorrectionInvalid(f"{at}: {given!r} {which}: give an id")
        taken = item_at(connection, keys[0])
    if taken.noun != "entity":
        raise CorrectionInvalid(f"{at}: {given} is a {taken.noun}, not an entity")
    return ground_at(connection, taken)
