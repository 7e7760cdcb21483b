import pytest

from dragoman.readers.english.pipeline.networks import SHIPPED
from dragoman.readers.english.pipeline.pieces import (
    MAX_PIECES_A_WORD,
    Casing,
    WordPieces,
    casing,
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("treaty", Casing.LOWER),
        ("Treaty", Casing.TITLE),
        ("UN", Casing.UPPER),
        ("McKay", Casing.MIXED),
        ("F-16", Casing.WITH_DIGITS),
        ("2026", Casing.DIGITS),
        ("—", Casing.PUNCTUATION),
        ("A", Casing.SINGLE_CAPITAL),
    ],
)
def test_casing(word: str, expected: Casing) -> None:
    assert casing(word) is expected


@pytest.mark.parametrize("word", ["a" * 10_000, "\u200b", "﷽", "日本", "😀", "x-" * 40])
def test_every_word_has_one_to_eight_pieces(word: str) -> None:
    pieces = WordPieces.from_file(SHIPPED / "tokenizer.json")
    assert 1 <= len(pieces.of_word(word)) <= MAX_PIECES_A_WORD


def test_first_points_at_the_first_piece_of_each_word() -> None:
    pieces = WordPieces.from_file(SHIPPED / "tokenizer.json")
    words = ["Ouagadougou", "signed"]
    cut = pieces.of_words(words)
    assert [cut.ids[index] for index in cut.first] == [pieces.of_word(word)[0] for word in words]
    assert len(cut.ids) == len(cut.cases)
