"""What an item tells of itself in words: for people, and to tell items on the same words apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.record.decisions import FIELDS, OF_TARGET, DecidedNoun, Ground
from dragoman.record.nouns import Mention

_MANY = ("actors", "recipients", "by", "to", "speakers")
_ONE = ("speaker", "via", "place", "person", "organization", "within")
_LONG = 160
# A state has thousands of mentions; so many are enough to know an item again by.
MOST = 60


def telling(noun: str, item: Any, names: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of an item in words; entities by name, its parties together."""
    told = {
        field: words
        for field in FIELDS.get(noun, {})
        if field not in (*_MANY, *_ONE) and (words := field_words(item, field, names))
    }
    parties = {
        names[key] for field in (*_MANY, *_ONE) for key in _keys(item, field) if key in names
    }
    return told | ({"parties": "|".join(sorted(parties))} if parties else {})


def field_words(item: Any, field: str, names: Mapping[str, str]) -> str:
    """Return one field in words; "" where it is empty."""
    if field in (*_MANY, *_ONE):
        return ", ".join(names.get(key, key) for key in _keys(item, field))
    holder = item.target if field in OF_TARGET and hasattr(item, "target") else item
    value = getattr(holder, field, None)
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def ground_of(
    noun: DecidedNoun, item: Any, names: Mapping[str, str], mentions: Sequence[Mention] = ()
) -> Ground:
    """Return an item as a decision stands on it; on these mentions of it, where they are given."""
    chosen = tuple(mentions) or _telling_mentions(evidence_of(item))
    return Ground(
        noun=noun,
        item=getattr(item, "id", getattr(item, "person", "")),
        words=item_words(noun, item),
        mentions=chosen,
        told=telling(noun, item, names),
    )


def evidence_of(item: Any) -> tuple[Mention, ...]:
    """Return the evidence of any item; of a disagreement that of its sides."""
    if hasattr(item, "sides"):
        return tuple(mention for side in item.sides for mention in side.mentions)
    mentions: tuple[Mention, ...] = item.mentions
    return mentions


def _telling_mentions(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions an item is known again by: names first, some of every report."""
    ranked = sorted(mentions, key=lambda m: (m.form not in (None, "name"), m.report, m.start))
    of_report: Counter[str] = Counter()
    rank = []
    for mention in ranked:
        rank.append((of_report[mention.report], mention.report, mention.start, mention))
        of_report[mention.report] += 1
    rank.sort(key=lambda r: r[:3])
    kept = [mention for *_, mention in rank[:MOST]]
    return tuple(sorted(kept, key=lambda m: (m.report, m.start, m.end)))


def item_words(noun: str, item: Any) -> str:
    """Return the words by which people know an item."""
    if noun == "entity":
        return f"{item.type} {item.name}"
    if noun == "role":
        return f"office {item.title}"
    if noun == "commitment":
        return cut(f"{item.kind}: {item.subject}")
    if noun == "disagreement":
        return cut(f"{item.kind}: {' / '.join(side.value for side in item.sides)}")
    quote = min((m.quote for m in item.mentions), key=lambda q: (len(q) > _LONG, -len(q)))
    lead = {"event": getattr(item, "type", ""), "statement": "said", "figure": "figure"}
    return cut(f"{lead.get(noun, noun)}: {quote}")


def cut(text: str) -> str:
    """Return a text on one line, cut to what a line bears."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"


def _keys(item: Any, field: str) -> tuple[str, ...]:
    value = getattr(item, field, None)
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
