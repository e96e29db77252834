"""Partial evaluation of Python: where it differs from other languages."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lambdalint.frontends.py.arguments import Named, as_fields, shaped
from lambdalint.frontends.py.names import camel, inside, is_class, is_struct
from lambdalint.frontends.py.operators import binary, truth
from lambdalint.frontends.script.evaluate import Evaluator
from lambdalint.frontends.script.operators import joined
from lambdalint.frontends.script.scopes import Live, Scope
from lambdalint.frontends.script.state import End
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Field,
    Fields,
    Foreign,
    Instance,
    Items,
    Member,
    Opaque,
    Thing,
    via,
)
from lambdalint.model.gap import Gap
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.pytree import OUTER

MODULE = "module:"
"""The start of the path of a module of the project as a foreign thing."""

_FUNCTION = "<function>"
_STARS = "<stars>"


class PythonEvaluator(Evaluator):
    """Evaluates a Python program."""

    def truth(self, thing: Thing) -> bool | None:
        return truth(thing)

    # -- modules -----------------------------------------------------------------------------------------------------

    def _import(self, statement: tree.Import, scope: Scope, path: str) -> None:
        del path  # the place of the statement tells it, also inside of functions
        if statement.module == OUTER:
            scope.names |= {OUTER + name: Atom(None, statement.span) for name, _ in statement.names}
            return
        found = self.host.module(statement.module, statement.span.path)
        if isinstance(found, str):
            self.load(found)
        elif found is None:
            self.gaps.append(Gap(statement.span, f"{statement.module} isn't in the project"))
        for name, local in statement.names:
            if name == local == "*":
                self._import_all(found, scope)
            elif isinstance(found, str):
                scope.names[local] = self._module(found, statement.span) if name == "*" else Live(found, name)
            elif isinstance(found, Foreign):
                inner = found.path if name == "*" else inside(found.path, name)
                scope.names[local] = Foreign(inner, statement.span, statement.span)
            else:
                scope.names[local] = found or Opaque(statement.span, "the module isn't in the project")

    def _import_all(self, found: object, scope: Scope) -> None:
        if isinstance(found, str):
            module = self.modules.get(found)
            names = list(module.scope.names) if module is not None else []
            scope.names |= {name: Live(found, name) for name in names if not name.startswith(("_", "<"))}
        elif isinstance(found, Foreign):
            scope.names[_STARS] = found

    def _module(self, path: str, span: Span) -> Foreign:
        return Foreign(MODULE + path, span, span)

    def export(self, path: str, name: str, seen: frozenset[str] = frozenset()) -> Thing | None:
        """What a module has under a name: a module below it too."""
        module = self.load(path)
        if path in seen:
            return None
        found = module.scope.names.get(name) if module is not None else None
        if isinstance(found, Live) and found != (path, name):
            return self.export(found.module, found.name, seen | {path})
        if found is not None and not isinstance(found, Live):
            return found
        below = self.host.module(f".{name}", path) if posixpath.basename(path) in ("", "__init__.py") else None
        if isinstance(below, str):
            self.load(below)
            return self._module(below, Span(path, 0, 0))
        return None

    # -- names -------------------------------------------------------------------------------------------------------

    def _name(self, node: tree.Name, scope: Scope) -> Thing:
        if node.name != "this" and scope.holder(node.name) is None:
            holder = scope.holder(_STARS)
            star = holder.names[_STARS] if holder is not None else None
            if isinstance(star, Foreign) and (is_class(node.name) or node.name.startswith("aws_")):
                return Foreign(inside(star.path, node.name), node.span, node.span)
        return super()._name(node, scope)

    def _assign_name(self, name: str, value: Thing, scope: Scope, new: bool) -> None:
        holder = scope if new else _local(scope, name)
        holder.names[name] = value
        self.doubts.changed(holder, name)

    def set_member(self, target: Thing, name: str | None, value: Thing, span: Span) -> None:
        if isinstance(target, Call | Member) and name is not None:
            name = camel(name)
        super().set_member(target, name, value, span)

    def member(self, target: Thing, name: str, span: Span, name_span: Span) -> Thing:
        """`target.name`."""
        if isinstance(target, Foreign) and target.path.startswith(MODULE):
            found = self.export(target.path.removeprefix(MODULE), name)
            return via(found, span) if found is not None else Opaque(span, "the module doesn't give it")
        if isinstance(target, Call | Member):
            return Member(target, camel(name), span)
        if isinstance(target, Fields | Items | Atom):
            return self.host.attribute(target, name, span) or Opaque(span, "it isn't known")
        return super().member(target, name, span, name_span)

    def _instance_member(self, target: Instance, name: str, span: Span) -> Thing:
        if name not in target.fields:
            for kind in self._line(target.kind):
                if any(member.name == name and member.static for member in kind.code.members):
                    return self._static(target.kind, name, span)
        found = super()._instance_member(target, name, span)
        if isinstance(found, Member) and found.target is target.base:
            return found._replace(name=camel(name))
        return found

    # -- statements --------------------------------------------------------------------------------------------------

    def _run_block(self, node: tree.Block, scope: Scope) -> End:
        return self.body(node.body, scope)

    # -- calls -------------------------------------------------------------------------------------------------------

    def _arguments(self, node: tree.Call, scope: Scope) -> list[Thing]:
        items, complete = self._list(node.arguments, scope)
        if not complete:
            items.append(Opaque(node.span, "the arguments aren't known"))
        if node.named is not None:
            given = self.value(node.named, scope)
            if isinstance(given, Fields):
                items.append(Named(given.fields, given.span, given.complete, node))
        return items

    def outward(self, callee: Foreign | Member, arguments: list[Thing], node: tree.Call, new: bool) -> Call:
        """Record a call of something that the project doesn't hold, as TypeScript would make it."""
        new = new or (isinstance(callee, Foreign) and is_class(callee.path))
        path = callee.name if isinstance(callee, Member) else callee.path
        return super().outward(callee, shaped(path, arguments, new), node, new)

    def _outside(self, callee: Thing, arguments: list[Thing], node: tree.Call) -> Thing:
        named = arguments[-1] if len(arguments) == 1 else None
        if isinstance(callee, Foreign) and isinstance(named, Named) and is_struct(callee.path):
            return as_fields(named)
        return super()._outside(callee, arguments, node)

    def _parameters(self, code: tree.Function, scope: Scope, arguments: list[Thing], span: Span) -> None:
        scope.names[_FUNCTION] = Atom(None, span)
        named = arguments[-1] if arguments and isinstance(arguments[-1], Named) else Named({}, span, True, None)
        given = [argument for argument in arguments if argument is not named]
        left = dict(named.fields)
        for at, parameter in enumerate(code.parameters):
            if isinstance(parameter, tree.Rest):
                self.bind(parameter.pattern, Items(given[at:], span), scope, True)
                given = given[:at]
            elif isinstance(parameter, tree.ObjectPattern):
                rest = parameter.entries[0]
                value = Fields(left, named.span, named.complete)
                self.bind(rest.pattern if isinstance(rest, tree.Rest) else None, value, scope, True)
            else:
                self._parameter(parameter, given[at : at + 1], (named, left), scope)

    def _parameter(
        self, parameter: tree.Pattern, given: Sequence[Thing], names: tuple[Named, dict[str, Field]], scope: Scope
    ) -> None:
        """Bind one parameter: given by its place, by its name, or what it is where nothing is given."""
        named, left = names
        default = parameter.value if isinstance(parameter, tree.Default) else None
        pattern = parameter.pattern if isinstance(parameter, tree.Default) else parameter
        name = pattern.name if isinstance(pattern, tree.Name) else ""
        value: Thing = Opaque(named.span, "it isn't known what is given")
        if given:
            value = given[0]
        elif name in left:
            value = left.pop(name).value
        elif default is not None and named.complete:
            value = self.value(default, scope)
        self.bind(pattern, value, scope, True)

    # -- expressions -------------------------------------------------------------------------------------------------

    def _of_template(self, node: tree.Template, scope: Scope) -> Thing:
        return joined([_written(self.value(part, scope)) for part in node.parts], node.span)

    def _of_binary(self, node: tree.Binary, scope: Scope) -> Thing:
        if node.operator in ("&&", "||"):
            return super()._of_binary(node, scope)
        return binary(node.operator, self.value(node.left, scope), self.value(node.right, scope), node.span)

    def _of_assignment(self, node: tree.Assignment, scope: Scope) -> Thing:
        value = self.value(node.value, scope)
        if node.operator != "=" and isinstance(node.target, tree.Name | tree.Member | tree.Index):
            value = binary(node.operator[:-1], self.value(node.target, scope), value, node.span)
        self.bind(node.target, value, scope, False)
        return value

    def _of_index(self, node: tree.Index, scope: Scope) -> Thing:
        target = self.value(node.target, scope)
        key = self.value(node.key, scope)
        word = key.value if isinstance(key, Atom) else None
        if isinstance(target, Items) and isinstance(word, int):
            at = word + len(target.items) if word < 0 and target.complete else word
            return target.items[at] if 0 <= at < len(target.items) else Opaque(node.span, "the list isn't known")
        if isinstance(target, Fields) and isinstance(word, str | int):
            found = target.get(str(word))
            return via(found, node.span) if found is not None else Opaque(node.span, "it isn't known")
        if isinstance(target, Call | Member) and isinstance(word, str):
            return Member(target, word, node.span)
        return Opaque(node.span, "it isn't known")


def _written(thing: Thing) -> Thing:
    """A value as Python writes it into a text."""
    if isinstance(thing, Atom) and isinstance(thing.value, bool | None):
        return thing._replace(value=str(thing.value))
    return thing


def _local(scope: Scope, name: str) -> Scope:
    """The scope that an assignment gives a name in: that of the function, unless it says otherwise."""
    at = scope
    while True:
        if OUTER + name in at.names and at.parent is not None:
            return at.parent.holder(name) or at
        if name in at.names or _FUNCTION in at.names or at.parent is None:
            return at
        at = at.parent
