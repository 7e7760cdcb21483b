"""Patterns of time expressions and how each is resolved, one module a family."""

from functools import cache

from dragoman.readers.english.times.rules import (
    clock,
    counted,
    dates,
    days,
    durations,
    feasts,
    lasting,
    periods,
    quarters,
    ranges,
    shares,
    units,
    vague,
)
from dragoman.readers.english.times.rules.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules; of two that fit equally long, the earlier one is taken."""
    dated = (ranges, dates, periods, quarters, feasts, days, units)
    families = (*dated, counted, lasting, shares, durations, clock, vague)
    return tuple(rule for family in families for rule in family.rules())
