"""A statement in the making."""

import msgspec

from dragoman.readers.english.drafts import StatementDraft
from dragoman.record.nouns import Hedge


class Voice(msgspec.Struct, frozen=True):
    """Who speaks: things (positions in `doc._.things`), or words for one without a name.

    `via` is the thing that passes it on. `rumour` marks a source that only heard it.
    """

    things: tuple[int, ...] = ()
    source: str | None = None
    via: int | None = None
    rumour: bool = False
    text: bool = False


class Found(msgspec.Struct):
    """A statement before nesting, denial and continuation are settled; spans are characters.

    `family` says whether the content holds the verb ("act"), begins after it ("object"), or is a
    clause or quote; `cue` is the token that brings it.
    """

    spans: list[tuple[int, int]]
    cue: int
    voice: Voice
    family: str
    hedge: Hedge
    refers: bool = False

    @property
    def start(self) -> int:
        """Where the first span begins."""
        return min(s for s, _ in self.spans)

    @property
    def end(self) -> int:
        """Where the last span ends."""
        return max(e for _, e in self.spans)

    def holds(self, at: int) -> bool:
        """Whether a character lies in one of the spans."""
        return any(s <= at < e for s, e in self.spans)

    def draft(self) -> StatementDraft:
        """Return the finished draft."""
        return StatementDraft(
            spans=tuple(sorted(self.spans)),
            cue=self.cue,
            speakers=self.voice.things,
            via=self.voice.via,
            source=self.voice.source if not self.voice.things else None,
            hedge=self.hedge,
        )
