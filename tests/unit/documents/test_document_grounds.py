"""What a report rests on: told by its letterhead, its dateline, its sign-off, its first words."""

import pytest

from dragoman.documents.grounds import ground_of, is_official
from dragoman.documents.manifest import Details
from dragoman.documents.reports import report_from_bytes

BODY = (
    "Ministers of Peru and Chile met in Lima on Tuesday and agreed on a road between the two ports."
    "\n\nWork on the road will begin in May, and both sides will pay for their own part of it.\n"
)


def of(text, **details):
    report = report_from_bytes(text.encode(), "a.txt", Details(**details))
    found = ground_of(report)
    if found is not None:
        mention = found.mention
        assert report.text[mention.start : mention.end] == mention.quote != ""
    return found


def test_an_offices_own_publication_is_official():
    found = of(f"PRESS RELEASE\n\nMinistry of Public Works\n\nA road to the sea\n\n{BODY}")
    assert (found.name, found.official) == ("Ministry of Public Works", True)


def test_an_address_of_a_government_makes_it_official():
    found = of(f"A road to the sea\n\n{BODY}", outlet="Mesa", url="https://www.mesa.gob.pe/a")
    assert found.official
    assert of(f"A road\n\n{BODY}", outlet="Mesa", url="https://mesa.example/gov") is None


def test_the_agency_of_a_dateline_and_of_a_sign_off_is_named_and_not_official():
    dated = of(f"A road to the sea\n\nLIMA, March 4, 2024 (Andean Newswire) - {BODY}")
    assert (dated.name, dated.official) == ("Andean Newswire", False)
    signed = of(f"A road to the sea\n\n{BODY.strip()} (Reuters)\n")
    assert (signed.name, signed.official) == ("Reuters", False)


def test_the_statement_the_first_paragraph_rests_on_is_named():
    lead = "Peru and Chile will build a road, the Ministry of Public Works said in a statement."
    assert of(f"A road to the sea\n\n{lead}\n\n{BODY}").name == (
        "statement of the Ministry of Public Works"
    )
    lead = "According to a readout issued on Monday by the Ministry of Trade, a road will be built."
    assert of(f"A road to the sea\n\n{lead}\n\n{BODY}").name == "readout of the Ministry of Trade"


def test_a_report_that_does_not_say_rests_on_nothing():
    assert of(f"A road to the sea\n\n{BODY}") is None


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("Ministry of Foreign Affairs of the Republic of Peru", True),
        ("European Commission", True),
        ("Embassy Observer", False),
        ("Government News Agency", False),
        ("The Lima Herald", False),
    ],
)
def test_an_outlet_with_an_offices_word_is_no_office(name, official):
    assert is_official(name) is official
