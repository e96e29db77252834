"""How an app bundles an asset by itself, where it may do without a container."""

from __future__ import annotations

from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Atom, Closure, Fields, Foreign, Instance, Opaque, Thing
from lambdalint.source import Span

_OUTPUT = "/asset-output"
"""Where containers put what they make; stands for the folder that the app chooses as well."""

_NAMES = ("tryBundle", "try_bundle")


def bundle(run: State, callee: Thing, arguments: list[Thing], span: Span) -> None:
    """Follow what the app does first, where a call makes an asset that is bundled."""
    if not isinstance(callee, Foreign) or not callee.path.endswith(".fromAsset"):
        return
    options = next((a for a in arguments[::-1] if isinstance(a, Fields)), None)
    bundling = options.get("bundling") if options is not None else None
    local = bundling.get("local") if isinstance(bundling, Fields) else None
    bundler = _bundler(run, local, span)
    if bundler is not None:
        run.doubts.enter()
        run.invoke(bundler, [Atom(_OUTPUT, span), Opaque(span, "the library gives it")], span)
        run.doubts.leave(span)


def _bundler(run: State, local: Thing | None, span: Span) -> Closure | None:
    for name in _NAMES:
        found: Thing | None = local.get(name) if isinstance(local, Fields) else None
        if isinstance(local, Instance):
            found = run.member(local, name, span, span)
        if isinstance(found, Closure):
            return found
    return None
