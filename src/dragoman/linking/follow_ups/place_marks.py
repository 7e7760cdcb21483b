"""Where a later act is told beside a commitment, and how its sentence turns to it."""

from dragoman.linking.follow_ups.acts import Act
from dragoman.record.nouns import Commitment, Event


def place_marks(later: Act, earlier: Act) -> dict[str, float]:
    """Return how closely an act is told behind a commitment, and by which words."""
    marks = {f"told {where}": 1.0 for where in _places(later, earlier)}
    marks |= {f"turns: {word}": 1.0 for word in later.turns}
    return marks | _foretold(later, earlier)


def _places(later: Act, earlier: Act) -> set[str]:
    found: set[str] = set()
    if later.places.keys().isdisjoint(earlier.places):
        return found
    for mention, own, behind in earlier.stretches:
        for start, end in later.places.get(mention.report, ()):
            if own[0] <= start < own[1]:
                found.add("in its sentence, behind" if start >= mention.end else "in its sentence")
                if start < mention.end and mention.start < end:
                    found.add("in its clause")
            elif behind[0] <= start < behind[1]:
                found.add("in the next sentence")
    return found


def _foretold(later: Act, earlier: Act) -> dict[str, float]:
    """Return which sort of act comes after which deed was foretold."""
    row = later.row
    what = row.type if isinstance(row, Event) else "a commitment"
    kind = earlier.row.kind if isinstance(earlier.row, Commitment) else ""
    marks = {f"{what} after {kind}": 1.0}
    marks |= {f"{what} where {deed} was foretold": 1.0 for deed in earlier.deeds}
    marks |= {f"{deed} where {deed} was foretold": 1.0 for deed in earlier.deeds & later.deeds}
    return marks
