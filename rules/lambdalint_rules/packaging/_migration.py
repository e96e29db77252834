"""The way from an old runtime to the recommended one, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.api import Context, Edit, Function, Known, PluginBuild, Value
from lambdalint.data.runtimes import BOOTSTRAP, GO, LIFECYCLES, RECOMMENDED
from lambdalint_rules.packaging._edits import migrated_together, united
from lambdalint_rules.packaging._obstacle import Obstacle
from lambdalint_rules.packaging._plugins import is_misnamed, plugin_settings
from lambdalint_rules.packaging._repacking import repacked
from lambdalint_rules.packaging._shared_names import named_bootstrap

Edits = tuple[Edit, ...]


def migration(function: Function, ctx: Context) -> Edits | Obstacle:
    """All edits that bring a function, and those that share its texts, to the recommended runtime.

    An obstacle when a part can't be rewritten: a half migration is worse than none.
    """
    edits: list[Edit] = []
    members = migrated_together(function, ctx.project, _literals)
    handlers = tuple(m.handler for m in members if isinstance(m.handler, Known))
    for member in members:
        if not ctx.project.is_go(member):
            return Obstacle(member.span, f"{member.label} would change too, which is no Go function")
        part = _of_function(member, handlers, ctx)
        if isinstance(part, Obstacle):
            return part
        edits += part
    return united(edits) or Obstacle(function.span, "the functions that change together need different texts")


def _literals(function: Function) -> Iterable[Value[str] | None]:
    return (function.runtime, function.handler)


def _of_function(function: Function, handlers: tuple[Known[str], ...], ctx: Context) -> Edits | Obstacle:
    runtime = function.runtime
    if not isinstance(runtime, Known):
        return Obstacle(function.span, f"the runtime of {function.label} isn't known")
    if runtime.value not in LIFECYCLES or runtime.value == RECOMMENDED:
        return ()
    edits = runtime.write(RECOMMENDED)
    if not edits:
        return Obstacle(runtime.span, f"the runtime isn't written here as {runtime.value}")
    if function.plugin_build is not None:
        return _by_plugin(function.plugin_build, edits)
    if runtime.value != GO:
        return edits
    for part in (_handler(function, handlers, ctx), repacked(function, ctx)):
        if isinstance(part, Obstacle):
            return part
        edits += part
    return edits


def _by_plugin(build: PluginBuild, edits: Edits) -> Edits | Obstacle:
    """A plugin compiles the function: it must know the new runtime, and what that starts."""
    runtimes = build.runtimes
    told = isinstance(runtimes, Known) and RECOMMENDED in runtimes.value
    if told and not is_misnamed(build, RECOMMENDED):
        return edits
    settings = plugin_settings(build, RECOMMENDED)
    return edits + settings if settings else Obstacle(runtimes.span, "the settings of the plugin aren't known")


def _handler(function: Function, others: tuple[Known[str], ...], ctx: Context) -> Edits | Obstacle:
    handler = function.handler
    if not isinstance(handler, Known):
        return Obstacle(handler.span if handler else function.span, f"the handler of {function.label} isn't known")
    if handler.value == BOOTSTRAP or function.handler_derived:
        return ()
    return named_bootstrap(handler, others, ctx)
