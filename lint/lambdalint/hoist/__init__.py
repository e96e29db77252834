"""Moving what a handler builds anew to start-up: from constructions on a handler path to edits, or a reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lambdalint.fix import Fix
from lambdalint.hoist.obstacle import Obstacle
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Expr
from lambdalint.model.project import Project
from lambdalint.source import Span


def package_names(project: Project, folder: str, package: str) -> frozenset[str]:
    """Names that mean something in any Go file of a package, its tests among them: what is new has another one.

    `folder` is where its files are, `package` its import path.
    """
    from lambdalint.hoist.names import taken

    return taken(project, folder, package)


def hoists(
    project: Project,
    places: Iterable[tuple[Expr, GoFunction]],
    constructs: Callable[[Expr], bool],
    style: str = "init",
) -> Mapping[Span, Fix | Obstacle]:
    """For each construction, by its span, the fix that builds it once at start-up, or what stands in the way.

    `places` are expressions with the functions they stand in, `constructs` tells what else is worth building once when
    its inputs are. Constructions of one package share one fix. `style` is where start-up happens: `init` or `main`.
    """
    from lambdalint.hoist.plan import Plan

    return Plan(project, constructs, style).fixes(places)
