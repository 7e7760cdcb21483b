"""Outlets and dates that no line of a header tells for sure."""

import pytest

from dragoman.documents.reports import report_from_bytes

BODY = (
    "Chile and Norway signed a pact on salmon on Monday, the fisheries ministry said. It gives "
    "boats of both states access to two fjords, and sets up a panel of scientists.\n\nThe panel "
    "meets in June. Nobody else was asked, a spokesman said, and nobody complained about it.\n"
)


def read(header):
    return report_from_bytes(f"{header}\n\n{BODY}".encode(), "a.txt", None)


@pytest.mark.parametrize(
    ("header", "outlet"),
    [
        (
            "FJORD & FILLET\nThe business of farmed fish\n\nChile opens two fjords to Norway",
            "Fjord & Fillet",
        ),
        (
            "El Faro de Aysén (English edition)\n\nChile opens two fjords to boats from Norway",
            "El Faro de Aysén",
        ),
        ("Chile opens two fjords to Norway\n\nBy Patagonia Newswire", "Patagonia Newswire"),
        (
            "Two fjords change hands\n\nCoastal Affairs Monthly, 3 May 2024",
            "Coastal Affairs Monthly",
        ),
    ],
)
def test_a_name_above_a_headline_or_beside_a_date_is_the_outlet(header, outlet):
    assert read(header).outlet == outlet


def test_a_headline_alone_is_no_outlet():
    report = read("Chile and Norway sign salmon pact")
    assert report.outlet is None
    assert report.title == "Chile and Norway sign salmon pact"


@pytest.mark.parametrize(
    "header",
    [
        "Radio Aysén, 7 p.m. bulletin, 24 February 2025. Transcript.",
        "Evening bulletin, 24 February 2025",
        "Mon 24 Feb 2025, 11.20am | Updated 2 hours ago",
    ],
)
def test_the_only_whole_date_above_the_text_is_its_day(header):
    assert read(f"Two fjords change hands today\n\n{header}").published == "2025-02-24"


def test_a_date_inside_the_first_sentence_is_not():
    text = "The pact of 24 February 2025 gives boats of both states access to two fjords, " + BODY
    assert report_from_bytes(text.encode(), "a.txt", None).published is None


def test_two_dates_above_the_text_tell_nothing():
    assert read("From 3 May 2024 to 5 May 2024").published is None
