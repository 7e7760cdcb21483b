"""Dragoman reads coverage of relations between states and keeps a cited record of them."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.notebook.record import Record

__version__ = "0.1.0"
__all__ = ["Record", "__version__"]


def __getattr__(name: str) -> object:
    # What stands behind `Record` takes time to load; `import dragoman` is to take none. By name,
    # since every room may ask for the version here and none of them may import that one.
    if name == "Record":
        return import_module("dragoman.notebook.record").Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
