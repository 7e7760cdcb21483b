"""A short phrase of what a figure measures, from its clause."""

import re

_BREAK = re.compile(r"[.;:!?](?=\s|$)|\n|[“”\"()]|\s[–—-]\s|,\s")
_REACH = 120
_MOST = 14


def measure_of(text: str, start: int, end: int) -> str:
    """Return the words of the clause around text[start:end], the figure itself left out."""
    before = text[max(0, start - _REACH) : start]
    cuts = list(_BREAK.finditer(before))
    before = before[cuts[-1].end() :] if cuts else before.partition(" ")[2]
    after = text[end : end + _REACH]
    cut = _BREAK.search(after)
    after = after[: cut.start()] if cut else after.rpartition(" ")[0]
    words = [*before.split()[-_MOST // 2 :], *after.split()[: _MOST // 2]]
    return " ".join(words) or text[start:end]
