"""What a caller sent becomes part of SQL, of a file's path or of an object's key, unchecked.

## Why it matters
A parameter of a request is any text. Inside a statement it changes what the statement does, inside a path it leads out
of the folder (`../`), and as a key it names objects that belong to somebody else.

## When it stays silent
A condition of the function looks at the value, it is passed as an argument of the statement, or it went through
anything but formatting and joining before.

## References
- OWASP cheat sheet series: Input validation; SQL injection prevention
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    GoFunction,
    HandlerPath,
    Origin,
    Provenance,
    Rule,
    Severity,
    Status,
    call_path,
    is_of_package,
    provenance,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2

SENT = frozenset({"PathParameters", "QueryStringParameters", "MultiValueQueryStringParameters", "Headers", "Body"})
SQL = ("database/sql", "github.com/jmoiron/sqlx", "github.com/jackc/pgx/v5", "github.com/jackc/pgx/v5/pgxpool")
STATEMENTS = (
    "Query",
    "QueryRow",
    "Exec",
    "QueryContext",
    "QueryRowContext",
    "ExecContext",
    "Prepare",
    "PrepareContext",
)
FILES = ("Open", "ReadFile", "Create", "WriteFile", "Remove", "OpenFile")
STORES = (f"{SDK_V2}service/s3", f"{SDK_V1}service/s3")
JOINS = frozenset({("fmt", "Sprintf"), ("fmt", "Sprint"), ("path/filepath", "Join"), ("path", "Join")})

rule = Rule(
    "LL809",
    "unvalidated-input",
    Severity.INFO,
    since="0.1.0",
    status=Status.PREVIEW,
    tags=("security",),
    security_severity="6.0",
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    origins: Provenance | None = None
    for reached in path.reached:
        if not reached.function.first_party:
            continue
        for node in ast.walk(reached.function.body):
            for value, word in _places(node):
                origins = origins or provenance(ctx.project, path)
                part = _sent(value, reached.function, origins)
                if part is not None:
                    yield Finding(
                        part.span,
                        f"{ctx.text(part.span)} comes from the caller and becomes part of {word}, unchecked",
                        flow=call_path(ctx.project, path.handler, reached.route),
                        anchor=reached.function.label,
                    )


def _places(node: ast.Node) -> Iterator[tuple[ast.Expr, str]]:
    """The texts that must not hold what a caller chose, each with the word for it."""
    if isinstance(node, ast.Call) and node.callee is not None and node.arguments:
        callee = node.callee
        if callee.package in SQL and callee.name in STATEMENTS:
            yield node.arguments[0], "a statement"
            if len(node.arguments) > 1 and (
                callee.name.endswith("Context") or callee.package.startswith("github.com/jackc")
            ):
                yield node.arguments[1], "a statement"
        elif callee.package == "os" and callee.name in FILES:
            yield node.arguments[0], "a file's path"
    elif isinstance(node, ast.Composite) and any(is_of_package(node.type, store) for store in STORES):
        yield from ((e.value, "an object's key") for e in node.elements if e.field == "Key")


def _sent(value: ast.Expr, function: GoFunction, origins: Provenance) -> ast.Expr | None:
    """The part of a text that a caller sent and nothing looked at."""
    for part in _parts(value, function):
        found = {o for o in origins.of(part, function) if _is_sent(o)}
        if found and not _looked_at(found, function, origins):
            return part
    return None


def _parts(value: ast.Expr, function: GoFunction, depth: int = 0) -> Iterator[ast.Expr]:
    """What a text is put together from."""
    if isinstance(value, ast.Binary) and value.op == "+":
        yield from _parts(value.left, function, depth)
        yield from _parts(value.right, function, depth)
    elif isinstance(value, ast.Call):
        callee = value.callee
        made = callee is not None and ((callee.package, callee.name) in JOINS or callee.name == "String")
        for argument in value.arguments if made else ():
            yield from _parts(argument, function, depth)
    elif isinstance(value, ast.Unary) and value.op == "&":
        yield from _parts(value.operand, function, depth)
    elif isinstance(value, ast.Name) and value.ref.startswith("local:") and depth < 3:
        made_here = [
            n.values[0]
            for n in ast.walk(function.body)
            if isinstance(n, ast.Assign) and len(n.values) == 1 == len(n.targets) and _is(n.targets[0], value.ref)
        ]
        yield from _parts(made_here[0], function, depth + 1) if len(made_here) == 1 else (value,)
    else:
        yield value


def _is(target: ast.Expr, ref: str) -> bool:
    return isinstance(target, ast.Name) and target.ref == ref


def _is_sent(origin: Origin) -> bool:
    return origin.source == "event" and bool(origin.path) and origin.path is not None and origin.path[0] in SENT


def _looked_at(found: set[Origin], function: GoFunction, origins: Provenance) -> bool:
    """True when a condition or a call of the function is about the same value."""
    for node in ast.walk(function.body):
        tests = [node.condition] if isinstance(node, ast.If) else [node.tag] if isinstance(node, ast.Switch) else []
        if isinstance(node, ast.If) and node.init is not None:
            tests += list(node.init.values) if isinstance(node.init, ast.Assign) else []
        for test in (t for t in tests if t is not None):
            for inner in ast.walk(test):
                if isinstance(inner, ast.Name | ast.Selector | ast.Index) and found & origins.of(inner, function):
                    return True
    return False
