"""The package of a function has no `bootstrap` at its root.

## Why it matters
On `provided.al2023` Lambda starts the file `bootstrap` at the root of the package, whatever the handler says. Where it
has another name or lies in a folder, every invocation ends with `Runtime.InvalidEntrypoint`, although the deployment
succeeds.

## When it stays silent
What goes into the package is not fully known, a layer may bring the file, changes of the package are ignored because
something else deploys the code, or it is the build that gives the binary another name: then that build is reported
(binary-not-bootstrap).

## References
- AWS Lambda developer guide, "Deploy Go Lambda functions with .zip file archives":
  https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html
- AWS Lambda developer guide, "Building a custom runtime":
  https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.api import (
    Archive,
    Artifact,
    Context,
    Finding,
    Function,
    GoFunctionDeployment,
    Known,
    NamedTuple,
    Project,
    Related,
    Rule,
    Severity,
    Span,
    Zip,
)
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._artifacts import artifact_of
from lambdalint_rules.packaging._builds import binary_name, runs_bootstrap

rule = Rule(
    code="LL312",
    name="package-without-bootstrap",
    severity=Severity.ERROR,
    since="0.1.0",
    beside=(Archive, Artifact, Zip),
)


class Packed(NamedTuple):
    """What is at the root of a package or below, and what puts it there."""

    label: str
    span: Span
    entries: tuple[str, ...]


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, layers = deployed.function, deployed.function.layers
    if not runs_bootstrap(function) or not isinstance(layers, Known) or layers.value or _is_replaced(function):
        return
    if any(binary_name(build, ctx.project) not in (None, BOOTSTRAP) for build in deployed.builds):
        return
    packed = _archived(function, ctx.project) or _zipped(function, ctx.project) or _finished(function, ctx.project)
    if packed is None or BOOTSTRAP in packed.entries or _is_source(packed):
        return

    inside = next((e for e in packed.entries if posixpath.basename(e) == BOOTSTRAP), None)
    held = inside or ", ".join(packed.entries[:3]) or "nothing"
    yield Finding(
        packed.span,
        f"{packed.label} holds {held}, but {function.label} starts {BOOTSTRAP} at the root of its package",
        related=(Related(function.span, "the function"),),
        anchor=function.label,
    )


def _is_source(packed: Packed) -> bool:
    """True for what source-as-package reports."""
    return bool(packed.entries) and all(entry.endswith(".go") for entry in packed.entries)


def _is_replaced(function: Function) -> bool:
    """True where the package only stands in for code that is deployed later."""
    return function.package is not None and function.package.ignored


def _archived(function: Function, project: Project) -> Packed | None:
    """The archive that the infrastructure makes for a function."""
    key = function.package.archive if function.package is not None else None
    archive = next((a for a in project.infra.archives if a.key == key), None)
    if archive is None or archive.entries is None:
        return None
    place = next((s.span for s in archive.sources if isinstance(s, Known)), archive.span)
    name = posixpath.basename(archive.output.value) if isinstance(archive.output, Known) else archive.label
    return Packed(name, place, archive.entries)


def _finished(function: Function, project: Project) -> Packed | None:
    """The zip that lies in the project."""
    artifact, package = artifact_of(function, project), function.package
    return Packed(artifact.path, package.span, artifact.names) if artifact is not None and package is not None else None


def _zipped(function: Function, project: Project) -> Packed | None:
    """The zip that commands make for a function; several may add to it."""
    path = function.package.path if function.package is not None else None
    if not isinstance(path, Known):
        return None
    zips = [z for z in project.builds.zips if any(_same(place, path.value) for place in _places(z))]
    outputs = {posixpath.normpath(b.output.value) for b in project.builds.builds if isinstance(b.output, Known)}
    found = [_entries(z, outputs) for z in zips]
    entries = [entries for entries in found if entries is not None]
    if not zips or len(entries) < len(zips):
        return None
    names = dict.fromkeys(name for some in entries for name in some)
    return Packed(posixpath.basename(path.value), zips[0].span, tuple(names))


def _places(packed: Zip) -> tuple[str, ...]:
    """All paths at which a zip lies at some time."""
    return (*((packed.output.value,) if isinstance(packed.output, Known) else ()), *packed.moved)


def _entries(packed: Zip, outputs: set[str]) -> tuple[str, ...] | None:
    """The names of what a command was told to pack; None where a folder's content may lie at the root."""
    paths = [posixpath.normpath(s.value) for s in packed.sources if isinstance(s, Known)]
    if packed.folder is None or packed.folder.startswith("/") or len(paths) < len(packed.sources):
        return None
    if packed.flat:
        files = all(path in outputs or "." in posixpath.basename(path) for path in paths)
        names = tuple(map(posixpath.basename, paths))
        return names if files or BOOTSTRAP in names else None
    entries = tuple(p[1:] if p.startswith("/") else posixpath.relpath(p, packed.folder) for p in paths)
    return None if "." in entries else entries


def _same(one: str, other: str) -> bool:
    return posixpath.normpath(one) == posixpath.normpath(other)
