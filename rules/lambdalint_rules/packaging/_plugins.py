"""What a plugin that compiles functions must be told."""

from __future__ import annotations

from lambdalint.api import Edit, Known, PluginBuild
from lambdalint.data.runtimes import starts_bootstrap


def is_misnamed(build: PluginBuild, runtime: str) -> bool:
    """True where a plugin gives a binary a name that the runtime doesn't start."""
    named = build.bootstrap
    return starts_bootstrap(runtime) and isinstance(named, Known) and not named.value


def plugin_settings(build: PluginBuild, runtime: str) -> tuple[Edit, ...]:
    """The settings that a plugin lacks to compile for a runtime; nothing when one of them can't be written."""
    runtimes, named = build.runtimes, build.bootstrap
    if not isinstance(runtimes, Known) or not isinstance(named, Known):
        return ()
    edits: tuple[Edit, ...] = ()
    if runtime not in runtimes.value:
        edits = runtimes.write((*runtimes.value, runtime))
        if not edits or not is_misnamed(build, runtime):
            return edits
        if runtimes.default and named.default:
            return edits
    further = named.write(True)
    return edits + further if further else ()
