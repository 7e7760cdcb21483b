"""The pages, one module a group.

A module here is found by being here. It offers `routes`, and `navigation` where its pages stand in
the header. Handlers are plain functions of a request: they run in a pool of threads.
"""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from starlette.routing import BaseRoute


class Entry(NamedTuple):
    """A link in the header; those with a lower `place` stand first."""

    place: int
    label: str
    path: str


class Group(NamedTuple):
    """What one module offers."""

    routes: Sequence[BaseRoute]
    navigation: Sequence[Entry]


def found() -> list[Group]:
    """Return what the modules of this package offer, by their names."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return [Group(module.routes, getattr(module, "navigation", ())) for module in modules]
