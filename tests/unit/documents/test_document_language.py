"""The language of a text, or none where it cannot be told."""

import pytest

from dragoman.documents.language import language_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The two ministers met in the capital on Monday and agreed to build a bridge.", "en"),
        (
            "Les deux ministres se sont rencontrés lundi dans la capitale et ont signé un accord.",
            "fr",
        ),
        ("Оба министра встретились в понедельник в столице и подписали соглашение о мосте.", "ru"),
        ("İki bakan pazartesi günü başkentte bir araya geldi ve bir anlaşma imzaladı.", "tr"),
        ("ok", None),
        ("1234 5678 " * 20, None),
        ("", None),
    ],
)
def test_the_language_is_told(text, tag):
    assert language_of(text) == tag
