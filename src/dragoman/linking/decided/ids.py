"""Ids of rows that decisions regroup: the row keeps the id it would have had from linking."""

from collections.abc import Iterable

from dragoman.record.ids import stable_id
from dragoman.record.nouns import Mention


class Ids:
    """The ids in use; `led` says where ids lead that a merge took."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self.led: dict[str, str] = {}

    def named(self, noun: str, base: tuple[str | int | float | None, ...], held: set[str]) -> str:
        """Return the id for a base; `held` are the ids of the rows that become this one.

        One of them that the base would give, whatever it counts on from, is kept.
        """
        for again in range(len(self._used) + 1):
            own = stable_id(noun, *base, again) if again else stable_id(noun, *base)
            if own in held or own not in self._used:
                break
        self._used -= held
        self._used.add(own)
        for old, new in self.led.items():
            if new in held:
                self.led[old] = own
        self.led |= dict.fromkeys(held - {own}, own)
        self.led.pop(own, None)
        return own

    def free(self, noun: str, mention: Mention) -> str:
        """Return the id of a row that rests on one span alone, and take it."""
        return self.named(noun, (mention.report, mention.start, mention.end), set())
