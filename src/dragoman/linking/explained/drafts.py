"""An explained difference before it has its id."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.linking.disagreements.sides import Told, draft
from dragoman.record.nouns import DisagreementKind, Mention, Side, Why


@dataclass(frozen=True, slots=True)
class Explanation:
    """What explains a difference; the sides as those of a disagreement."""

    kind: DisagreementKind
    why: Why
    reason: str
    about: str | None
    sides: tuple[Side, ...]


def explanation(
    kind: DisagreementKind, why: Why, reason: str, about: str | None, told: Iterable[Told]
) -> Explanation | None:
    """Return an explained difference; None where the same reports give all sides."""
    found = draft(kind, about, told)
    return Explanation(kind, why, reason, about, found.sides) if found else None


def said(mention: Mention, before: str = "") -> str:
    """Return the words of a mention in quotation marks, as a reason tells them."""
    return f"“{' '.join(f'{before} {mention.quote}'.split())}”"
