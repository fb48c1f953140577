"""Which hosts may be reached: their addresses are looked up once, checked, and those are connected to."""

import ipaddress
import socket

from graph.model import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
TRANSLATED = ipaddress.ip_network("::/96")  # IPv4-compatible, RFC 4291


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where it only wraps an IPv4 address."""
    if isinstance(address, ipaddress.IPv6Address):
        inner: list[ipaddress.IPv4Address] = []
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour is not None:
            inner.append(address.sixtofour)
        if address.teredo is not None:
            inner += address.teredo
        if address in NAT64 or address in TRANSLATED:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(map(is_public, inner)):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve(host: str, port: int, allow_private: bool, name: str) -> list[str]:
    """The addresses to connect to for a host, best first; all must be public, but with `allow_private`.

    Raises InputError, beginning with `name`, for a host that does not exist or is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{name}: the host {host!r} is not found ({error})") from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    for address in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(address)):
            raise InputError(
                f"{name}: the host {host!r} is a private address ({address}); --allow-private permits that"
            )
    return list(dict.fromkeys(addresses))
