"""Expressions → values, in the scope of one module instance. Nothing is executed; what isn't known stays unknown."""

from __future__ import annotations

from lambdalint.frontends.hcl import operators
from lambdalint.frontends.hcl.choices import choosing, compared
from lambdalint.frontends.hcl.scope import Budget, Scope
from lambdalint.frontends.hcl.sequences import SIZE_LIMIT, as_set
from lambdalint.frontends.hcl.values import (
    Encoded,
    Failed,
    Field,
    Fields,
    Free,
    Handle,
    HclValue,
    Hollow,
    Items,
    Part,
    Partial,
    Ref,
    Scalar,
    came_through,
    identity,
    is_null,
    joined,
    parts_of,
    plain,
    text_of,
    unknown,
)
from lambdalint.source import Span
from lambdalint.syntax import hcltree as tree

TEXT_LIMIT = 1 << 16
PART_LIMIT = 200
_DEPTH = 80
_READERS = frozenset(("abspath", "file", "fileexists", "fileset", "templatefile"))


def evaluate(expression: tree.Expression, scope: Scope) -> HclValue:
    """The value of an expression. Unknown beyond the budget."""
    budget = scope.instance.budget
    if budget.depth > _DEPTH or not budget.spend():
        return unknown("budget", expression.span)
    budget.depth += 1
    try:
        return _evaluate(expression, scope)
    finally:
        budget.depth -= 1


def _evaluate(e: tree.Expression, scope: Scope) -> HclValue:
    if isinstance(e, tree.Literal):
        return _literal(e)
    if isinstance(e, tree.Get):
        return _get(e, scope)
    if isinstance(e, tree.Template):
        return _template(e, scope)
    if isinstance(e, tree.Sequence):
        return Items(tuple(evaluate(i, scope) for i in e.items), True, e.span)
    if isinstance(e, tree.Object):
        return _object(e, scope)
    if isinstance(e, tree.Call):
        return _call(e, scope)
    if isinstance(e, tree.Conditional):
        return _conditional(e, scope)
    if isinstance(e, tree.Index):
        key = evaluate(e.key, scope)
        found = _index(evaluate(e.operand, scope), key, e.span)
        return _noted(found, (plain(key),), e.span, scope)
    return _rarer(e, scope)


def _rarer(e: tree.Expression, scope: Scope) -> HclValue:
    if isinstance(e, tree.Splat):
        return _splat(e, scope)
    if isinstance(e, tree.For):
        return _comprehension(e, scope)
    if isinstance(e, tree.Operation):
        return operators.operation(e.operator, tuple(plain(evaluate(o, scope)) for o in e.operands), e.span)
    if isinstance(e, tree.Name) and e.name in scope.names:
        return scope.names[e.name]
    if isinstance(e, tree.Item):
        return scope.names.get("*", unknown("item", e.span))
    return unknown(f"{e.span.path}:{e.span.start}", e.span)


def _literal(e: tree.Literal) -> HclValue:
    if e.body is not None:
        return Hollow((str(e.value),), e.span, e.body, (), ())
    return Scalar(e.value, e.span, exact=True)


def _get(e: tree.Get, scope: Scope) -> HclValue:
    operand = e.operand
    if isinstance(operand, tree.Name) and operand.name not in scope.names:
        return _root(operand.name, e, scope)
    if isinstance(operand, tree.Get) and isinstance(operand.operand, tree.Name) and operand.operand.name == "data":
        return scope.instance.resource("data", operand.name, e.name, e.span)
    return _member(evaluate(operand, scope), e.name, e.span, scope)


def _root(root: str, e: tree.Get, scope: Scope) -> HclValue:
    instance = scope.instance
    if root == "var":
        return came_through(instance.variable(e.name, e.span), e.span)
    if root == "local":
        return came_through(instance.local(e.name, e.span), e.span)
    if root == "path":
        return instance.path(e.name, e.span)
    if root == "module":
        return instance.module(e.name, e.span)
    if root in ("data", "terraform", "self", "each", "count", "ephemeral"):
        return unknown(f"{root}.{e.name}@{instance.key}", e.span)
    return instance.resource("managed", root, e.name, e.span)


def _member(value: HclValue, name: str, span: Span, scope: Scope) -> HclValue:
    if isinstance(value, Handle):
        return scope.instance.attribute(value, name, span)
    return _index(value, Scalar(name, span), span)


def _index(value: HclValue, key: HclValue, span: Span) -> HclValue:
    key = plain(key)
    if isinstance(value, Fields):
        return _field(value, key, span)
    if isinstance(value, Items):
        return _element(value, key, span)
    if isinstance(value, Partial):
        return _deeper(value, key, span)
    return value if isinstance(value, Failed) else Failed(span)


def _field(value: Fields, key: HclValue, span: Span) -> HclValue:
    if not isinstance(key, Scalar):
        return unknown(f"{value.span.path}:{value.span.start}[{identity(key)}]", span)
    field = value.fields.get(text_of(key.value))
    if field is not None:
        # what stands in a variable may be read in other places, too
        return came_through(field.value, span) if value.via else field.value
    return Failed(span) if value.complete else unknown(f"{span.path}:{span.start}", span)


def _element(value: Items, key: HclValue, span: Span) -> HclValue:
    if not value.complete:
        # resources of which the number isn't known are alike
        alike = len(value.items) == 1 and isinstance(value.items[0], Handle)
        return value.items[0] if alike else unknown(f"{span.path}:{span.start}", span)
    if not isinstance(key, Scalar):
        return unknown(f"{value.span.path}:{value.span.start}[{identity(key)}]", span)
    try:
        at = int(text_of(key.value))
    except ValueError:
        return Failed(span)
    return value.items[at] if 0 <= at < len(value.items) else Failed(span)


def _deeper(value: Partial, key: HclValue, span: Span) -> HclValue:
    word = identity(key)
    if len(value.parts) == 1 and word is not None:
        part = value.parts[0]
        if isinstance(part, Ref):
            return Partial((Ref(part.key, f"{part.attribute}.{word}"),), span)
        if isinstance(part, Free):
            return Partial((Free(f"{part.name}.{word}"),), span)
    return unknown(f"{span.path}:{span.start}", span)


def _template(e: tree.Template, scope: Scope) -> HclValue:
    values = [p if isinstance(p, str) else evaluate(p, scope) for p in e.parts]
    choices = scope.instance.budget.choices
    for part, value in zip(e.parts, values, strict=True) if choices else ():
        if not isinstance(part, str) and isinstance(value, Scalar) and value.span in choices:
            choices.setdefault(part.span, {}).update(choices[value.span])
    if len(values) == 1 and e.body is None and not isinstance(values[0], str):
        return came_through(values[0], e.span)
    parts: list[Part] = []
    for value in values:
        if isinstance(value, str):
            parts.append(value)
            continue
        if isinstance(value, Failed):
            return value
        known = parts_of(plain(value))
        parts += known if known is not None else (Free(f"{value.span.path}:{value.span.start}"),)
    if len(parts) > PART_LIMIT or sum(len(p) for p in parts if isinstance(p, str)) > TEXT_LIMIT:
        return unknown("too long", e.span)
    text = joined(tuple(parts))
    if e.body is not None:
        return Hollow(text, e.span, e.body, e.holes, tuple(v for v in values if not isinstance(v, str)))
    return plain(Partial(text or ("",), e.span))


def _object(e: tree.Object, scope: Scope) -> HclValue:
    fields: dict[str, Field] = {}
    complete = True
    for pair in e.pairs:
        key = plain(evaluate(pair.key, scope))
        if isinstance(key, Scalar) and key.value is not None:
            value = evaluate(pair.value, scope)
            fields[text_of(key.value)] = Field(key.span, key.exact, value, pair.span)
        else:
            complete = False
            fields.clear()  # the unknown key may be any of those before it
    return Fields(fields, complete, e.span)


def _conditional(e: tree.Conditional, scope: Scope) -> HclValue:
    test = operators.truth(plain(evaluate(e.test, scope)))
    if test is not None:
        found = evaluate(e.yes if test else e.no, scope)
        return _noted(found, tuple(plain(evaluate(side, scope)) for side in compared(e.test)), e.span, scope)
    yes, no = evaluate(e.yes, scope), evaluate(e.no, scope)
    if isinstance(yes, Scalar) and isinstance(no, Scalar) and yes.value == no.value:
        return Scalar(yes.value, e.span)
    return unknown(f"{e.span.path}:{e.span.start}@{scope.instance.key}", e.span)


def _noted(value: HclValue, by: tuple[HclValue, ...], whole: Span, scope: Scope) -> HclValue:
    for place in choosing(value, by, whole):
        scope.instance.budget.choices.setdefault(value.span, {})[place] = None
    return value


def _splat(e: tree.Splat, scope: Scope) -> HclValue:
    operand = evaluate(e.operand, scope)
    if is_null(operand):
        return Items((), True, e.span)
    if isinstance(operand, Partial | Failed):
        return unknown(f"{e.span.path}:{e.span.start}", e.span) if isinstance(operand, Partial) else operand
    items = operand.items if isinstance(operand, Items) else (operand,)
    if not scope.instance.budget.spend(len(items)):
        return unknown("budget", e.span)
    each = tuple(evaluate(e.each, Scope(scope.instance, {**scope.names, "*": item})) for item in items)
    return Items(each, operand.complete if isinstance(operand, Items) else True, e.span)


def _comprehension(e: tree.For, scope: Scope) -> HclValue:
    collection = evaluate(e.collection, scope)
    members = _members(collection)
    if members is None or not scope.instance.budget.spend(len(members)):
        return unknown(f"{e.span.path}:{e.span.start}@{scope.instance.key}", e.span)
    complete = not isinstance(collection, Items | Fields) or collection.complete
    items: list[HclValue] = []
    fields: dict[str, Field] = {}
    for key, value in members:
        bound = (key, value) if len(e.names) > 1 else (value,)
        inner = Scope(scope.instance, {**scope.names, **dict(zip(e.names, bound, strict=False))})
        wanted = operators.truth(plain(evaluate(e.condition, inner))) if e.condition is not None else True
        if wanted is None:
            complete = False
        elif wanted and e.key is not None:
            name = plain(evaluate(e.key, inner))
            if isinstance(name, Scalar):
                result, key_text = evaluate(e.value, inner), text_of(name.value)
                before = fields.get(key_text) if e.group else None
                if e.group:
                    grouped = before.value.items if before is not None and isinstance(before.value, Items) else ()
                    result = Items((*grouped, result), True, e.span)
                fields[key_text] = Field(name.span, False, result, e.value.span)
            else:
                complete = False
        elif wanted:
            items.append(evaluate(e.value, inner))
    if e.group and not complete:
        return unknown(f"{e.span.path}:{e.span.start}@{scope.instance.key}", e.span)
    if e.key is not None:
        return Fields(fields, complete, e.span)
    return Items(tuple(items), complete, e.span)


def _members(value: HclValue) -> list[tuple[HclValue, HclValue]] | None:
    if isinstance(value, Fields):
        return [(Scalar(k, f.key), f.value) for k, f in value.fields.items()]
    if isinstance(value, Items):
        if value.unordered:
            return [(v, v) for v in value.items]
        return [(Scalar(i, value.span), v) for i, v in enumerate(value.items)]
    return None


def _data(e: tree.Call, scope: Scope) -> HclValue | None:
    """What `yamldecode(file("functions.yaml"))` gives."""
    inner = e.arguments[0] if e.name in ("yamldecode", "jsondecode") and len(e.arguments) == 1 else None
    if not isinstance(inner, tree.Call) or inner.name != "file" or len(inner.arguments) != 1:
        return None
    path = plain(evaluate(inner.arguments[0], scope))
    return scope.instance.data(text_of(path.value)) if isinstance(path, Scalar) else None


def _call(e: tree.Call, scope: Scope) -> HclValue:
    known = _data(e, scope)
    if known is not None:
        return known
    arguments = [evaluate(a, scope) for a in e.arguments]
    if e.spread and arguments:
        last = arguments.pop()
        if not (isinstance(last, Items) and last.complete):
            # what is spread may hold anything, and comes after what is known
            arguments.append(unknown(f"{e.span.path}:{e.span.start}...", e.span))
            if e.name not in ("merge", "concat"):
                return arguments[-1]
        else:
            arguments += last.items
    if not scope.instance.budget.spend(len(arguments)):
        return unknown("budget", e.span)
    read = _from_files(e, arguments, scope)
    if read is not None:
        return read
    if e.name == "jsonencode" and arguments:
        return Encoded(arguments[0], e.span)
    from lambdalint.frontends.hcl import builtins  # many projects call none

    found = _bounded(builtins.call(e.name, arguments, e.span), e.span, scope.instance.budget)
    return _noted(found, (plain(arguments[1]),), e.span, scope) if e.name == "lookup" and arguments[1:] else found


def _from_files(e: tree.Call, arguments: list[HclValue], scope: Scope) -> HclValue | None:
    """What the files of the project say; that one isn't there proves nothing, since a build may make it."""
    path = plain(arguments[0]) if arguments else None
    if e.name not in _READERS or not isinstance(path, Scalar):
        return None
    if e.name == "abspath":
        return Scalar(scope.instance.absolute(text_of(path.value)), e.span)
    if e.name == "templatefile":
        return _template_file(arguments, scope) if len(arguments) == 2 else None
    if e.name == "fileset":
        wanted = plain(arguments[1]) if len(arguments) == 2 else None
        found = scope.instance.files(text_of(path.value), text_of(wanted.value)) if isinstance(wanted, Scalar) else None
        return as_set([Scalar(name, e.span) for name in found], True, e.span) if found is not None else None
    text = scope.instance.file(text_of(path.value))
    if text is None or (e.name == "file" and len(text) > TEXT_LIMIT):
        return None
    return Scalar(text if e.name == "file" else True, e.span)


def _template_file(arguments: list[HclValue], scope: Scope) -> HclValue | None:
    """What `templatefile("policy.json", { … })` gives."""
    path, names = plain(arguments[0]), arguments[1]
    found = scope.instance.template(text_of(path.value)) if isinstance(path, Scalar) else None
    if found is None or len(found[1]) > TEXT_LIMIT or not isinstance(names, Fields):
        return None
    from lambdalint.frontends.hcl.filling import filled

    return filled(*found, names)


def _bounded(value: HclValue, span: Span, budget: Budget) -> HclValue:
    """A result, or unknown when it is larger than anything that people write."""
    if isinstance(value, Items):
        small = len(value.items) <= SIZE_LIMIT and budget.spend(len(value.items))
    elif isinstance(value, Fields):
        small = len(value.fields) <= SIZE_LIMIT and budget.spend(len(value.fields))
    elif isinstance(value, Scalar):
        small = not isinstance(value.value, str) or len(value.value) <= TEXT_LIMIT
    else:
        small = not isinstance(value, Partial) or len(value.parts) <= PART_LIMIT
    return value if small else unknown("too long", span)
