"""Reports to readings; one file or folder a reader."""

from inspect import signature
from typing import Any

from dragoman.record.errors import PipelineNotFound, ReaderNotFound
from dragoman.record.finding import factory, names
from dragoman.record.protocols import Reader


def find_reader(name: str, pipeline: str | None = None) -> Reader:
    """Return the reader called `name`, ready to read.

    `pipeline` names the spaCy pipeline to put under it, where it takes one. Raises ReaderNotFound
    and PipelineNotFound.
    """
    try:
        make = factory(__name__, name, "reader")
    except KeyError:
        known = ", ".join(names(__name__))
        raise ReaderNotFound(f"no reader is called {name!r}: choose one of {known}") from None
    given: dict[str, Any] = {} if pipeline is None else {"pipeline_name": pipeline}
    if not set(given) <= set(signature(make).parameters):
        raise PipelineNotFound(f"the reader {name} takes no pipeline: leave out --pipeline")
    reader: Reader = make(**given)
    return reader
