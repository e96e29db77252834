"""Digests of bytes. `hashlib` would load a library for all of cryptography, which takes as long as a small project."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def digest(data: bytes, size: int) -> str:
    """BLAKE2b of `size` bytes in hexadecimal digits."""
    return blake2b(data, digest_size=size).hexdigest()
