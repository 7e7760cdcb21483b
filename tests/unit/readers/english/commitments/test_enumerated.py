"""Lists behind a colon."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.readers.english.commitments.enumerated import FEWEST, _items


def _told(doc):
    text = doc._.report.text
    return [(c.kind, text[c.start : c.end]) for c in doc._.commitments]


def test_a_list_in_a_line_is_told_item_by_item(read):
    doc = read(
        "Ghana and Togo agreed: (a) that the crew be freed by Friday; (b) that the post be "
        "reopened; (c) to set up a hotline within thirty days."
    )
    assert _told(doc) == [
        ("agreed", "that the crew be freed by Friday"),
        ("agreed", "that the post be reopened"),
        ("agreed", "to set up a hotline within thirty days"),
    ]


def test_items_on_lines_of_their_own_are_told_too(read):
    doc = read(
        "Ghana and Togo have committed themselves to:\n"
        "• cease all hostile action at midnight;\n"
        "• release all prisoners within 30 days;\n"
        "• open the road to convoys.\n"
        "Nobody else was present."
    )
    assert [kind for kind, _ in _told(doc)] == ["agreed"] * 3
    assert _told(doc)[1][1] == "release all prisoners within 30 days"


def test_of_demands_who_is_named_is_asked(read):
    doc = read("Ghana demanded: that Togo pay the fine; that Togo free the crew.")
    one = doc._.commitments[0]
    assert one.kind == "requested"
    assert [doc._.things[i].name for i in one.to] == ["Togo"]


def test_a_colon_without_a_list_brings_nothing(read):
    assert read("Ghana has two roads: one is bad; the other is new.")._.commitments == ()


@given(st.text(alphabet="ab;:. \n•(1)", max_size=60), st.integers(0, 60))
@settings(max_examples=200, deadline=None)
def test_items_lie_in_the_text_and_in_order(text, start):
    spans = list(_items(text, min(start, len(text))))
    assert all(0 <= a <= b <= len(text) for a, b in spans)
    assert spans == sorted(spans)
    assert FEWEST > 1
