"""Long reports in parts: no block is lost, no part is too long."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.nouns import Block
from dragoman.web.parts import part_at, parts

_LONGEST = 20


def _blocks(text: str) -> tuple[Block, ...]:
    found, at = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Block(start=at, end=at + len(line), kind="paragraph"))
        at += len(line) + 1
    return tuple(found)


@given(st.text(alphabet="ab \n", max_size=200))
def test_parts_hold_every_block_and_are_short(text: str) -> None:
    blocks = _blocks(text)
    cut = parts(text, blocks, _LONGEST)
    told = [
        place for part in cut for block in part.blocks for place in range(block.start, block.end)
    ]
    assert told == [place for block in blocks for place in range(block.start, block.end)]
    assert all(0 < part.end - part.start <= _LONGEST for part in cut)


@given(st.text(alphabet="ab \n", min_size=1, max_size=200), st.data())
def test_every_place_lies_in_the_part_that_is_named_for_it(text: str, data: st.DataObject) -> None:
    cut = parts(text, _blocks(text), _LONGEST)
    for number, part in enumerate(cut):
        place = data.draw(st.integers(part.start, part.end - 1))
        assert part_at(cut, place) == number


def test_a_long_block_is_cut_at_white_space() -> None:
    text = "one two three four five six"
    first, second = parts(text, _blocks(text), _LONGEST)
    assert text[first.start : first.end] == "one two three four "
    assert text[second.start : second.end] == "five six"
