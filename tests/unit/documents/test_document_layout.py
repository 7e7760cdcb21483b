"""Whole texts in the styles outlets have: what is headline, furniture and text, and the details."""

import pytest

from dragoman.documents.reports import report_from_bytes


def read(text, name="a.txt"):
    report = report_from_bytes(text.encode(), name)
    by_kind = {}
    for block in report.blocks:
        by_kind.setdefault(block.kind, []).append(report.text[block.start : block.end])
    return report, by_kind


STYLES = {
    "broadsheet": (
        "THE HIMAL GAZETTE   Wednesday, March 11, 2026\n\n"
        "POWER DEAL SIGNED; OPPOSITION ASKS FOR TEXT\n\n"
        "By Our Political Correspondent\n\n"
        "Nepal and Bhutan signed an electricity deal on Tuesday, ending five years of talks on "
        "lines and tariffs.\n\n"
        "The deal runs for ten years.\n\n"
        "© Himal Gazette 2026. Comments are moderated. Share this article\n",
        ("POWER DEAL SIGNED; OPPOSITION ASKS FOR TEXT", "The Himal Gazette", "2026-03-11"),
        3,
    ),
    "wire": (
        "Nepal, Bhutan sign power deal\n\nNepal, Bhutan sign power deal\n\n"
        "Thimphu [Bhutan], March 11, 2026 (HimalWire): Nepal and Bhutan signed an electricity "
        "deal on Tuesday, officials said.\n\nThe deal runs for ten years.\n\n"
        "(This story has been sourced from a feed and has not been edited by our staff.)\n",
        ("Nepal, Bhutan sign power deal", "HimalWire", "2026-03-11"),
        2,
    ),
    "daily with stamp": (
        "Drukyul Daily\nUpdated : 2026.03.11 18:02\n\nNepal and Bhutan seal power deal\n\n"
        "By the Energy Desk\n\n"
        "THIMPHU, March 11 (DD) — Nepal and Bhutan on Tuesday signed an electricity deal that "
        "had been under discussion since 2021.\n\nThe deal runs for ten years.\n\n(END)\n",
        ("Nepal and Bhutan seal power deal", "Drukyul Daily", "2026-03-11"),
        4,
    ),
    "broadcaster": (
        "Radio Thimphu – English Section\n11.03.2026 14:10\n\n"
        "First power flows to Nepal\nFirst power flows to Nepal\n\n"
        "Bhutan’s energy minister on Tuesday switched on the line that carries power to Nepal, "
        "his office said.\n\n"
        "PHOTO: The minister (centre) at the switchyard. Credit: MOE\n\n"
        "The line had been finished the evening before.\n\n"
        "Read more: What a line costs\nShare   Tweet   Print\n",
        ("First power flows to Nepal", "Radio Thimphu", "2026-03-11"),
        7,
    ),
    "magazine": (
        "GRID & GENERATOR / ENERGY\nNepal’s line slips to 2027 – partners redraw the plan\n"
        "Posted: 11 March 2026 · 4 min read · Comments (12)\n\n"
        "[Image: a pylon above the valley of Paro. Credit: 23 BLT]\n\n"
        "The agency has confirmed what many suspected: the second line to Nepal will be late by "
        "a year.\n\nSubscribe to our newsletter – it’s free.\n",
        ("Nepal’s line slips to 2027 – partners redraw the plan", "Grid & Generator", "2026-03-11"),
        5,
    ),
    "stamp before headline": (
        " date 2026-03-11 Nepal signs $6.5 mln deal for a second line\nPokhara Herald\n\n"
        "PARO, Bhutan -- Two agencies signed a second contract for the line here on Tuesday, the "
        "energy ministry said.\n\nMost read: Rain closes parks\n",
        ("Nepal signs $6.5 mln deal for a second line", "Pokhara Herald", "2026-03-11"),
        3,
    ),
    "printed in": (
        "Nepal and Bhutan reaffirmed their commitment to closer ties in a dialogue on energy "
        "this week.\n"
        "On Tuesday, 10 March, 2026, the ministers met at the ministry in Thimphu for an hour.\n"
        "Dialogue Highlights\nThe meeting dealt with lines, tariffs and the training of staff.\n"
        "Published in HimalDesk, March 11th, 2026\n"
        "Follow HimalDesk on X, Instagram and Facebook for news from the mountains.\n",
        (None, "HimalDesk", "2026-03-11"),
        2,
    ),
    "press release": (
        "Republic of Botswana\nMINISTRY OF INTERNATIONAL RELATIONS\nPRESS RELEASE\n"
        "Gaborone, 14 May 2026\n\nVisit of the Foreign Minister of Namibia\n\n"
        "1. The Minister of International Relations of Namibia paid a working visit to Gaborone "
        "on 13 May.\n\n2. The ministers signed a memorandum on water.\n\n"
        "For media enquiries, please contact: press@mirc.example\nENDS\n",
        (
            "Visit of the Foreign Minister of Namibia",
            "Ministry of International Relations",
            "2026-05-14",
        ),
        5,
    ),
    "state agency": (
        "China, Tonga pledge closer cooperation\n"
        "Source: Xinhua | 2026-03-21 10:05:33 | Editor: huaxia\n\n"
        "NUKU'ALOFA, March 21 (Xinhua) -- China and Tonga on Saturday pledged to deepen "
        "cooperation in fisheries, officials said.\n\n"
        "The two sides will build a cold store in the port.   Enditem\n",
        ("China, Tonga pledge closer cooperation", "Xinhua", "2026-03-21"),
        2,
    ),
    "web desk": (
        "Peru and Chile to link power grids\nBy Rosa Example\nLima Correspondent\n"
        "Published 3 hours ago\nTue 9 Jun 2026 10.15 BST\n"
        "Last modified on Wed 10 Jun 2026 12.30 BST\nShare\n"
        "Peru and Chile have agreed to connect their power grids by 2029, in a move to cut "
        "prices for millions of homes.\nAdvertisement\n"
        "The accord was signed in Lima on Monday by the two ministers of energy and mines.\n"
        "Rosa Example is a correspondent based in Lima. She covers energy and the Andes.\n"
        "More on this story\nChile opens its largest solar park\nThe grid in five charts\n"
        "© 2026 The Andean Mail. All rights reserved.\n",
        ("Peru and Chile to link power grids", "The Andean Mail", "2026-06-09"),
        12,
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_details_and_furniture_of_a_style(style):
    text, (title, outlet, published), furniture = STYLES[style]
    report, kinds = read(text)
    assert (report.title, report.outlet, report.published) == (title, outlet, published)
    assert len(kinds["furniture"]) == furniture, kinds["furniture"]
    assert all(" said" not in piece for piece in kinds["furniture"])


def test_a_writers_name_job_and_life_above_the_text():
    _, kinds = read(
        "Kenya and Oman widen a port\nMinisters meet in Mombasa as trade grows\n\n"
        "Achieng Example\nEditor, Mombasa\n"
        "Achieng; a journalist with 12 years of experience in newspapers and radio. Covered the "
        "courts of the coast since 2014. Graduate of the University of Nairobi.\n\n"
        "Kenya and Oman have agreed to widen the port of Mombasa, officials said on Wednesday.\n"
        "The works begin in May.\n"
    )
    assert kinds["furniture"][0] == "Achieng Example"
    assert len(kinds["furniture"]) == 3
    assert kinds["subhead"] == ["Ministers meet in Mombasa as trade grows"]


def test_somebody_in_the_news_is_not_taken_for_the_writer():
    text = (
        "Kenya frees journalist after appeal from Oman\n\n"
        "Kenya on Friday freed Achieng Example, who had been held for a month, officials said.\n\n"
        "Oman’s envoy had asked for Example’s release in a letter to the ministry in Nairobi.\n\n"
        "Achieng Example is a journalist based in Mombasa. She covers the port.\n"
    )
    assert "furniture" not in read(text)[1]


@pytest.mark.parametrize(
    "life",
    [
        "Kari Example is a senior fellow at the Fjord Institute.",
        "The writer is a former ambassador to Hanoi.",
        "(The author is a professor of law. The views expressed are her own.)",
        "Dr. Kari Example is an associate professor at the University of Bergen.",
    ],
)
def test_a_guest_writers_life_below_the_text(life):
    _, kinds = read(
        "Why Oslo and Hanoi need each other\n\n"
        "Few expected that talks on salmon would end in a pact on ships, but that is so.\n\n"
        "The two governments agreed to build twelve vessels in Haiphong by 2030, in all.\n\n"
        f"{life}\n"
    )
    assert kinds["furniture"] == [life]


def test_a_page_title_printed_above_the_headline():
    report, kinds = read(
        "Oslo and Hanoi to build ships | The Fjord Times\nOslo and Hanoi to build ships\n\n"
        "The two governments agreed to build twelve vessels in Haiphong by 2030, officials said.\n"
    )
    assert (report.title, report.outlet) == ("Oslo and Hanoi to build ships", "The Fjord Times")
    assert kinds["headline"] == ["Oslo and Hanoi to build ships"]


def test_the_outlet_behind_a_headline_is_no_part_of_it():
    report, kinds = read(
        "Oslo and Hanoi to build ships - The Fjord Times\n\n"
        "The two governments agreed to build twelve vessels in Haiphong by 2030, officials said.\n"
    )
    assert (report.title, report.outlet) == ("Oslo and Hanoi to build ships", "The Fjord Times")
    assert kinds["headline"] == ["Oslo and Hanoi to build ships"]


def test_a_date_in_prose_is_not_the_date_of_the_report():
    report, _ = read(
        "Oslo and Hanoi to build ships\n\n"
        "On 4 March 2026 the two governments agreed to build twelve vessels in Haiphong.\n\n"
        "Published in 2019, an earlier plan had spoken of ten, and it was dropped in May 2021.\n"
    )
    assert report.published is None


def test_a_dateline_without_a_year_needs_one_from_elsewhere():
    text = "HANOI, March 4 (VNA) – Oslo and Hanoi agreed to build ships, officials said.\n"
    assert read(text)[0].published is None
    assert read(text + "\n© The Fjord Times 2026\n")[0].published == "2026-03-04"


def test_a_dateline_below_a_standfirst_in_a_full_sentence():
    report, kinds = read(
        "Fiji and Tonga sign pact\nJune 3, 2026 - 10:12\n"
        "Fiji and Tonga signed a pact on fisheries that both sides call historic in every way.\n"
        "SUVA — Fiji and Tonga signed a pact on fisheries on Wednesday, the navy said in a note.\n"
    )
    assert kinds["dateline"] == ["SUVA —"]
    assert kinds["furniture"] == ["June 3, 2026 - 10:12"]
    assert report.published == "2026-06-03"


def test_who_says_it_behind_a_headline_is_part_of_it():
    report, _ = read(
        "Fiji and Tonga agree on joint posts — Infrastructure Ministry\n\n"
        "Fiji and Tonga agreed on five joint posts, the ministry said on Wednesday in Suva.\n"
    )
    assert report.title == "Fiji and Tonga agree on joint posts — Infrastructure Ministry"
    assert report.outlet is None


def test_a_place_and_date_that_close_a_statement_are_text():
    _, kinds = read(
        "Joint Statement of Fiji and Tonga\nSuva, 3 June 2026\n\n"
        "The two sides reviewed their relations and agreed to meet every year from now on.\n\n"
        "Done in Suva on 3 June 2026.\n"
    )
    assert kinds["dateline"] == ["Suva, 3 June 2026"]
    assert kinds["paragraph"][-1] == "Done in Suva on 3 June 2026."
    assert "furniture" not in kinds


def test_closing_paragraphs_on_other_news_are_text():
    _, kinds = read(
        "Oslo and Hanoi to build ships\n\n"
        "The two governments agreed to build twelve vessels in Haiphong, officials said.\n\n"
        "In other business news, the index closed two percent lower on fears of a strike.\n\n"
        "Heavy rain is forecast for the coast on Sunday.\n"
    )
    assert "furniture" not in kinds
    assert len(kinds["paragraph"]) == 3


def test_lines_broken_by_hand_make_one_paragraph():
    _, kinds = read(
        "The Secretary spoke today with the Foreign Minister of Fiji. They\n"
        "discussed the maritime boundary talks that began in Suva in March,\n"
        "and the Secretary thanked the Minister for Fiji's role in bringing\n"
        "the parties together. They agreed to meet on the margins of the\n"
        "General Assembly in September.\n\n"
        "The Minister briefed the Secretary on the reconstruction of the\n"
        "islands that were hit by the cyclone in February.\n"
    )
    assert [piece.count("\n") for piece in kinds["paragraph"]] == [4, 1]


def test_subheads_and_a_caption_above_its_credit_are_text():
    _, kinds = read(
        "Oslo and Hanoi to build ships\n\n"
        "The ministers at the yard in Haiphong after the signing of the pact\n"
        "Courtesy: Press Office\n"
        "The two governments agreed to build twelve vessels in Haiphong, officials said.\n"
        "What comes next\n"
        "The first ship is to sail in 2028, the ministry of trade said in a statement.\n"
    )
    assert kinds["caption"] == [
        "The ministers at the yard in Haiphong after the signing of the pact"
    ]
    assert kinds["subhead"] == ["What comes next"]
    assert kinds["furniture"] == ["Courtesy: Press Office"]
