"""A happening that was found in a report, before its date and place are settled."""

import msgspec


class Found(msgspec.Struct, kw_only=True):
    """`trigger` is the token that tells it, `clause` the head of its clause."""

    type: str
    mode: str | None
    trigger: int
    clause: int
    span: tuple[int, int]
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    date: str | None = None
    """Its date where the clause tells of several happenings, each with a date of its own."""
    again: bool = False
    """Whether it only tells more of a happening that was told before."""
