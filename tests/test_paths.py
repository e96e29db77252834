"""Places on disk as text."""

from __future__ import annotations

import os

import pytest

from lambdalint.paths import inside, upwards


def test_upwards_ends_at_the_root() -> None:
    assert list(upwards(os.path.join(os.sep, "a", "b"))) == [
        os.path.join(os.sep, "a", "b"),
        os.path.join(os.sep, "a"),
        os.sep,
    ]
    assert list(upwards(os.sep)) == [os.sep]


@pytest.mark.parametrize(
    ("path", "folder", "way"),
    [
        ("/a/b/c", "/a", "b/c"),
        ("/a", "/a", ""),
        ("/a/b", "/", "a/b"),
        ("/ab", "/a", None),
        ("/", "/a", None),
    ],
)
def test_inside(path: str, folder: str, way: str | None) -> None:
    assert inside(path.replace("/", os.sep), folder.replace("/", os.sep)) == way
