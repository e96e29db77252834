"""Folders of Go sources that are meant to become packages, and what compiles them."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Known, Program, Project


def program_in(folder: str, project: Project) -> Program | None:
    """A Lambda program in a folder, the nearest to its top."""
    inside = [p for p in project.code.programs if _within(p.folder, folder)]
    return min(inside, key=lambda p: p.folder.count("/"), default=None)


def is_compiled(folder: str, ctx: Context) -> bool:
    """True where a command of the project may write a program into a folder."""
    return any(_may_write(build, folder, ctx) for build in ctx.project.builds.builds)


def is_for_tool(build: Build, ctx: Context) -> bool:
    """True for a command that only a build tool can run: it says where the result belongs."""
    return "ARTIFACTS_DIR" in ctx.text(build.span)


def _may_write(build: Build, folder: str, ctx: Context) -> bool:
    if build.stage is not None or is_for_tool(build, ctx):
        return False
    place = build.output if build.output is not None else build.folder
    if not isinstance(place, Known):
        return True
    return _within(posixpath.normpath(place.value), folder)


def _within(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(folder + "/")
