"""Calls that need not be done when the handler returns: in goroutines that nothing is sure to wait for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lambdalint.api import Context, HandlerPath, Site
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._goroutines import Goroutine, Waiting


class Apart:
    """The calls of one handler path that run beside it. What is awaited is looked up when the first is asked for."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self.path = path
        self.ctx = ctx

    def runs(self, site: Site) -> bool:
        """True for a call in a goroutine, or in the arguments of a `go` statement, that nobody surely waits for."""
        if not site.goroutine:
            return any(one not in self._joined for one in self._given(site))
        return not any(site.function.key in self._waiting.own(one) for one in self._joined)

    @cached_property
    def _waiting(self) -> Waiting:
        return Waiting(self.path, self.ctx.project.code.types)

    @cached_property
    def _joined(self) -> list[Goroutine]:
        return [one for at, one in enumerate(self._waiting.goroutines) if at in self._waiting.joined]

    def _given(self, site: Site) -> Iterator[Goroutine]:
        """The goroutine that a call makes an argument of."""
        span = site.call.span
        if any(node.span.contains(span) for node in ast.each(site.function.body, ast.Go)):
            yield from (one for one in self._waiting.goroutines if one.span.contains(span))
