"""How bodies work: under what, chaired by whom, met when or not at all."""

from typing import Literal

import msgspec

from dragoman.record.mentions import Mention

WorkingKind = Literal["within", "chair", "session", "rhythm", "founded"]
WorkingState = Literal["done", "planned", "missed", "put off"]


class Working(msgspec.Struct, frozen=True, kw_only=True):
    """How a body (entity id) works, as reports tell it.

    `within`: it stands under `parties`; `chair`: they chair it, or those that `value` calls in the
    report's words; `session`: a meeting of it, the `number`th where that is told; `rhythm`: how
    often it is to meet, in words (`value`); `founded`: how it came to be. `state` is whether a
    session was held, a body founded ("done"), or is to be ("planned"), was not ("missed") or was
    moved ("put off"). `date` as `Event.date`, of a planned session the day it is planned for;
    of a missed one with the `value` "since" the date from which on there was none; one told as
    behind without a day ("has met") has the `value` "by then".
    """

    id: str
    body: str
    kind: WorkingKind
    parties: tuple[str, ...] = ()
    value: str | None = None
    number: int | None = None
    state: WorkingState | None = None
    date: str | None = None
    mentions: tuple[Mention, ...] = ()
