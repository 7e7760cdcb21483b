"""Days a date of the record covers, for queries: see `dragoman.record.days`."""

from dragoman.record.days import days

__all__ = ["days"]
