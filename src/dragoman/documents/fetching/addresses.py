"""Which addresses may be asked.

Coverage is on the open web. An address that leads to this machine or its own network could make
Dragoman fetch for a stranger what only its user may see (server-side request forgery, OWASP); so
what a name resolves to is checked, at the moment of connecting and after each redirect.
"""

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urldefrag, urlsplit

from dragoman.record.errors import AddressInvalid, AddressPrivate, FetchFailed

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
# Addresses of IPv6 that stand for one of IPv4 behind a translator (RFC 6052), IPv4-compatible too.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_address(text: str) -> bool:
    """Whether a text is meant as an address of the web rather than as a path."""
    return text.lower().startswith(("http://", "https://"))


def checked(address: str) -> str:
    """Return an address without its fragment. Raises AddressInvalid."""
    try:
        bare = urldefrag(address.strip()).url
        parts = urlsplit(bare)
        port = parts.port
    except ValueError as error:
        raise AddressInvalid(f"{_shown(address)} is no address: {error}") from error
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        raise AddressInvalid(f"{_shown(address)} is no http or https address")
    if parts.username is not None or parts.password is not None:
        raise AddressInvalid(f"{_shown(address)} carries a name or password: leave it out")
    if port == 0 or len(bare) > _LONGEST or any(one < "!" or one == "\x7f" for one in bare):
        raise AddressInvalid(f"{_shown(address)} is no address that can be asked")
    return bare


def host_of(address: str) -> str:
    """Return the host and port that an address asks, as limits are counted by."""
    return urlsplit(address).netloc.lower()


def resolved(host: str, port: int, *, private: bool) -> list[str]:
    """Return the numeric addresses of a host, the first one first.

    `private` lets those of this machine and its network through. Raises FetchFailed where the name
    has none, and AddressPrivate where one of them is not of the open web.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed(f"{host} has no address: check the name and the network") from error
    numbers = list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))
    if not private:
        _refuse_private(host, numbers)
    return numbers


def _refuse_private(host: str, numbers: Iterable[str]) -> None:
    for number in numbers:
        if not _is_public(ipaddress.ip_address(number)):
            raise AddressPrivate(
                f"{host} is {number}, an address of this machine or its own network: "
                "--private allows it"
            )


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and (address in _NAT64 or int(address) < 1 << 32):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast


def _shown(address: str) -> str:
    line = " ".join(address.split())
    # A password is not to be seen in a log.
    head, at, tail = line.rpartition("@")
    return (f"…@{tail}" if at and "//" in head else line)[:200]
