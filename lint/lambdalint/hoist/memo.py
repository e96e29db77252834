"""A constructor that gives the same each time: what it makes is kept, and its callers stay as they are."""

from __future__ import annotations

from lambdalint.fix import Edit
from lambdalint.hoist import names
from lambdalint.hoist.closings import Closings
from lambdalint.hoist.destination import above
from lambdalint.hoist.entries import BACKGROUND
from lambdalint.hoist.family import Family, root
from lambdalint.hoist.imports import import_edits, plainly_imported
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.text import type_text
from lambdalint.model import goast
from lambdalint.model.code import GoFunction
from lambdalint.model.gotypes import ERROR, GoType, Pointer
from lambdalint.model.project import Project
from lambdalint.model.satisfaction import is_context
from lambdalint.source import Span

_SINCE = (1, 21)  # sync.OnceValues


class Memo:
    """Edits that make `function` give what a `sync.OnceValues` with its body keeps. Raises RefusedError.

    It makes things and nothing else, and no method changes these. `taken` are names of its package. `name` is that of
    the new variable.
    """

    def __init__(self, project: Project, startup: Startup, function: GoFunction, taken: frozenset[str]) -> None:
        self._project = project
        self._function = function
        self._file = project.code.files[function.file]
        self._source = project.sources[function.file]
        self._family = Family(project.code, function)
        needed = {"sync"}
        kind = self._fits(startup)
        spelled = type_text(kind, self._file, needed)
        body = function.body
        if spelled is None or body is None:
            raise RefusedError(function.signature, "its type isn't known")
        text = self._text(body.span, needed)
        self.name = self._named(kind, taken)
        at = above(self._source, function.span.start)
        declared = f"var {self.name} = sync.OnceValues(func() ({spelled}, error) {text})\n\n"
        edits = [
            Edit(Span(function.file, at, at), declared),
            Edit(body.span, f"{{\n\treturn {self.name}()\n}}"),
        ]
        edits += import_edits(self._file, self._source, edits, needed)
        self.edits = tuple(sorted(edits, key=lambda edit: edit.span))

    def _fits(self, startup: Startup) -> GoType | None:
        function, code = self._function, self._project.code
        span = function.signature
        if self._file.module is None or self._file.module.go < _SINCE:
            raise RefusedError(span, "sync.OnceValues came with Go 1.21")
        plain = len(function.results) == 2 and function.results[1].type == ERROR
        if not plain or any(p.name for p in function.results) or startup.function(function).eager:
            raise RefusedError(span, "it gives more than one thing and an error")
        for parameter in function.parameters:
            if is_context(code.types, parameter.type) is not True:
                raise RefusedError(parameter.span, f"it depends on {parameter.name}, which is passed in")
        plainly_imported(self._file, ("sync", "context"), span)
        kind = function.results[0].type
        self._unchanged(kind)
        for closing in Closings(code).of_type(kind):
            raise RefusedError(closing, "what is made once would be closed here")
        return kind

    def _unchanged(self, kind: GoType | None) -> None:
        """Raise RefusedError where some function sets a field of what would be shared."""
        made = kind.element if isinstance(kind, Pointer) else kind
        for function in self._project.code.functions.values():
            for node in goast.walk(function.body):
                for target in _changed(node):
                    held = root(target)
                    own = getattr(held, "type", None)
                    if held is not target and (own.element if isinstance(own, Pointer) else own) == made:
                        raise RefusedError(node.span, f"{function.label} changes what is made once")

    def _named(self, kind: GoType | None, taken: frozenset[str]) -> str:
        function = self._function
        callee = goast.Callee(function.package, "", function.name)
        called = goast.Call(function.signature, goast.Name(function.signature, "", "", None), (), False, kind, callee)
        return names.free(names.variants(names.made_by(self._project.code, called, kind, self._file)), taken)

    def _text(self, span: Span, needed: set[str]) -> str:
        """The body with other contexts."""
        parameters = {p.ref for p in self._function.parameters}
        contexts = [n for ref in parameters for n in self._family.names.get(ref, ())]
        if any(not self._family.is_read(n) for n in contexts):
            raise RefusedError(span, "its context gets another value")
        others = {listed[0].name for ref, listed in self._family.names.items() if ref not in parameters}
        if contexts and "context" in others:
            raise RefusedError(span, "context means something else here")
        if contexts:
            needed.add("context")
        parts, at = [], span.start
        for name in sorted(contexts, key=lambda n: n.span):
            parts += [self._source.data[at : name.span.start], BACKGROUND.encode()]
            at = name.span.end
        return b"".join([*parts, self._source.data[at : span.end]]).decode("utf-8", "replace")


def _changed(node: goast.Node) -> tuple[goast.Expr, ...]:
    if isinstance(node, goast.Assign):
        return node.targets
    if isinstance(node, goast.Step):
        return (node.target,)
    return (node.operand,) if isinstance(node, goast.Unary) and node.op == "&" else ()
