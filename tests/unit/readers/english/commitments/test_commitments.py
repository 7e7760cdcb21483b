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
    ("Kenya will send 20 doctors to Somalia.", "planned", {"Kenya"}, "send 20 doctors"),
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
        "Kenya signed a memorandum with Ethiopia on fishing.",
        "signed",
        {"Kenya", "Ethiopia"},
        "fishing",
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
