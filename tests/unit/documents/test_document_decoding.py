"""Encodings: what is declared, what is marked, what must be guessed."""

import pytest

from dragoman.documents.decoding import decode
from dragoman.record.errors import ReportEncoding

TURKISH = "Minister Çağrı Şahin’s office said the two sides would “meet again” in İzmir. " * 6
POLISH = "Minister Władysław Żak met the delegation in Łódź – “a first step”, he said. " * 6
FRENCH = "L’ambassadeur a déclaré que l’accord était “très utile” – à son avis. " * 6
RUSSIAN = "Министр иностранных дел прибыл с официальным визитом в столицу. " * 8


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_with_and_without_a_mark(encoding):
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    raw = marks.get(encoding, b"") + TURKISH.encode(encoding)
    assert decode(raw, "a.txt") == TURKISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TURKISH, "cp1254"),
        (POLISH, "cp1250"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_older_encodings_are_told(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_short_text_with_one_foreign_letter():
    assert decode("The café is open.".encode("cp1252"), "a.txt") == "The café is open."


def test_what_only_might_be_some_encoding_is_refused():
    with pytest.raises(ReportEncoding, match="UTF-8"):
        decode("外務大臣は火曜日に首都を訪問した。".encode("shift_jis") * 8, "a.txt")


def test_a_declared_encoding_is_used_and_a_false_one_is_not():
    assert decode("Łódź".encode("iso-8859-2"), "a.html", "iso-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "a.html", "no-such-encoding") == "Łódź"


def test_line_ends_become_one_kind():
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"
