"""Attempts to sign in that failed: each makes the next one wait longer (OWASP)."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

_FREE = 5
_LONGEST = 300.0
_FORGOTTEN = 3600.0
_MOST = 10_000


class Attempts:
    """Failures by name and by address, kept in memory; those longest ago make room."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = _MOST) -> None:
        self._clock = clock
        self._most = most
        self._lock = Lock()
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, *keys: str) -> int:
        """Return for how many seconds nothing is to be tried under any of these; 0 for at once."""
        with self._lock:
            return max(0, *(math.ceil(self._left(key)) for key in keys))

    def fail(self, *keys: str) -> None:
        """Note a failure under each of these."""
        with self._lock:
            for key in keys:
                number = self._number(key) + 1
                self._failed[key] = (number, self._clock())
                self._failed.move_to_end(key)
            while len(self._failed) > self._most:
                self._failed.popitem(last=False)

    def forget(self, *keys: str) -> None:
        """Note that who was meant has signed in."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)

    def _number(self, key: str) -> int:
        number, at = self._failed.get(key, (0, 0.0))
        return number if self._clock() - at < _FORGOTTEN else 0

    def _left(self, key: str) -> float:
        number = self._number(key)
        if number < _FREE:
            return 0.0
        return self._failed[key][1] + min(2.0 ** (number - _FREE + 1), _LONGEST) - self._clock()
