"""The functions of the Terraform language that compute addresses of networks."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from lambdalint.frontends.hcl.operators import number
from lambdalint.frontends.hcl.sequences import SIZE_LIMIT, Arguments, Function
from lambdalint.frontends.hcl.values import Failed, HclValue, Items, Scalar, text_of
from lambdalint.source import Span

Network = IPv4Network | IPv6Network


def _network(value: HclValue) -> Network | None:
    try:
        return ip_network(text_of(value.value), strict=False) if isinstance(value, Scalar) else None
    except ValueError:
        return None


def _part(network: Network, bits: int, at: int) -> Network | None:
    """The subnet number `at` of those whose prefixes are longer by `bits`."""
    length = network.prefixlen + bits
    if not 0 <= bits <= 32 or length > network.max_prefixlen or not 0 <= at < 1 << bits:
        return None
    base = int(network.network_address) + (at << (network.max_prefixlen - length))
    return type(network)((base, length))


def _host(arguments: Arguments, span: Span) -> HclValue | None:
    network = _network(arguments[0]) if len(arguments) == 2 else None
    at = number(arguments[1]) if len(arguments) == 2 else None
    if network is None or not isinstance(at, int):
        return None
    if not -network.num_addresses <= at < network.num_addresses:
        return Failed(span)
    return Scalar(str(network[at]), span)


def _mask(arguments: Arguments, span: Span) -> HclValue | None:
    network = _network(arguments[0]) if len(arguments) == 1 else None
    return Scalar(str(network.netmask), span) if isinstance(network, IPv4Network) else None


def _subnet(arguments: Arguments, span: Span) -> HclValue | None:
    network = _network(arguments[0]) if len(arguments) == 3 else None
    bits, at = (number(a) for a in arguments[1:]) if len(arguments) == 3 else (None, None)
    if network is None or not isinstance(bits, int) or not isinstance(at, int):
        return None
    found = _part(network, bits, at)
    return Scalar(str(found), span) if found is not None else Failed(span)


def _subnets(arguments: Arguments, span: Span) -> HclValue | None:
    network = _network(arguments[0]) if arguments else None
    bits = [n for a in arguments[1:] if isinstance(n := number(a), int) and 0 < n <= 32]
    if network is None or len(bits) != len(arguments) - 1 or len(bits) > SIZE_LIMIT:
        return None
    free, end = int(network.network_address), int(network.broadcast_address)
    found: list[HclValue] = []
    for more in bits:
        length = network.prefixlen + more
        if length > network.max_prefixlen:
            return Failed(span)
        size = 1 << (network.max_prefixlen - length)
        start = -(-free // size) * size
        if start + size - 1 > end:
            return Failed(span)
        found.append(Scalar(str(type(network)((start, length))), span))
        free = start + size
    return Items(tuple(found), True, span)


def _holds(arguments: Arguments, span: Span) -> HclValue | None:
    network = _network(arguments[0]) if len(arguments) == 2 else None
    if network is None or not isinstance(arguments[1], Scalar):
        return None
    text = text_of(arguments[1].value)
    try:
        first = last = ip_address(text)
    except ValueError:
        other = _network(arguments[1])
        if other is None:
            return Failed(span)
        first, last = other.network_address, other.broadcast_address
    return Scalar(first in network and last in network, span)


FUNCTIONS: Mapping[str, Function] = {
    "cidrcontains": _holds,
    "cidrhost": _host,
    "cidrnetmask": _mask,
    "cidrsubnet": _subnet,
    "cidrsubnets": _subnets,
}
"""By name."""
