"""Paths as programs compute them: relative to where they run, or absolute under the project."""

from __future__ import annotations

import posixpath

from lambdalint.frontends.script.language import ROOT


def local_path(text: str, folder: str) -> str | None:
    """A path relative to the project root; None outside of it. `folder` is where the program runs."""
    text = text.replace("\\", "/")
    if text == ROOT or text.startswith(ROOT + "/"):
        path = posixpath.normpath(text[len(ROOT) + 1 :] or ".")
    elif text.startswith("/"):
        return None
    else:
        path = posixpath.normpath(posixpath.join(folder, text))
    return None if path == ".." or path.startswith("../") else path


def absolute(path: str) -> str:
    """A path of the project as a program sees it."""
    return f"{ROOT}/{path}" if path not in ("", ".") else ROOT
