"""Segments: the text again, whole, and every span exactly the union of its own."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.segments import Segment, Span, segments


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(max_size=60))
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place), max_size=12))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


@given(_marked())
def test_segments_in_their_order_are_the_text(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    cut = list(segments(0, len(text), spans))
    assert "".join(text[one.start : one.end] for one in cut) == text
    assert all(one.start < one.end for one in cut)


@given(_marked())
def test_a_span_is_the_union_of_its_segments(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    cut = list(segments(0, len(text), spans))
    for number, span in enumerate(spans):
        held = {place for one in cut if number in one.spans for place in range(one.start, one.end)}
        assert held == set(range(span.start, span.end))


@given(_marked(), st.data())
def test_a_part_of_the_text_has_the_same_spans(
    marked: tuple[str, list[Span]], data: st.DataObject
) -> None:
    text, spans = marked
    middle = data.draw(st.integers(0, len(text)))

    def told(first: int, last: int) -> list[tuple[int, tuple[int, ...]]]:
        cut = segments(first, last, spans)
        return [(place, one.spans) for one in cut for place in range(one.start, one.end)]

    assert told(0, middle) + told(middle, len(text)) == told(0, len(text))


def test_crossing_spans_are_split() -> None:
    assert list(segments(0, 9, [Span(1, 5), Span(3, 8)])) == [
        Segment(0, 1, ()),
        Segment(1, 3, (0,)),
        Segment(3, 5, (0, 1)),
        Segment(5, 8, (1,)),
        Segment(8, 9, ()),
    ]
