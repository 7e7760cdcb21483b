"""Lemmas as edit scripts: what to do to a word to get its dictionary form.

After Chrupała (2006), "Simple data-driven context-sensitive lemmatization", cut to endings.
A script is

- ``=``, ``l``, ``t``: the word itself, in lower case, capitalised;
- ``<casing>:<n>:<ending>``: the word so cased, its last n letters replaced by the ending;
- ``W:<lemma>``: this lemma, whatever the word ("be" for "are").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CASINGS: dict[str, Callable[[str], str]] = {"=": str, "l": str.lower, "t": str.capitalize}
_LONGEST_WHOLE = 5


def script_for(word: str, lemma: str) -> str:
    """Return the script that turns the word into the lemma; ``=`` where none is worth learning."""
    for script, cased in _CASINGS.items():
        if cased(word) == lemma:
            return script
    script = _casing_of(word, lemma)
    base = _CASINGS[script](word)
    kept = 0
    while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
        kept += 1
    if kept == 0:
        return f"W:{lemma}" if len(lemma) <= _LONGEST_WHOLE else "="
    return f"{script}:{len(base) - kept}:{lemma[kept:]}"


def apply(script: str, word: str) -> str:
    """Return the lemma that a script gives for a word; never an empty one for a word."""
    if script in _CASINGS:
        return _CASINGS[script](word)
    if script.startswith("W:"):
        return script[2:]
    cased, cut, ending = script.split(":", 2)
    base = _CASINGS[cased](word)
    if int(cut) > len(base):
        return base
    return base[: len(base) - int(cut)] + ending or word


def _casing_of(word: str, lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    return "t" if word.isupper() and len(word) > 1 and lemma[1:].islower() else "="
