"""An undertaking that was found in a report, before its number, date and wording are settled."""

import msgspec

from dragoman.record.nouns import CommitmentKind, Status


class Found(msgspec.Struct, kw_only=True):
    """`cue` and `content` are token indices: what brings it, and the head of what is to be done."""

    kind: CommitmentKind
    cue: int
    content: int
    span: tuple[int, int]
    by: tuple[int, ...] = ()
    to: tuple[int, ...] = ()
    status: Status = "open"
