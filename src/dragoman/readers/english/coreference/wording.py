"""The words of descriptions: what tells one thing from another, and what a thing is labelled."""

from dragoman.readers.english.coreference.kinds import classes_of
from dragoman.readers.english.coreference.likeness import plain
from dragoman.readers.english.gazetteer.lookup import gazetteer
from dragoman.readers.english.lexicon import mapping


def field_of(office: str) -> str | None:
    """Return what a minister is minister of: "energy" of "minister of energy"."""
    words = office.split()
    if len(words) == 2 and words[1] == "minister" and words[0] not in ("prime", "state", "deputy"):
        return words[0]
    if words[:2] in (["minister", "of"], ["minister", "for"]) and len(words) > 2:
        return " ".join(words[2:])
    return None


def ordinals() -> frozenset[str]:
    """Return the words that tell one agreement or exercise from another."""
    return frozenset(mapping("coreference", "kinds.yaml")["ordinals"])


def shared(content: set[str], name: str) -> int:
    """Return how many words two descriptions share; none where they are told to be two things."""
    other = content_of(name)
    apart = ordinals()
    if (content & apart) != (other & apart):
        return 0
    return len(content & other)


def content_of(text: str) -> set[str]:
    """Return the words of a description that tell something, in the singular."""
    known = gazetteer().adjectives
    small = mapping("coreference", "kinds.yaml")["small"]
    out = set()
    for word in plain(text).replace("’", "'").replace("'s", "").replace("-", " ").split():
        if word not in small and word not in known:
            out.add(single(word))
    return out


def single(word: str) -> str:
    """Return a lower-case noun in the singular."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word


def head_of(text: str) -> str:
    """Return the head of a description, of two words where that is one ("coast guard")."""
    words = plain(text).split()
    two = " ".join(words[-2:])
    return two if classes_of(two) else words[-1]


def label_of(text: str) -> str:
    """Return a description without the small words it opens with."""
    parts = text.split()
    small = mapping("coreference", "kinds.yaml")["small"]
    while len(parts) > 1 and parts[0].lower() in small:
        parts.pop(0)
    return " ".join(parts)
