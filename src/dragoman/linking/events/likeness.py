"""Whether two reports tell one happening: type, parties, dates, place and wording."""

from collections.abc import Iterator

from dragoman.linking.events.happening import SLIP, Happening
from dragoman.linking.who.parties import same_company
from dragoman.linking.wording.words import Rarity

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE"})
DATED = 0.7
DOUBTFUL_WORDS = 2
BAR = 0.6
FAR = 62
MATTER = 2
YEAR = 366
DEEDS = frozenset({"COOPERATE", "AID"})
NEAR = 3
WEEK = 7


def features(h: Happening, rarity: Rarity) -> Iterator[tuple[str, ...]]:
    """Yield what two tellings of one happening are likely to share."""
    kind = h.event.type
    sides = sorted(h.sides)
    months = _months(h)
    rare = rarity.rarest(h.words, 6)
    for side in sides:
        yield from ((kind, side, word) for word in rare)
        for month in months:
            yield (kind, side, month)
    if len(sides) > 1:
        yield (kind, *sides)
        yield from ((kind, *sides, month) for month in months)
    for person in sorted(set().union(*h.persons.values())):
        yield from ((kind, person, month) for month in months or ("undated",))


def _months(h: Happening) -> tuple[str, ...]:
    span = h.days or h.published
    if span is None or span.length > 62:
        return ()
    return tuple(sorted({f"{d.year}-{d.month}" for d in (span.first, span.last)}))


def likeness(a: Happening, b: Happening, rarity: Rarity) -> tuple[float, str] | None:
    """Return the score (0 to 1) and reasons that events of two reports are one; None if not."""
    if a.told.report.id == b.told.report.id or not a.alone.bears(b.alone) or a.another(b):
        return None
    when = _dates_alike(a, b)
    who = _parties_alike(a, b)
    if when is None or who == 0:
        return None
    words = words_alike(a, b, rarity)
    if _doubtful(a, b, when) and len(a.core & b.core) < DOUBTFUL_WORDS:
        return None
    where = _places_alike(a, b)
    if encounter_of(a, b):
        score = 0.5 * who + 0.35 * when + 0.1 * words + 0.05 * where
    else:
        score = 0.3 * who + 0.25 * when + 0.4 * words + 0.05 * where
    why = (
        f"both {a.event.type}, parties alike {who:.2f}, dates {when:.2f}, "
        f"words {words:.2f}, place {where:.2f}"
    )
    return round(score, 4), why


def never_one(a: Happening, b: Happening) -> bool:
    """Tell whether two events are two whatever else is alike: another type, year or company."""
    if a.event.type != b.event.type or a.another(b):
        return True
    if _other_modes(a, b) or _other_things(a, b):
        return True
    far = FAR
    if encounter_of(a, b) and "visit" not in (a.event.mode, b.event.mode):
        far = NEAR
        if not same_company(a.persons, b.persons):
            return True
    if a.days and b.days:
        sure = a.event.type == "AGREE" or not (a.is_guessed or b.is_guessed)
        return sure and a.days.gap(b.days) > far
    told = ((a.days, b.published), (b.days, a.published))
    return any(day and out and day.first > out.last for day, out in told)


def _other_modes(a: Happening, b: Happening) -> bool:
    """Tell whether one is a visit and the other a meeting or a call, which may be part of it."""
    modes = {a.event.mode, b.event.mode}
    return a.event.type == "CONSULT" and len(modes) == 2 and None not in modes


def other_documents(a: Happening, b: Happening) -> bool:
    """Tell whether both say what the document is on, and nothing in either is in the other.

    In one report it is enough that each says something that the other does not: it tells of a pact
    on naval cooperation and of one on trade cooperation to tell them apart.
    """
    one, other = a.topic, b.topic
    if not one or not other:
        return False
    if a.told.report.id == b.told.report.id:
        return bool(one - b.words and other - a.words)
    return not one & b.words and not other & a.words


def _other_things(a: Happening, b: Happening) -> bool:
    """Tell whether two events of one type are on other documents or matters, or another spell."""
    if a.event.type == "AGREE":
        return other_documents(a, b) or _other_matters(a, b)
    return a.event.type in DEEDS and (_goes_on(a, b) or _goes_on(b, a))


def _goes_on(a: Happening, b: Happening) -> bool:
    """Tell whether one is told with its time, and the other as what went on for long or since.

    Deliveries over years are not the one that a report of the day tells of.
    """
    if a.days is None:
        return False
    if b.days is None:
        return b.published is not None and a.days.gap(b.published) > YEAR
    return a.days.length <= WEEK and b.days.length > YEAR


def _other_matters(a: Happening, b: Happening) -> bool:
    """Tell whether one report has them agree to do one thing and another, no document in hand."""
    here = a.told.report.id == b.told.report.id
    if not here or any(h.signs or h.is_headline or len(h.core) < MATTER for h in (a, b)):
        return False
    return not a.core & b.core


def encounter_of(a: Happening, b: Happening) -> bool:
    """Tell whether both tell who met or visited whom: then who and when decide."""
    return a.event.type == "CONSULT" and bool(a.persons and b.persons)


def _doubtful(a: Happening, b: Happening, when: float) -> bool:
    """Tell whether nobody says who met, or when it happened: then words must decide."""
    if a.event.type == "CONSULT":
        return bool(a.persons) != bool(b.persons) or (not a.persons and when < DATED)
    return when < DATED


def words_alike(a: Happening, b: Happening, rarity: Rarity) -> float:
    """Return the share of telling words; a bare telling ("the pact was signed") proves less.

    To tell of the same number of documents proves most.
    """
    if a.event.type == "AGREE" and a.documents == b.documents and (a.documents or 0) > 1:
        return 1.0
    if a.core and b.core:
        return rarity.shared(a.core, b.core)
    return 0.5 * rarity.shared(a.words, b.words)


def _parties_alike(a: Happening, b: Happening) -> float:
    if a.event.type in SYMMETRIC:
        return a.parties.likeness(a.all, b.all)
    did = a.parties.likeness(a.event.actors, b.event.actors)
    if not a.event.recipients or not b.event.recipients:
        return 0.8 * did
    return min(did, 1.0) * (0.5 + 0.5 * a.parties.likeness(a.event.recipients, b.event.recipients))


def _dates_alike(a: Happening, b: Happening) -> float | None:
    """Return how far dates agree, 0 to 1; None where they cannot be one date."""
    if a.days is None or b.days is None:
        return _undated(a, b)
    if a.days == b.days:
        return 1.0 if a.days.length < 32 else 0.8
    if not a.days.meets(b.days):
        return 0.2 if a.days.gap(b.days) <= SLIP else None
    longer = max(a.days.length, b.days.length)
    return 0.9 if longer <= 7 else 0.7 if longer <= 31 else 0.5


def _undated(a: Happening, b: Happening) -> float | None:
    """Take it that a report tells what happened before it came out, and mostly of late."""
    first, second = a.days or a.published, b.days or b.published
    if first is None or second is None:
        return 0.3
    for dated, told in ((a.days, b), (b.days, a)):
        if dated and told.published and told.days is None and dated.first > told.published.last:
            return None
    return 0.4 if first.gap(second) <= 31 else 0.2


def _places_alike(a: Happening, b: Happening) -> float:
    if a.event.place is None or b.event.place is None:
        return 0.5
    if a.event.place == b.event.place:
        return 1.0
    one, other = (a.parties.entities[h.event.place] for h in (a, b) if h.event.place)
    if one.within == other.id or other.within == one.id:
        return 0.9
    return 0.7 if "state" in (one.type, other.type) and one.country == other.country else 0.0
