"""Reports to readings; one file or folder a reader."""

from dragoman.record.errors import ReaderNotFound
from dragoman.record.finding import factory, names
from dragoman.record.protocols import Reader


def find_reader(name: str) -> Reader:
    """Return the reader called `name`, ready to read. Raises ReaderNotFound."""
    try:
        make = factory(__name__, name, "reader")
    except KeyError:
        known = ", ".join(names(__name__))
        raise ReaderNotFound(f"no reader is called {name!r}: choose one of {known}") from None
    reader: Reader = make()
    return reader
