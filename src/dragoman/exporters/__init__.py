"""A record written out; one file a format."""

from dragoman.record.errors import ExporterNotFound
from dragoman.record.finding import factory, names
from dragoman.record.protocols import Exporter


def find_exporter(name: str) -> Exporter:
    """Return the exporter called `name`. Raises ExporterNotFound."""
    try:
        make = factory(__name__, name, "exporter")
    except KeyError:
        known = ", ".join(names(__name__))
        raise ExporterNotFound(f"no format is called {name!r}: choose one of {known}") from None
    exporter: Exporter = make()
    return exporter
