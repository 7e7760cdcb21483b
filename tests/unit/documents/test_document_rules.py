"""Whole lines that are furniture, and lines of prose that look like it and are not."""

import pytest

from dragoman.documents.rules import Place, why_furniture

ANYWHERE = Place(first=False, edge=False)
EDGE = Place(first=False, edge=True)

FURNITURE = {
    "share line": [
        "Share this article",
        "Share",
        "Share   Tweet   Print",
        "Facebook Twitter WhatsApp Telegram Email",
        "Share on Facebook",
        "Follow us on X and Facebook",
        "Listen to this article",
        "Copy link",
    ],
    "follow line": [
        "Follow The Andean Mail on X, Instagram and Facebook for news from the region.",
        "Join our WhatsApp channel for breaking news",
        "Stay informed with our daily briefing",
        "Download our app from the Play Store",
    ],
    "newsletter line": [
        "Subscribe to our newsletter – it’s free.",
        "Sign up for our morning briefing",
        "Get the latest news delivered to your inbox",
        "Already a subscriber? Log in",
        "Become a member",
        "Enter your email address",
    ],
    "comment box": [
        "Comments",
        "Comments (12)",
        "5 comments",
        "Leave a comment",
        "See what people are discussing",
        "Be the first to comment",
        "Comments are closed.",
        "Your email address will not be published. Required fields are marked *",
    ],
    "cookie notice": [
        "We use cookies to improve your experience on our site.",
        "This website uses cookies. By continuing to browse you agree to our use of cookies.",
        "Accept all cookies",
        "Privacy Policy",
        "By signing up, you agree to our terms of use and privacy policy.",
    ],
    "link to another article": [
        "Read more: Why the port matters",
        "READ ALSO: Why the port matters",
        "Also Read | Why the port matters",
        "Read More »",
        "Related: Bolivia wants to join the grid",
        "Related stories",
        "Most read",
        "Most read: Rain closes parks",
        "You may also like",
        "Don't miss: ten walks by the sea",
        "SEE ALSO: The port in pictures",
        "More on this story",
        "https://mail.example/2026/06/09/grids",
    ],
    "page control": [
        "Scroll to Top",
        "Back to top",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Home > World > Asia",
        "Skip to content",
        "Page 1 of 3",
    ],
    "reading time": ["4 min read", "Reading time: 3 minutes", "1,204 views"],
    "copyright line": [
        "© 2026 The Andean Mail. All rights reserved.",
        "© Andean Mail 2026. Comments are moderated. Share this article",
        "Copyright 2026 The Andean Mail",
        "All rights reserved. Reproduction without permission is prohibited.",
    ],
    "end mark": ["(END)", "ENDS", "-END-", "###", "***", "-30-", "-- more --"],
    "feed note": [
        "(This story has been sourced from a third-party feed and was not edited by our staff.)",
        "This article was auto-generated from a syndicated feed.",
        "The views expressed in this article are the author's own.",
        "Disclaimer: the opinions are those of the writer.",
    ],
    "photo credit": [
        "Photo: Kojo Example/AFP",
        "PHOTO CREDIT: Ministry of Defence",
        "Courtesy – Press Office",
        "Image credit: Reuters",
        "(Photo by Jane Example/Getty Images)",
        "File photo",
        "Jane Example/Reuters",
    ],
}

AT_AN_EDGE = {
    "byline": [
        "By Rosa Example",
        "BY ROSA EXAMPLE AND JUAN EXAMPLE",
        "By Our Political Correspondent",
        "By the Defense Desk",
        "*By Rosa Example*",
        "Our Correspondent",
        "Web Desk",
    ],
    "editor credit": [
        "Reporting by Rosa Example in Lima; editing by Juan Example",
        "(Reporting by Rosa Example and Juan Example; Writing by Ana Example)",
        "Editing by Juan Example",
        "Rosa Example contributed to this report.",
        "Rosa Example reported from Lima and Juan Example from Santiago.",
        "Editor: huaxia",
        "jd/ab (AFP, Reuters)",
    ],
    "agency line": ["Source: Xinhua", "(With inputs from agencies)"],
    "publication line": [
        "Published in The Andean Mail, June 9th, 2026",
        "This article was first published by The Andean Mail.",
    ],
    "press contact": [
        "For media enquiries, please contact: press@ministry.example",
        "press@ministry.example",
        "FOR IMMEDIATE RELEASE",
    ],
    "tags": ["Tags: Peru, Chile, energy", "#Peru #Chile"],
}

PROSE = [
    "Share prices of port operators rose after the news.",
    "Shares in the shipyard fell by a tenth.",
    "Follow-up talks will be held in Suva in August.",
    "The ministry said it would follow the talks on Facebook.",
    "Subscribe is a word the envoy never used, he said.",
    "Comments by the envoy were welcomed in Muscat.",
    "Comments on the draft treaty",
    "Reactions",
    "Response",
    "By signing up to the convention, Kenya accepted terms set by the Fund.",
    "By submitting the bill, the government accepted the conditions of the bank.",
    "Read more than one clause, he said, and you see the point.",
    "Related costs will be borne by both sides.",
    "Most read the accord as a step forward.",
    "Published in 1985, the book set out the claims of both states to the islands.",
    "This report was published on Monday by the ministry of both states.",
    "Reporting by the ombudsman has shown that the port needs work.",
    "Editing the text took the delegates until dawn.",
    "The report was prepared by the secretariat and sent to partners.",
    "The views expressed by the ambassador represent a shift, officials said.",
    "The views expressed by the minister do not reflect those of the cabinet, he said.",
    "The ministry is responsible for the content of school books.",
    "AI was used to steer the drones over the border.",
    "Copyright law will be changed in both states by 2027.",
    "(c) The parties shall meet once a year.",
    "Photo opportunities were limited.",
    "Source code for the customs system will be shared.",
    "Ends of the bridge will stand on both shores.",
    "End of talks in Suva",
    "Further questions were raised during the visit of the minister.",
    "For more information about the accord, journalists must wait until May.",
    "Egypt contributed $20 million to the fund.",
    "Fiji contributed engineers.",
    "From our side there is no delay, the minister said.",
    "In other business news, the index closed two percent lower.",
    "Heavy rain is forecast for the coast on Sunday.",
    "Contact between the two armies was restored in March.",
    "Topics under review: trade, water and visas.",
    "Use of the site requires the permission of the ministry.",
    "Copying the model was not an option, she said, as the law prohibited it.",
    "Watch towers will be built on both banks.",
    "Home affairs ministers met in Apia.",
    "Explained the deputy minister: the pact binds neither side.",
    "Top officials of both states will attend.",
    "More talks in Geneva",
    "What comes next",
    "Background",
]


@pytest.mark.parametrize(
    ("why", "line"), [(why, line) for why, lines in FURNITURE.items() for line in lines]
)
def test_furniture_is_told_in_the_midst_of_a_text(why, line):
    assert why_furniture(line, ANYWHERE) == why


@pytest.mark.parametrize(
    ("why", "line"), [(why, line) for why, lines in AT_AN_EDGE.items() for line in lines]
)
def test_some_furniture_is_told_near_the_edges_only(why, line):
    assert why_furniture(line, EDGE) == why
    assert why_furniture(line, ANYWHERE) is None


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_never_furniture(line):
    assert why_furniture(line, EDGE) is None


def test_a_first_line_is_no_link():
    assert why_furniture("WATCH: Ministers sign accord", Place(first=True, edge=True)) is None


def test_a_row_of_parts_is_furniture_if_each_part_is():
    assert why_furniture("4 min read · Comments (3) · Share", ANYWHERE) == "reading time"
    assert why_furniture("4 min read · Ministers sign accord", ANYWHERE) is None
