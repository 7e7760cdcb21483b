"""Text from reports made safe to be shown.

Reports are hostile: an escape sequence in one could move a terminal's cursor, change its title or
write into the clipboard; a bidirectional override could make a line read as something else.
"""

import unicodedata

_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
# Ends of lines, and joiners that scripts and emoji need to be written right.
_KEPT = {"\n", "\u200c", "\u200d"}


def plain(text: str) -> str:
    """Return `text` on one line, without control, format and unassigned characters."""
    return harmless(" ".join(text.split()))


def harmless(text: str) -> str:
    """Return `text` without control, format and unassigned characters; lines stay apart."""
    if text.isprintable():
        return text
    return "".join(
        character
        for character in text
        if character in _KEPT or unicodedata.category(character) not in _DROPPED
    )
