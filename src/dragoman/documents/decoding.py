"""Bytes under a text name to characters."""

import codecs
import contextlib
import re
import unicodedata

from dragoman.record.errors import ReportBinary, ReportEncoding

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "RTF"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_MOST_CONTROLS = 0.01
_MOST_CHAOS = 0.1
_MOST_FOREIGN = 0.3
_WESTERN = ("cp1252", "cp1254", "cp1250")


def decode(raw: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of `raw`, without byte order mark and with line ends as LF.

    Tried in order: a byte order mark, the encoding the file declares, UTF-8, the most likely of
    the others. Raises ReportBinary for bytes that are no text, ReportEncoding if no encoding fits.
    """
    text = _decoded(raw, name, declared).replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text)) > max(2, len(text) * _MOST_CONTROLS):
        raise _binary(name)
    return text


def _decoded(raw: bytes, name: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _no_encoding(name, f"it is marked as {encoding} but is not") from error
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise ReportBinary(f"{name} holds {kind} data under the name of a text; rename it.")
    if b"\0" in raw:
        raise _binary(name)
    for encoding in (declared or "utf-8", "utf-8"):
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            return raw.decode(encoding)
    return _guessed(raw, name)


def _guessed(raw: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw, threshold=_MOST_CHAOS).best()
    if best is None:
        raise _no_encoding(name, "it is not UTF-8 and nothing else fits")
    if sum(byte > 127 for byte in raw) >= len(raw) * _MOST_FOREIGN:
        if best.coherence > 0:
            return str(best)
        raise _no_encoding(name, f"it may be {best.encoding}, but does not read like a language")
    # A text in English tells little by its few foreign letters: the commonest page that makes
    # words of them is taken.
    guesses = []
    for encoding in _WESTERN:
        with contextlib.suppress(UnicodeDecodeError):
            guesses.append(raw.decode(encoding))
    return min([*guesses, str(best)], key=_broken_words)


def _broken_words(text: str) -> int:
    """Count what a wrong code page makes of letters: signs inside words, Icelandic letters."""
    signs = sum(
        1
        for before, char, after in zip(text, text[1:], text[2:], strict=False)
        if char > "\x7f" and before.isalpha() and after.isalpha() and _is_sign(char)
    )
    return signs + sum(text.count(letter) for letter in "þðÞÐ")


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "SNC"


def _binary(name: str) -> ReportBinary:
    return ReportBinary(f"{name} is not text but binary data; give the text of the report.")


def _no_encoding(name: str, problem: str) -> ReportEncoding:
    return ReportEncoding(f"{name}: no encoding could be told, {problem}; save it as UTF-8.")
