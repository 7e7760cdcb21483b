"""Events in words, after a data file, and the vocabulary of event types and modes it holds."""

from functools import cache
from importlib.resources import files

import yaml

from dragoman.record.nouns import Event

Phrases = dict[str, dict[str, dict[str, str]]]
_PLAIN = "plain"


def event_types() -> tuple[str, ...]:
    """Return the PLOVER categories."""
    return tuple(_phrases())


def event_modes() -> tuple[str, ...]:
    """Return the modes that a category knows."""
    modes = (mode for by_mode in _phrases().values() for mode in by_mode)
    return tuple(dict.fromkeys(mode for mode in modes if mode != _PLAIN))


def phrase(event: Event) -> str:
    """Return what the actors did in words, to be followed by the recipients where there are any."""
    by_mode = _phrases().get(event.type)
    if by_mode is None:
        return event.type.lower()
    said = by_mode.get(event.mode or _PLAIN, by_mode[_PLAIN])
    return said["one" if event.recipients else "alone"]


@cache
def _phrases() -> Phrases:
    text = files(__package__).joinpath("data/happenings.yaml").read_text(encoding="utf-8")
    loaded: Phrases = yaml.safe_load(text)
    return loaded
