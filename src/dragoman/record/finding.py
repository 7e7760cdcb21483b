"""Readers and exporters found by name, without importing those that are not asked for.

They are the modules of a package (names that begin with "_" are its own business) and the entry
points of a group, which is named like the package; a module of ours goes before an entry point.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Any


def names(package: str) -> tuple[str, ...]:
    """Return the names of what `package` and the entry points of its group offer, sorted."""
    outside = {point.name for point in entry_points(group=package)}
    return tuple(sorted(_modules(package) | outside))


def factory(package: str, name: str, function: str) -> Callable[..., Any]:
    """Return the function called `function` of the module called `name`, or its entry point.

    An entry point may name the module or the function. Raises KeyError where there is neither.
    """
    if name in _modules(package):
        found: Any = import_module(f"{package}.{name}")
    else:
        found = entry_points(group=package)[name].load()
    offered: Callable[..., Any] = getattr(found, function, found)
    return offered


def _modules(package: str) -> set[str]:
    path = import_module(package).__path__
    return {module.name for module in iter_modules(path) if not module.name.startswith("_")}
