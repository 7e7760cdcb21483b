"""The language a text is in."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_SAMPLE = 20_000
_FEWEST_LETTERS = 40
_LEAST_SURE = 0.9


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language of `text`, or None for too little or unsure text."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    tag, sure = _identifier().classify(sample)
    return str(tag) if sure >= _LEAST_SURE else None


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
