"""Finished packages among the project's files."""

from __future__ import annotations

import posixpath

from lambdalint.api import Artifact, Function, Known, Project


def artifact_of(function: Function, project: Project) -> Artifact | None:
    """The zip that a function deploys as it is: nothing makes it anew, nor puts other code in its place later."""
    package = function.package
    if package is None or not isinstance(package.path, Known) or package.archive is not None or package.ignored:
        return None
    path = posixpath.normpath(package.path.value)
    outputs = [*(z.output for z in project.builds.zips), *(a.output for a in project.infra.archives)]
    if any(not isinstance(o, Known) or posixpath.normpath(o.value) == path for o in outputs):
        return None
    return next((a for a in project.builds.artifacts if a.path == path), None)
