"""Reports to readings; one file or folder a reader."""

from collections.abc import Mapping
from inspect import signature
from typing import Any

from dragoman.record.errors import OptionUnsuited, PipelineNotFound, ReaderNotFound
from dragoman.record.finding import factory, names
from dragoman.record.protocols import Reader


def find_reader(
    name: str, pipeline: str | None = None, options: Mapping[str, Any] | None = None
) -> Reader:
    """Return the reader called `name`, ready to read.

    `pipeline` names the spaCy pipeline to put under it, where it takes one; `options` are further
    arguments of its own. Raises ReaderNotFound, PipelineNotFound, OptionUnsuited, and what the
    reader raises where its options are no good.
    """
    try:
        make = factory(__name__, name, "reader")
    except KeyError:
        known = ", ".join(names(__name__))
        raise ReaderNotFound(f"no reader is called {name!r}: choose one of {known}") from None
    given: dict[str, Any] = {} if pipeline is None else {"pipeline_name": pipeline}
    takes = set(signature(make).parameters)
    if not set(given) <= takes:
        raise PipelineNotFound(f"the reader {name} takes no pipeline: leave out --pipeline")
    for option in options or {}:
        if option not in takes:
            flag = f"--{option.replace('_', '-')}"
            raise OptionUnsuited(f"the reader {name} takes no {flag}: leave it out")
    reader: Reader = make(**given, **(options or {}))
    return reader
