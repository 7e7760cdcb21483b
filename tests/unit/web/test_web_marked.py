"""A report as a page shows it: characters that browsers change, spans that cross."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.nouns import Block
from dragoman.store.views.marks import Mark
from dragoman.web.marked import showable, shown_part
from dragoman.web.parts import Part
from dragoman.web.segments import Span

TEXT = "Oslo will pay 40 million kroner."


def _part(text: str) -> Part:
    block = Block(start=0, end=len(text), kind="paragraph")
    return Part(0, len(text), (block,))


@given(st.text())
def test_no_character_moves_another(text: str) -> None:
    shown = showable(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\0", "\r", "\u202e", "\u2066"}


def test_a_piece_leads_to_the_item_of_its_shortest_span() -> None:
    marks = [
        Mark(0, 32, "statement", "s1"),
        Mark(0, 4, "entity", "e1"),
        Mark(14, 31, "figure", "f1"),
    ]
    ((block,), layers) = shown_part(TEXT, _part(TEXT), marks, {("entity", "e1"): "Norway"})
    numbers = {item.id: item.number for _, items in layers for item in items}
    first, *_ = block.pieces
    assert first.text == "Oslo"
    assert first.items == (numbers["e1"], numbers["s1"])
    assert first.anchors == ("0-4", "0-32")
    assert first.told == "entity: Norway; statement: s1"
    assert "".join(piece.text for piece in block.pieces) == TEXT


def test_any_span_may_be_chosen() -> None:
    ((block,), _) = shown_part(TEXT, _part(TEXT), [Mark(0, 4, "entity", "e1")], {}, Span(2, 9))
    assert [(piece.text, piece.chosen) for piece in block.pieces] == [
        ("Os", False),
        ("lo", True),
        (" will", True),
        (" pay 40 million kroner.", False),
    ]
    assert block.pieces[1].anchors == ("2-9",)


def test_a_span_over_two_blocks_is_marked_in_both() -> None:
    blocks = (Block(start=0, end=4, kind="paragraph"), Block(start=5, end=9, kind="paragraph"))
    part = Part(0, 9, blocks)
    shown = shown_part("Oslo\nwill pay", part, [Mark(2, 7, "event", "v1")], {})
    told = [[p.text for p in block.pieces if p.layers] for block in shown.blocks]
    assert told == [["lo"], ["wi"]]
