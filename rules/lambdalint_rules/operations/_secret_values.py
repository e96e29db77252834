"""Expressions whose value is a secret: read from the environment, from a store of secrets, or from a parameter."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction, Telling, gotypes, pattern
from lambdalint.api import goast as ast
from lambdalint_rules.operations._fillings import fillings, holder_key
from lambdalint_rules.operations._secret_sources import decrypts, holds_secret, retrieves

DEEPEST = 4
READERS = (("os", "Getenv"), ("os", "LookupEnv"), ("syscall", "Getenv"))
FIELDS = frozenset({"SecretString", "SecretBinary"})
DECRYPTED = "a decrypted parameter"
VARIABLE = "variable"
COPIES = frozenset({"ToString", "StringValue", "TrimSpace", "String"})
_TAG = pattern(r'(?:env|envconfig|split_words):"([^",]+)')


class SecretValues:
    """Answers for one project; values are followed backwards through locals, parameters, package variables, helpers."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._functions = ctx.project.code.functions
        self._telling = Telling(ctx.project)

    def what(self, value: ast.Expr, function: GoFunction, depth: int = 0) -> str | None:
        """Words for the secret that an expression is, None for what isn't surely one."""
        if depth > DEEPEST:
            return None
        match value:
            case ast.Call():
                return self._of_call(value, function, depth)
            case ast.Unary(op="*", operand=operand) | ast.Conversion(operand=operand):
                return self.what(operand, function, depth)
            case ast.Name(ref=ref) if ref.startswith("local:"):
                return self._of_local(ref, value.span.start, function, depth)
            case ast.Name(ref=ref) | ast.Selector(ref=ref) if ref.startswith("var:"):
                return self._of_variable(ref, depth)
            case ast.Selector():
                return self._of_field(value, function) or self._of_filled(value, depth)
            case _:
                return None

    def _of_call(self, call: ast.Call, function: GoFunction, depth: int) -> str | None:
        callee = call.callee
        if retrieves(call):
            return "what signs requests of the role"
        if callee is None:
            return None
        if (callee.package, callee.name) in READERS and call.arguments:
            key = getattr(call.arguments[0], "value", None)
            return f"{VARIABLE} {key}" if isinstance(key, str) and holds_secret(key) else None
        own = self._functions.get(callee.key)
        if own is not None:
            return self._returned(own, depth)
        if callee.name in COPIES and len(call.arguments) == 1:
            return self.what(call.arguments[0], function, depth + 1)
        return None

    def _returned(self, function: GoFunction, depth: int) -> str | None:
        for node in ast.each(function.body, ast.Return):
            if node.values:
                found = self.what(node.values[0], function, depth + 1)
                if found:
                    return found
        return None

    def _of_local(self, ref: str, before: int, function: GoFunction, depth: int) -> str | None:
        written = [
            (node.span.start, node.values[0])
            for node in ast.each(function.body, ast.Assign)
            if node.values and node.span.end <= before and _first_is(node, ref)
        ]
        if not written:
            return self._of_parameter(ref, function, depth)
        return self.what(max(written, key=lambda w: w[0])[1], function, depth + 1)

    def _of_parameter(self, ref: str, function: GoFunction, depth: int) -> str | None:
        """What a caller gives for a parameter; what a logger of the program's own is given belongs to its callers."""
        at = next((at for at, p in enumerate(function.parameters) if p.ref == ref), None)
        if at is None or self._telling.is_logger(function.key):
            return None
        for call, caller in self._calls_of(function):
            found = self.what(call.arguments[at], caller, depth + 1) if at < len(call.arguments) else None
            if found:
                return found
        return None

    def _calls_of(self, function: GoFunction) -> list[tuple[ast.Call, GoFunction]]:
        kept: dict[str, list[tuple[ast.Call, GoFunction]]] = self._ctx.project.kept.setdefault(("calls",), {})
        if not kept:
            for caller in self._functions.values():
                for call in caller.calls:
                    if call.callee is not None:
                        kept.setdefault(call.callee.key, []).append((call, caller))
        return kept.get(function.key, [])

    def _of_variable(self, ref: str, depth: int) -> str | None:
        package = ref.removeprefix("var:").rpartition(".")[0]
        for function in self._functions.values():
            if function.package != package:
                continue
            for node in ast.each(function.body, ast.Assign):
                if node.values and _first_is(node, ref):
                    found = self.what(node.values[0], function, depth + 1)
                    if found:
                        return found
        return None

    def _of_field(self, selector: ast.Selector, function: GoFunction) -> str | None:
        if selector.name in FIELDS:
            return f"{selector.name} of a secret"
        operand = selector.operand
        if selector.name == "Value" and isinstance(operand, ast.Selector) and operand.name == "Parameter":
            return DECRYPTED if decrypts(function) else None
        named = gotypes.bare(selector.field_of)
        if not isinstance(named, gotypes.Named):
            return None
        declared = self._ctx.project.code.types.get(f"{named.package}.{named.name}")
        struct = declared.underlying if declared is not None else None
        for field in struct.fields if isinstance(struct, gotypes.Struct) else ():
            tag = _TAG.search(field.tag) if field.name == selector.name else None
            if tag and holds_secret(tag[1]):
                return f"{VARIABLE} {tag[1]}"
        return None

    def _of_filled(self, selector: ast.Selector, depth: int) -> str | None:
        """A field of a struct of the project that is given nothing but secrets, wherever it is given something.

        What hands out parameters as structs does so for all of them, secret or not.
        """
        key = holder_key(selector)
        if key not in self._ctx.project.code.types and not key.startswith("var:"):
            return None
        found = [
            self.what(value, f, depth + 1) for value, f in fillings(self._ctx.project).get((key, selector.name), ())
        ]
        return found[0] if found and all(found) and DECRYPTED not in found else None


def _first_is(statement: ast.Assign, ref: str) -> bool:
    target = statement.targets[0]
    return isinstance(target, ast.Name | ast.Selector) and target.ref == ref
