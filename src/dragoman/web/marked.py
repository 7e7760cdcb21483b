"""A part of a report as a page shows it: blocks of segments, and the items that rest on them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from dragoman.record.nouns import Block
from dragoman.store.views.marks import Layer, Mark
from dragoman.web.parts import Part
from dragoman.web.segments import Segment, Span, segments

LAYERS: tuple[Layer, ...] = get_args(Layer)
_MOST_TOLD = 4
# A browser drops or rewrites these, which would move every offset behind them, or lets them turn
# the words around them over; each is shown as one character that changes nothing.
_UNSHOWN = {
    **dict.fromkeys(range(0x09), "\ufffd"),
    0x0B: " ",
    0x0C: " ",
    0x0D: " ",
    **dict.fromkeys(range(0x0E, 0x20), "\ufffd"),
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0x202A, 0x202F), "\u200b"),
    **dict.fromkeys(range(0x2066, 0x206A), "\u200b"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


class Piece(NamedTuple):
    """A segment to be shown: its text, the items it belongs to by number, where a click leads.

    `anchors` are the citations ("120-188") of the spans that begin here, `told` the items in words.
    """

    text: str
    start: int
    layers: tuple[Layer, ...]
    items: tuple[int, ...]
    anchors: tuple[str, ...]
    told: str
    chosen: bool


class ShownBlock(NamedTuple):
    """A block and its pieces."""

    block: Block
    pieces: tuple[Piece, ...]


class ShownItem(NamedTuple):
    """An item that rests on the part: its number, and its spans there as citations give them."""

    number: int
    layer: Layer
    id: str
    noun: str
    words: str
    spans: tuple[str, ...]


class ShownPart(NamedTuple):
    """A part with all that is marked in it; items stand by layer, in the order of the text."""

    blocks: tuple[ShownBlock, ...]
    layers: tuple[tuple[Layer, tuple[ShownItem, ...]], ...]


def shown_part(
    text: str,
    part: Part,
    marks: Sequence[Mark],
    words: Mapping[tuple[Layer, str], str],
    chosen: Span | None = None,
) -> ShownPart:
    """Return the part of `text` with its marks; `chosen` is a span that was asked for."""
    keys = list(dict.fromkeys((mark.layer, mark.item) for mark in marks))
    keys.sort(key=lambda key: LAYERS.index(key[0]))
    numbers = {key: number for number, key in enumerate(keys)}
    told = {key: (numbers[key], words.get(key, key[1])) for key in keys}
    drawn = _Drawn(text, part, marks, told, chosen)
    blocks = tuple(
        ShownBlock(block, drawn.pieces(place, block)) for place, block in enumerate(part.blocks)
    )
    spans: dict[tuple[Layer, str], list[str]] = {key: [] for key in keys}
    for mark in marks:
        spans[mark.layer, mark.item].append(f"{mark.start}-{mark.end}")
    items = [
        ShownItem(
            number=numbers[key],
            layer=key[0],
            id=key[1],
            noun="entity" if key[0] == "role" else key[0],
            words=told[key][1],
            spans=tuple(spans[key]),
        )
        for key in keys
    ]
    layers = ((layer, tuple(one for one in items if one.layer == layer)) for layer in LAYERS)
    return ShownPart(blocks, tuple(layers))


def showable(text: str) -> str:
    """Return `text` with each character that a browser would not show as it is replaced by one."""
    return text.translate(_UNSHOWN)


class _Drawn:
    """Cuts blocks into pieces."""

    def __init__(
        self,
        text: str,
        part: Part,
        marks: Sequence[Mark],
        items: Mapping[tuple[Layer, str], tuple[int, str]],
        chosen: Span | None,
    ) -> None:
        self._text = text
        self._items = items
        self._chosen = chosen
        self._within = _by_block(part.blocks, marks)

    def pieces(self, place: int, block: Block) -> tuple[Piece, ...]:
        """Return the pieces of the block at `place`."""
        held = self._within[place]
        spans = [Span(mark.start, mark.end) for mark in held]
        if self._chosen is not None:
            spans.append(self._chosen)
        return tuple(self._piece(one, held) for one in segments(block.start, block.end, spans))

    def _piece(self, one: Segment, held: Sequence[Mark]) -> Piece:
        # The shortest span says most about where a click should lead: it comes first.
        marks = sorted(
            (held[number] for number in one.spans if number < len(held)),
            key=lambda mark: mark.end - mark.start,
        )
        chosen = self._chosen if self._chosen is not None and len(held) in one.spans else None
        begun = [mark for mark in (*marks, chosen) if mark and mark.start == one.start]
        layers = {mark.layer for mark in marks}
        return Piece(
            text=showable(self._text[one.start : one.end]),
            start=one.start,
            layers=tuple(layer for layer in LAYERS if layer in layers),
            items=tuple(dict.fromkeys(self._items[mark.layer, mark.item][0] for mark in marks)),
            anchors=tuple(dict.fromkeys(f"{mark.start}-{mark.end}" for mark in begun)),
            told="; ".join(self._told(mark) for mark in marks[:_MOST_TOLD]),
            chosen=chosen is not None,
        )

    def _told(self, mark: Mark) -> str:
        return showable(f"{mark.layer}: {self._items[mark.layer, mark.item][1]}")


def _by_block(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return the marks that lie in each block, or in part."""
    ends = [block.end for block in blocks]
    found: list[list[Mark]] = [[] for _ in blocks]
    for mark in marks:
        place = bisect_right(ends, mark.start)
        while place < len(blocks) and blocks[place].start < mark.end:
            found[place].append(mark)
            place += 1
    return found
