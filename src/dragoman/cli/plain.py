"""Text from reports made safe for a terminal: see `dragoman.record.plain`."""

from dragoman.record.plain import harmless, plain

__all__ = ["harmless", "plain"]
