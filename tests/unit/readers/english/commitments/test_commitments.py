"""What somebody is bound to, offers, asks for or is expected to do."""

import pytest

BROUGHT = [
    # sentence, kind, by, words of what is to be done
    ("Kenya is expected to join the pact.", "expected", {"Kenya"}, "join the pact"),
    ("Kenya is likely to sign the treaty.", "expected", {"Kenya"}, "sign the treaty"),
    (
        "Kenya expressed interest in buying Ethiopian power.",
        "interest",
        {"Kenya"},
        "buying Ethiopian power",
    ),
    ("Kenya voiced its readiness to host the summit.", "interest", {"Kenya"}, "host the summit"),
    ("Kenya wants to buy 12 trains.", "interest", {"Kenya"}, "buy 12 trains"),
    ("Kenya stressed the need for joint patrols.", "interest", {"Kenya"}, "joint patrols"),
    ("Kenya is keen to expand trade.", "interest", {"Kenya"}, "expand trade"),
    ("Kenya urged Ethiopia to share data.", "requested", {"Kenya"}, "share data"),
    ("Kenya called for an end to the ban.", "requested", {"Kenya"}, "end to the ban"),
    (
        "Kenya invited Ethiopian companies to invest in ports.",
        "requested",
        {"Kenya"},
        "invest in ports",
    ),
    ("Kenya demanded that Ethiopia pay the debt.", "requested", {"Kenya"}, "pay the debt"),
    ("Kenya offered to train Somali pilots.", "proposed", {"Kenya"}, "train Somali pilots"),
    ("Kenya proposed a joint commission.", "proposed", {"Kenya"}, "joint commission"),
    ("Kenya is considering buying gas from Tanzania.", "proposed", {"Kenya"}, "buying gas"),
    ("Kenya plans to build a railway.", "planned", {"Kenya"}, "build a railway"),
    ("Kenya will send 20 doctors to Somalia.", "pledged", {"Kenya"}, "send 20 doctors"),
    ("Kenya is to host the games in 2027.", "planned", {"Kenya"}, "host the games"),
    ("Kenya is due to open an embassy in Lima.", "planned", {"Kenya"}, "open an embassy"),
    ("Kenya pledged to cut tariffs.", "pledged", {"Kenya"}, "cut tariffs"),
    ("Kenya promised that the road would be ready.", "pledged", {"Kenya"}, "road would be ready"),
    (
        "Kenya reaffirmed its commitment to peace in the region.",
        "pledged",
        {"Kenya"},
        "peace in the region",
    ),
    ("Kenya is committed to lifting the ban.", "pledged", {"Kenya"}, "lifting the ban"),
    (
        "Kenya and Ethiopia agreed to reopen the crossing.",
        "agreed",
        {"Kenya", "Ethiopia"},
        "reopen the crossing",
    ),
    (
        "Kenya and Ethiopia signed a deal to build a dam.",
        "signed",
        {"Kenya", "Ethiopia"},
        "build a dam",
    ),
    (
        "Kenya signed a memorandum with Ethiopia on the sale of 200 megawatts.",
        "signed",
        {"Kenya", "Ethiopia"},
        "sale of 200 megawatts",
    ),
]

NOT_BROUGHT = [
    "Kenya bought 12 trains from China.",
    "Kenya did not agree to the terms.",
    "Kenya enjoys close ties with Ethiopia.",
    "This will help the economy.",
    "Kenya would gain if oil were cheaper.",
    "Kenya attacked the plan.",
]


def _names(doc, positions):
    return {doc._.things[i].name for i in positions}


@pytest.mark.parametrize(("text", "kind", "by", "words"), BROUGHT)
def test_a_commitment_has_its_kind_and_who_is_bound(read, text, kind, by, words):
    doc = read(text)
    found = [c for c in doc._.commitments if c.kind == kind]
    assert found, [(c.kind, text[c.start : c.end]) for c in doc._.commitments]
    assert _names(doc, found[0].by) == by
    assert words in found[0].subject


@pytest.mark.parametrize("text", NOT_BROUGHT)
def test_what_binds_nobody_is_no_commitment(read, text):
    doc = read(text)
    assert [(c.kind, text[c.start : c.end]) for c in doc._.commitments] == []


def test_who_is_asked_is_the_counterpart(read):
    doc = read("Kenya urged Ethiopia to share data.")
    (asked,) = doc._.commitments
    assert _names(doc, asked.to) == {"Ethiopia"}


def test_a_request_is_an_event_too_and_agreeing_as_well(read):
    doc = read("Kenya urged Ethiopia to share data. Kenya and Ethiopia agreed to cut tariffs.")
    assert [e.type for e in doc._.events] == ["REQUEST", "AGREE"]
    assert [c.kind for c in doc._.commitments] == ["requested", "agreed"]


def test_a_target_has_its_number_and_due_date(read):
    doc = read("Kenya will send 20 doctors to Somalia by 2027.")
    (planned,) = doc._.commitments
    assert (planned.amount, planned.unit, planned.due) == (20.0, "doctor", "2027")


def test_two_numbers_are_two_commitments(read):
    doc = read("Kenya pledged to deliver 40 trucks and 12 buses to Somalia.")
    assert [(c.amount, c.unit) for c in doc._.commitments] == [(40.0, "truck"), (12.0, "bus")]
    assert len({c.by for c in doc._.commitments}) == 1


def test_what_must_be_done_is_asked_for_by_the_speaker(read):
    doc = read("Kenya said Ethiopia must release the men.")
    (asked,) = doc._.commitments
    assert asked.kind == "requested"
    assert (_names(doc, asked.by), _names(doc, asked.to)) == ({"Kenya"}, {"Ethiopia"})


def test_numbers_to_be_delivered_after_a_signing_are_its_terms(read):
    doc = read("Kenya and Ethiopia signed a contract in May. Ethiopia is to deliver 40 trucks.")
    terms = next(c for c in doc._.commitments if c.amount == 40.0)
    assert (terms.kind, _names(doc, terms.by)) == ("signed", {"Ethiopia"})


def test_a_minister_binds_the_state(read):
    doc = read("Kenyan Foreign Minister Musalia Mudavadi pledged to cut tariffs on tea from Kenya.")
    assert _names(doc, doc._.commitments[0].by) == {"Musalia Mudavadi", "Kenya"}


def test_a_headline_plans_with_an_infinitive(nlp):
    from dragoman.readers.english.document import make_doc
    from dragoman.record.nouns import Block, Report

    text = "Kenya to buy 12 trains"
    block = Block(start=0, end=len(text), kind="headline")
    report = Report(id="r", file="a.txt", text=text, media_type="text/plain", blocks=(block,))
    doc = nlp(make_doc(nlp, report))
    assert [(c.kind, _names(doc, c.by)) for c in doc._.commitments] == [("planned", {"Kenya"})]


def test_every_span_lies_in_the_text(read):
    text = "Kenya pledged to deliver 40 trucks and 12 buses. Kenya is likely to join the pact."
    doc = read(text)
    for one in doc._.commitments:
        assert 0 <= one.start < one.end <= len(text)


def _told(doc):
    text = doc._.report.text
    return [(c.kind, text[c.start : c.end]) for c in doc._.commitments]


def test_the_topic_of_what_was_signed_binds_nobody(read):
    doc = read("Peru signed a memorandum with Chile on fishing.")
    assert doc._.commitments == ()


def test_each_item_of_a_list_is_a_commitment(read):
    doc = read(
        "Peru and Chile signed an accord. The accord provides for ten patrols a year, a hotline "
        "between the two navies and a fund of 18 million dollars for the villages."
    )
    assert _told(doc) == [
        ("signed", "provides for ten patrols a year"),
        ("signed", "a hotline between the two navies"),
        ("signed", "a fund of 18 million dollars for the villages"),
    ]
    assert [c.amount for c in doc._.commitments] == [10.0, None, 18_000_000.0]


def test_joined_verbs_are_commitments_each(read):
    doc = read("Peru and Chile agreed to reopen the bridge and to share the costs.")
    assert _told(doc) == [("agreed", "agreed to reopen the bridge"), ("agreed", "share the costs")]


def test_a_future_after_a_signing_is_a_term_of_it(read):
    doc = read("Peru and Chile signed a gas accord on Monday. Chile will buy 40 cargoes a year.")
    (term,) = doc._.commitments
    assert (term.kind, term.amount) == ("signed", 40.0)


def test_what_a_minister_says_the_state_will_do_is_a_pledge(read):
    doc = read("Peru's minister Ana Soto said Peru would hand over two boats to Chile.")
    (pledge,) = doc._.commitments
    assert pledge.kind == "pledged"
    assert _names(doc, pledge.to) == {"Chile"}


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("The first group from Peru leaves on 28 June.", "planned", "2024-06-28"),
        ("The boats of Peru should be ready by November.", "planned", "2024-11"),
        ("The plant in Peru could be running by 2033.", "expected", "2033"),
        ("Tenders for the tunnel in Peru are due in June.", "planned", "2024-06"),
        ("Peru is to be connected by 2030.", "planned", "2030"),
    ],
)
def test_a_timetable_is_a_commitment_with_its_day(read, text, kind, due):
    (one,) = read(text)._.commitments
    assert (one.kind, one.due) == (kind, due)


@pytest.mark.parametrize(
    "text",
    [
        "Who will pay for the bridge between Peru and Chile?",
        "A drop of water will light a lamp in Peru.",
        "Peru will not sign the accord.",
        "Peru said the episode would soon be over.",
    ],
)
def test_questions_and_forecasts_without_anything_to_check_are_none(read, text):
    assert read(text)._.commitments == ()


def test_the_target_is_where_a_change_ends(read):
    doc = read("Peru agreed to raise the stake of Chile from 20 percent to 60 percent.")
    assert [c.amount for c in doc._.commitments] == [60.0]


def test_a_joint_body_binds_both_sides(read):
    doc = read("Peru and Chile signed a pact. The Joint Border Commission will meet in June.")
    assert {"Peru", "Chile"} <= _names(doc, doc._.commitments[-1].by)


def test_what_will_only_be_studied_is_a_wish(read):
    doc = read("Peru said it would study the request of Chile.")
    assert [c.kind for c in doc._.commitments] == ["interest"]


def test_a_headline_before_a_signing_tells_its_terms(read):
    doc = read("Peru to sell 500 buses to Chile\nPeru and Chile signed a contract on Monday.")
    assert [(c.kind, c.amount) for c in doc._.commitments] == [("signed", 500.0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kenya demanded the release of two sailors and the return of the ship from Chad.",
            ["demanded the release of two sailors", "the return of the ship from Chad"],
        ),
        (
            "Kenya urged Chad to close the crossing and to pay the fees.",
            ["urged Chad to close the crossing", "pay the fees"],
        ),
    ],
)
def test_each_demand_of_a_list_is_one(read, text, told):
    assert _told(read(text)) == [("requested", words) for words in told]


def test_a_paper_binds_whom_it_obliges_and_the_other_side_of_whom_it_allows(read):
    doc = read("The annex obliges Peru to take back the men.")
    assert [_names(doc, c.by) for c in doc._.commitments] == [{"Peru"}]
    doc = read("The protocol allows Peru to station 12 jets in Chile.")
    (one,) = doc._.commitments
    assert (_names(doc, one.by), _names(doc, one.to)) == ({"Chile"}, {"Peru"})


def test_the_present_after_a_signing_tells_the_terms(read):
    doc = read("Peru and Chile signed a pact on Monday. Peru pays the fees.")
    assert [(c.kind, _names(doc, c.by)) for c in doc._.commitments] == [("signed", {"Peru"})]
    assert read("Peru and Chile are friends. Peru pays the fees.")._.commitments == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Lima remained ready to resume the talks with Chile.", "interest", "resume the talks"),
        ("Peru declared itself ready to pay.", "interest", "pay"),
        ("Peru would like Chilean instructors for its boats.", "interest", "Chilean instructors"),
        ("Peru reserved the right to close the port.", "interest", "close the port"),
        ("Peru applied to join the pact.", "requested", "join the pact"),
        ("Peru is pressing ahead with the dam.", "planned", "dam"),
        ("Peru set a target of 400 buses by 2027.", "planned", "400 buses"),
    ],
)
def test_wordings_of_wishes_requests_and_plans(read, text, kind, words):
    (one,) = read(text)._.commitments
    assert one.kind == kind
    assert words in one.subject


def test_weather_is_no_forecast_of_what_anybody_does(read):
    doc = read("Snow is expected on the pass between Peru and Chile on Friday.")
    assert doc._.commitments == ()


def test_goods_on_their_way_are_brought_by_the_company_that_signed(read):
    doc = read("Chile signed a contract with Andes Shipyards. The boats are to arrive in 2026.")
    assert _names(doc, doc._.commitments[-1].by) == {"Andes Shipyards"}


@pytest.mark.parametrize(
    ("text", "kind", "by", "words"),
    [
        ("Ghana called on both to pull back.", "requested", {"Ghana"}, "pull back"),
        (
            "Ghana repeated its call on the Togolese authorities to free the crew.",
            "requested",
            {"Ghana"},
            "free the crew",
        ),
        ("Ghana wants the envoy sent home.", "requested", {"Ghana"}, "envoy sent home"),
        ("Ghana gave Togo seven days to free the crew.", "requested", {"Ghana"}, "free the crew"),
        ("The crew was freed at the request of Ghana.", "requested", {"Ghana"}, "crew was freed"),
        ("Ghana accepted an invitation to visit Lomé.", "pledged", {"Ghana"}, "visit Lomé"),
        ("Ghana voted to halt the imports.", "planned", {"Ghana"}, "halt the imports"),
        ("Ghana is prepared to pay for the road.", "interest", {"Ghana"}, "pay for the road"),
        ("Ghana's aim is to buy 900 cows.", "interest", {"Ghana"}, "buy 900 cows"),
        (
            "Ghana expressed the hope that the border would be reopened.",
            "interest",
            {"Ghana"},
            "border would be reopened",
        ),
        ("Ghana has accepted a halt to the shelling.", "agreed", {"Ghana"}, "halt"),
    ],
)
def test_wordings_of_diplomacy(read, text, kind, by, words):
    (one,) = read(text)._.commitments
    assert (one.kind, _names(read(text), one.by)) == (kind, by)
    assert words in one.subject


def test_a_visit_that_is_due_names_its_place_and_its_day(read):
    (one,) = read("Ghana's minister is due in Lomé on 3 December.")._.commitments
    assert (one.kind, one.due[-5:]) == ("planned", "12-03")


def test_the_present_tells_of_a_day_to_come(read):
    doc = read("The joint committee of Ghana and Togo sits in Accra in December 2031.")
    (one,) = doc._.commitments
    assert one.kind == "planned"


TERMS = "Ghana and Togo signed a treaty on Monday. Ghana will pay for the road."
WORD = "Ghana and Togo agreed on Monday after all. Ghana will pay for the road."


@pytest.mark.parametrize(("text", "kind"), [(TERMS, "signed"), (WORD, "agreed")])
def test_terms_are_as_firm_as_what_was_told_of_the_agreement(read, text, kind):
    assert read(text)._.commitments[-1].kind == kind


def test_a_series_behind_commas_is_several_promises(read):
    doc = read(
        "Ghana and Togo undertook to set up a commission, to warn each other 48 hours before any "
        "drill, and to mark the last 90 kilometres of the border."
    )
    first, second, third = doc._.commitments
    assert "set up a commission" in first.subject
    assert "warn each other" in second.subject
    assert (third.amount, third.unit) == (90, "kilometre")


def test_what_is_done_to_some_end_is_one_promise(read):
    doc = read("Ghana promised to build a road, to help its farmers.")
    assert len(doc._.commitments) == 1
