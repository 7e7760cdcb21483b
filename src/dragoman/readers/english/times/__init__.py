"""Time expressions and their values, counted from the report's date or the date told before."""

from dragoman.readers.english.times.find import find_times

__all__ = ["find_times"]
