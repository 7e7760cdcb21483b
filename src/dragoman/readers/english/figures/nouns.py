"""Singulars of counted nouns."""

import re

from dragoman.readers.english.figures.lists import table

_KEEP = ("ss", "us", "is")
_ES = ("ches", "shes", "sses", "xes", "zes", "oes")


def singular(noun: str) -> str:
    """Return a noun in the singular as the text writes it ("fishermen" gives "fisherman")."""
    low = noun.lower()
    irregular: dict[str, str] = table("counts")["irregular_plurals"]
    if low in irregular:
        return irregular[low]
    if re.search(r"[A-Z]s$", noun):
        return noun[:-1]
    if low.endswith("men") and len(low) > 4:
        return noun[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return noun[:-3] + "y"
    if low.endswith(_ES):
        return noun[:-2]
    if low.endswith("s") and not low.endswith(_KEEP) and len(low) > 2:
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Tell whether a noun looks like a plural."""
    return singular(noun) != noun or noun.lower() in table("counts")["irregular_plurals"]
