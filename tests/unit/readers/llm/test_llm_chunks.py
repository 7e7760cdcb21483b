"""A report in chunks: nothing is lost, no furniture is sent, overlap at paragraphs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.readers.llm.chunks import LEAST, chunks, halves, tokens
from dragoman.record.nouns import Block, Report


def report(*paragraphs: str, furniture: tuple[int, ...] = ()) -> Report:
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = "furniture" if number in furniture else "paragraph"
        blocks.append(Block(start=at, end=at + len(paragraph), kind=kind))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Report(id="r1", file="a.txt", text=text, media_type="text/plain", blocks=tuple(blocks))


def sent(made: Report, limit: int) -> list[list[str]]:
    return [[made.text[a:b] for a, b in chunk.pieces] for chunk in chunks(made, limit)]


def test_a_short_report_is_one_chunk_without_furniture():
    made = report("Head", "By A. Writer", "Body.", furniture=(1,))
    assert sent(made, 100) == [["Head", "Body."]]


def test_a_chunk_begins_with_the_end_of_the_one_before():
    made = report("a" * 80, "b" * 20, "c" * 80, "d" * 80)
    got = sent(made, 45)
    assert got[0] == ["a" * 80, "b" * 20]
    assert got[1][0] == "b" * 20


def test_a_long_paragraph_is_cut_after_sentences():
    made = report("One sentence stands here. " * 200)
    got = [piece for chunk in sent(made, 400) for piece in chunk]
    assert "".join(dict.fromkeys(got)) or got
    assert all(piece.rstrip().endswith(".") for piece in got)


def test_a_report_of_nothing_but_furniture_has_no_chunk():
    assert chunks(report("Cookies", furniture=(0,)), 100) == []


def test_a_chunk_in_two_holds_the_same_text():
    made = report("First. " * 100, "Second. " * 100, "Third. " * 100)
    (chunk,) = chunks(made, 10_000)
    first, second = halves(chunk, made.text)
    assert first.pieces + second.pieces == chunk.pieces
    assert halves(chunks(report("Too short."), 100)[0], "Too short.") is None


@settings(max_examples=60)
@given(st.lists(st.text("ab. \n語é", min_size=1, max_size=3000), max_size=6), st.integers(120, 900))
def test_every_word_is_sent_and_no_chunk_is_over_the_limit(paragraphs, limit):
    made = report(*paragraphs)
    seen = bytearray(len(made.text))
    for chunk in chunks(made, limit):
        assert list(chunk.pieces) == sorted(chunk.pieces)
        for start, end in chunk.pieces:
            seen[start:end] = b"\1" * (end - start)
        size = sum(tokens(made.text[a:b]) for a, b in chunk.pieces)
        assert size <= limit or (len(chunk.pieces) == 1 and chunk.span[1] - chunk.span[0] < LEAST)
    for block in made.blocks:
        assert all(seen[block.start : block.end])
