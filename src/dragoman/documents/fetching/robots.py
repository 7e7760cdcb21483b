"""What sites want of robots (RFC 9309), asked once a host and run."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dragoman.documents.fetching.addresses import host_of
from dragoman.documents.fetching.fetching import AGENT, Fetcher, Refused
from dragoman.record.errors import FetchTooLarge, RobotsForbid
from dragoman.record.extras import needing

if TYPE_CHECKING:
    from protego import Protego

# RFC 9309 wants at least 500 kibibytes to be read.
_LIMIT = 512 * 1024
_FORBIDDEN = "User-agent: *\nDisallow: /"


class Robots:
    """Keeps the rules of each host."""

    def __init__(self, fetcher: Fetcher) -> None:
        with needing("watch"):
            import protego
        self._parse = protego.Protego.parse
        self._fetcher = fetcher
        self._rules: dict[str, Protego] = {}

    def check(self, address: str) -> float:
        """Return how many seconds the host wants between two requests.

        Raises RobotsForbid, and FetchError where the host cannot be asked.
        """
        rules = self._of(address)
        if not rules.can_fetch(address, AGENT):
            raise RobotsForbid(f"{address} is not to be fetched: robots.txt of {host_of(address)}")
        return float(rules.crawl_delay(AGENT) or 0)

    def _of(self, address: str) -> "Protego":
        host = host_of(address)
        if host not in self._rules:
            self._rules[host] = self._parse(self._text(address))
        return self._rules[host]

    def _text(self, address: str) -> str:
        try:
            page = self._fetcher.get(urljoin(address, "/robots.txt"), limit=_LIMIT)
        except Refused as refused:
            # No rules where there is no file; none may be guessed where the server is in trouble.
            return "" if 400 <= refused.status < 500 else _FORBIDDEN
        except FetchTooLarge:
            return _FORBIDDEN
        return (page.raw or b"").decode("utf-8", "replace")
