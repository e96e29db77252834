"""The way from an old runtime to the recommended one, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.api import Context, Edit, Function, Known, PluginBuild, Value
from lambdalint.data.runtimes import BOOTSTRAP, GO, LIFECYCLES, RECOMMENDED
from lambdalint_rules.packaging._edits import migrated_together, united
from lambdalint_rules.packaging._plugins import is_misnamed, plugin_settings
from lambdalint_rules.packaging._repacking import repacked
from lambdalint_rules.packaging._shared_names import named_bootstrap

Edits = tuple[Edit, ...]


def migration(function: Function, ctx: Context) -> Edits | None:
    """All edits that bring a function, and those that share its texts, to the recommended runtime.

    None when a part can't be rewritten: a half migration is worse than none.
    """
    edits: list[Edit] = []
    members = migrated_together(function, ctx.project, _literals)
    handlers = tuple(m.handler for m in members if isinstance(m.handler, Known))
    for member in members:
        part = _of_function(member, handlers, ctx) if ctx.project.is_go(member) else None
        if part is None:
            return None
        edits += part
    return united(edits) or None


def _literals(function: Function) -> Iterable[Value[str] | None]:
    return (function.runtime, function.handler)


def _of_function(function: Function, handlers: tuple[Known[str], ...], ctx: Context) -> Edits | None:
    runtime = function.runtime
    if not isinstance(runtime, Known):
        return None
    if runtime.value not in LIFECYCLES or runtime.value == RECOMMENDED:
        return ()
    edits = runtime.write(RECOMMENDED)
    if not edits:
        return None
    if function.plugin_build is not None:
        return _by_plugin(function.plugin_build, edits)
    if runtime.value != GO:
        return edits
    handler, package = _handler(function, handlers, ctx), repacked(function, ctx)
    return None if handler is None or package is None else edits + handler + package


def _by_plugin(build: PluginBuild, edits: Edits) -> Edits | None:
    """A plugin compiles the function: it must know the new runtime, and what that starts."""
    runtimes = build.runtimes
    told = isinstance(runtimes, Known) and RECOMMENDED in runtimes.value
    if told and not is_misnamed(build, RECOMMENDED):
        return edits
    settings = plugin_settings(build, RECOMMENDED)
    return edits + settings if settings else None


def _handler(function: Function, others: tuple[Known[str], ...], ctx: Context) -> Edits | None:
    handler = function.handler
    if not isinstance(handler, Known):
        return None
    if handler.value == BOOTSTRAP or function.handler_derived:
        return ()
    return named_bootstrap(handler, others, ctx) or None
