"""Datelines at the head of a paragraph, and heads that are none."""

import pytest

from dragoman.documents.datelines import find_dateline

REST = "The two ministers agreed on Monday to meet again in May."


@pytest.mark.parametrize(
    ("head", "date", "wire"),
    [
        ("SUVA, July 28 (AA) — ", "--07-28", "AA"),
        ("Apia [Samoa], April 6, 2026 (OceanWire): ", "2026-04-06", "OceanWire"),
        ("BERGEN, Norway -- ", None, None),
        ("LAGOS, Nigeria (AP) — ", None, "AP"),
        ("(Reuters) - ", None, "Reuters"),
        ("JAKARTA (ANTARA) - ", None, "ANTARA"),
        ("MINSK, June 3. /BELTA/. ", "--06-03", "BELTA"),
        ("BEIJING, March 4 (Xinhua) ", "--03-04", "Xinhua"),
        ("KATHMANDU: ", None, None),
        ("Nairobi, Tuesday — ", None, None),
        ("Apia – ", None, None),
        (
            "BERGEN, 2 July 2025 (Nordpress, English service) – ",
            "2025-07-02",
            "Nordpress, English service",
        ),
        ("Lomé, 11 February 2020. ", "2020-02-11", None),
        ("Bogotá, 5 Feb 2026 (EFE).- ", "2026-02-05", "EFE"),
    ],
)
def test_a_dateline_is_found(head, date, wire):
    found = find_dateline(head + REST)
    assert found is not None
    assert found.end == len(head)
    assert (found.date.iso if found.date else None) == date
    assert found.wire == wire


@pytest.mark.parametrize(
    "text",
    [
        "The talks, held on July 28 — the first in years — went well for both of them.",
        "Japan – the third largest economy – signed the pact with its neighbour on Friday.",
        "Combat drones: Norway plans assembly plant in Ghana",
        "President Ruto (Kenya) said: We will go on with the works at the port.",
        "EXCLUSIVE: Ghana to buy four patrol boats from Norway",
        "OPPOSITION: GOVERNMENT IS HIDING THE PACT WITH THE NEIGHBOUR",
        "Two things are clear: The pact is signed and the money is there.",
    ],
)
def test_a_sentence_or_headline_is_no_dateline(text):
    assert find_dateline(text) is None
