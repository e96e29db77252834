"""Modules of a program: each is run when it is first asked for."""

from __future__ import annotations

from lambdalint.frontends.script.scopes import Live, Scope
from lambdalint.frontends.script.state import (
    Module,
    State,
)
from lambdalint.frontends.script.values import (
    Fields,
    Foreign,
    Opaque,
    Thing,
)
from lambdalint.model.gap import Gap
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree


class Modules(State):
    """What modules give and take."""

    def load(self, path: str) -> Module | None:
        """A module of the project, run when it is first asked for."""
        module = self.modules.get(path)
        if module is None:
            script = self.host.script(path)
            if not isinstance(script, tree.Script):
                return None
            module = self.modules[path] = Module(Scope(None, len(self.doubts.now)))
            exports = Fields({}, Span(path, 0, 0))
            own = Fields({}, Span(path, 0, 0))
            own.fields["exports"] = self.field(Span(path, 0, 0), exports)
            module.scope.names |= {"module": own, "exports": exports}
            if script.faults:
                self.give_up(Span(path, 0, 0), "not all of it could be read")
            self.body(script.body, module.scope, path)
        return module

    def export(self, path: str, name: str, seen: frozenset[str] = frozenset()) -> Thing | None:
        """What a module gives under a name; None where it gives nothing."""
        module = self.load(path)
        if module is None or path in seen:
            return None
        if name == "*":
            return self._namespace(path, module)
        inner = module.exports.get(name)
        if isinstance(inner, Live):
            return self.export(inner.module, inner.name, seen | {path})
        if inner is not None:
            found = module.scope.names.get(inner)
            return self.export(found.module, found.name, seen | {path}) if isinstance(found, Live) else found
        for star in module.stars:
            thing = self.export(star, name, seen | {path})
            if thing is not None:
                return thing
        return self._common(module, name)

    def _common(self, module: Module, name: str) -> Thing | None:
        """A member of `module.exports`."""
        own = module.scope.names.get("module")
        exports = own.get("exports") if isinstance(own, Fields) else None
        if name == "default":
            return exports if not isinstance(exports, Fields) or exports.fields else None
        return exports.get(name) if isinstance(exports, Fields) else None

    def _namespace(self, path: str, module: Module) -> Thing:
        common = self._common(module, "default")
        if common is not None and not module.exports:
            return common
        space = Fields({}, Span(path, 0, 0), not module.stars)
        for name in module.exports:
            thing = self.export(path, name)
            if thing is not None:
                space.fields[name] = self.field(Span(path, 0, 0), thing)
        for star in module.stars:
            inner = self.export(star, "*")
            if isinstance(inner, Fields):
                space.fields = {**inner.fields, **space.fields}
        return space

    def _import(self, statement: tree.Import, scope: Scope, path: str) -> None:
        found = self.host.module(statement.module, path)
        for name, local in statement.names:
            if isinstance(found, str):
                scope.names[local] = Live(found, name)
            elif isinstance(found, Foreign):
                inner = found.path if name in ("*", "default") else self.host.inside(found.path, name)
                scope.names[local] = Foreign(inner, statement.span, statement.span)
            else:
                scope.names[local] = found or Opaque(statement.span, "the module isn't in the project")
        if found is None and statement.module.startswith("."):
            self.gaps.append(Gap(statement.span, f"{statement.module} isn't in the project"))
        if isinstance(found, str):
            self.load(found)

    def _export(self, statement: tree.Export, module: Module, path: str) -> None:
        if statement.module is None:
            module.exports |= {outer: inner for inner, outer in statement.names}
            return
        found = self.host.module(statement.module, path)
        for inner, outer in statement.names:
            if not isinstance(found, str):
                module.exports[outer] = outer
                foreign = self.host.inside(found.path, inner) if isinstance(found, Foreign) else ""
                place = Span(path, 0, 0)
                module.scope.names[outer] = Foreign(foreign, place, place) if foreign else Opaque(place, "not here")
            elif (inner, outer) == ("*", "*"):
                module.stars.append(found)
            else:
                module.exports[outer] = Live(found, inner)
