"""What is cut off at the head and the end of a paragraph, and what is left alone."""

import pytest

from dragoman.documents.edges import trim
from dragoman.documents.lines import Span


def cut(text, *, first=False, header=True):
    line = trim(text, Span(0, len(text)), first=first, header=header)
    taken = [(text[block.start : block.end], block.why) for block in line.taken]
    return text[line.span.start : line.span.end], taken, line.caption


CREDITS = [
    ("The envoy calls on the general in Suva.", "Screengrab"),
    ("The ministers at the first session of the council (JEC).", "Courtesy: Foreign Office"),
    ("The ministers at the quay. ", "Credit: MOD"),
    ("The ministers at the quay ", "(Photo: Jane Example/AFP)"),
    ("The ministers at the quay. ", "(AP Photo/Jane Example)"),
    ("The ministers at the quay ", "(Photo by Jane Example/AFP via Getty Images)"),
    ("The ministers at the quay ", "[Jane Example/Reuters]"),
    ("The ministers at the quay. ", "(Antara/Puspa Example)"),
    ("The ministers at the quay ", "| Photo: Government of Samoa"),
    ("The ministers at the palace", "Photo: Press Office"),
]


@pytest.mark.parametrize(("caption", "credit"), CREDITS)
def test_a_photo_credit_is_cut_off_and_leaves_a_caption(caption, credit):
    left, taken, is_caption = cut(caption + credit)
    assert left == caption.rstrip()
    assert taken == [(credit, "photo credit")]
    assert is_caption


SIGN_OFFS = ["—AFP", "– Bernama", "(Reuters)", "/TASS/", "EFE", "-- BERNAMA", "Reuters"]


@pytest.mark.parametrize("sign_off", SIGN_OFFS)
def test_an_agency_that_signs_a_paragraph_is_cut_off(sign_off):
    left, taken, is_caption = cut(f"The pact runs for five years, he said. {sign_off}")
    assert left == "The pact runs for five years, he said."
    assert taken == [(sign_off, "agency line")]
    assert not is_caption


@pytest.mark.parametrize("end", ["(END)", "-END-", "ENDS", "Enditem"])
def test_an_end_mark_after_the_last_sentence_is_cut_off(end):
    assert cut(f"The pact runs for five years. {end}")[1] == [(end, "end mark")]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was first reported by the agency (Reuters).",
        "They spoke of a “partnership” – NATO",
        "The ministers flew on to Accra.",
        "He named three sources: Source A, Source B and a file.",
        "The photo: nobody knows who took it.",
        "The court in The Hague (ICJ)",
        "He quoted the bank. World Bank loans are due in May.",
        "It was a file photo, the ministry said.",
        "Published 4 May 2026, the book sold well.",
        "On 4 May 2026 the ministers met.",
        "2026 will be the year of the bridge, he said.",
        "Dated May 2026, the letter asks for aid.",
    ],
)
def test_ordinary_ends_and_heads_are_left_alone(text):
    assert cut(text) == (text, [], False)


@pytest.mark.parametrize(
    ("stamp", "rest"),
    [
        ("date 2026-07-09", "Fiji’s ministers held talks in Suva on Thursday."),
        ("Published: 9 July 2026 |", "Fiji’s ministers held talks."),
        ("Updated : 2026.07.09 18:02", "Fiji’s ministers held talks."),
    ],
)
def test_a_date_stamp_before_the_text_is_cut_off(stamp, rest):
    left, taken, _ = cut(f"{stamp} {rest}", first=True)
    assert left == rest
    assert taken == [(stamp, "date stamp")]


def test_a_bare_iso_date_is_a_stamp_at_the_very_beginning_only():
    text = "2026-07-09 Fiji’s ministers held talks."
    assert cut(text, first=True)[1] == [("2026-07-09", "date stamp")]
    assert cut(text)[1] == []


def test_labels_before_captions_headlines_and_copy():
    assert cut("PHOTO: the ministers on the quay. Credit: MOD") == (
        "the ministers on the quay.",
        [("PHOTO:", "photo label"), ("Credit: MOD", "photo credit")],
        True,
    )
    assert (
        cut("[Image: a ship on its way to Apia. Credit: Navy]")[0] == "a ship on its way to Apia."
    )
    assert cut("FILE - The minister speaks to the press.")[2]
    assert cut("Headline: Ministers meet", first=True)[0] == "Ministers meet"
    assert cut("WEB DESK: The ministers met in Apia.")[1] == [("WEB DESK:", "byline")]
