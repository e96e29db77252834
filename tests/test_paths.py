"""Places on disk as text."""

from __future__ import annotations

import os

import pytest

from lambdalint.paths import around, inside, upwards


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


def test_the_folders_around_a_file_end_with_the_project() -> None:
    assert list(around("cmd/api/main.go")) == ["cmd/api", "cmd", ""]
    assert list(around("main.go")) == [""]
