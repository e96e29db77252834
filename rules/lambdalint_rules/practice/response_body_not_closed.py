"""The body of a response is never closed.

## Why it matters
A body that stays open keeps its connection: the next request opens another one. A function that is warm for hours runs
out of file descriptors, and pays for a new TLS handshake each time until then.

## When it stays silent
The response or its body is returned, stored, or handed to code that may close it.

## References
- Go documentation: net/http, "The client must close the response body when finished with it"
- AWS SDK for Go v2 developer guide: response types with a stream
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunction, HandlerPath, NamedTuple, Rule, Severity, call_path, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2

HTTP = frozenset({"Get", "Post", "PostForm", "Do"})
OBJECTS = frozenset({"GetObject", "GetObjectWithContext"})
STORES = frozenset({f"{SDK_V2}service/s3", f"{SDK_V1}service/s3", f"{SDK_V1}service/s3/s3iface"})
# Library calls that read a body and leave it open.
READERS = frozenset(
    {
        ("io", "ReadAll"), ("io/ioutil", "ReadAll"), ("io", "Copy"), ("io", "CopyN"), ("io", "LimitReader"),
        ("io", "ReadFull"), ("encoding/json", "NewDecoder"), ("encoding/xml", "NewDecoder"),
        ("encoding/csv", "NewReader"), ("bufio", "NewReader"), ("bufio", "NewScanner"), ("bytes", "ReadFrom"),
        ("strings", "ReadFrom"), ("compress/gzip", "NewReader"), ("image", "Decode"),
    }
)  # fmt: skip

rule = Rule("LL810", "response-body-not-closed", Severity.WARNING, since="0.1.0", needs=("http", "Client", "GetObject"))


class _Response(NamedTuple):
    call: ast.Call
    name: ast.Name


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for reached in path.reached:
        function = reached.function
        if not function.first_party:
            continue
        live = {site.call.span for site in reached.sites}
        for response in _responses(function):
            if response.call.span not in live or _asks_for_headers(response.call, function):
                continue
            if _taken_care_of(response.name, function, ctx):
                continue
            yield Finding(
                response.call.span,
                f"body of {ctx.text(response.call.function.span)} is never closed",
                flow=call_path(ctx.project, path.handler, reached.route),
                anchor=function.label,
            )


def _responses(function: GoFunction) -> Iterator[_Response]:
    """The calls whose first result has a body, each with the name that it is given."""
    for node in ast.walk(function.body):
        if not isinstance(node, ast.Assign) or len(node.values) != 1 or len(node.targets) != 2:
            continue
        call, name = node.values[0], node.targets[0]
        if isinstance(call, ast.Call) and isinstance(name, ast.Name) and _has_body(call):
            yield _Response(call, name)


def _has_body(call: ast.Call) -> bool:
    callee = call.callee
    if callee is None:
        return False
    if callee.package == "net/http":
        return callee.receiver in ("", "Client") and callee.name in HTTP
    return callee.name in OBJECTS and (callee.package in STORES or _is_object(call.type))


def _is_object(kind: gotypes.GoType | None) -> bool:
    """True for what an interface gives that stands for the client."""
    first = kind.members[0] if isinstance(kind, gotypes.Tuple) and kind.members else None
    named = first.element if isinstance(first, gotypes.Pointer) else None
    return isinstance(named, gotypes.Named) and named.package in STORES


def _asks_for_headers(call: ast.Call, function: GoFunction) -> bool:
    """True for a request made with HEAD: its answer has no body."""
    sent = call.arguments[0] if call.arguments else None
    if not isinstance(sent, ast.Name):
        return False
    for node in ast.walk(function.body):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.ref == sent.ref for t in node.targets):
            made = node.values[0] if node.values else None
            if isinstance(made, ast.Call) and any(getattr(a, "value", None) == "HEAD" for a in made.arguments):
                return True
    return False


def _taken_care_of(name: ast.Name, function: GoFunction, ctx: Context) -> bool:
    """True when something closes the body, or when it gets out of sight."""
    if not name.ref.startswith("local:"):
        return name.name != "_"
    around = [f for f in ctx.project.code.functions.values() if f.outermost == function.outermost]
    returned = any(name.ref == result.ref for f in around for result in f.results)
    return returned or any(_lets_go(name.ref, f) for f in around)


def _lets_go(ref: str, function: GoFunction) -> bool:
    kept: set[int] = set()
    for node in ast.walk(function.body):
        match node:
            case ast.Selector(operand=ast.Name(ref=own)) if own == ref and node.name != "Body":
                kept.add(id(node.operand))
            case ast.Selector(operand=ast.Selector(operand=ast.Name(ref=own), name="Body")) if own == ref:
                if node.name == "Close":
                    return True
            case ast.Assign(targets=targets, values=values):
                kept |= {id(t) for t in targets if isinstance(t, ast.Name) and t.ref == ref}
                if all(isinstance(t, ast.Name) and t.name == "_" for t in targets):
                    kept |= {id(v) for v in values}
            case ast.Binary(op="==" | "!=", left=left, right=right):
                kept |= {id(side.operand if isinstance(side, ast.Selector) else side) for side in (left, right)}
            case ast.Call(callee=callee, arguments=arguments) if callee and (callee.package, callee.name) in READERS:
                kept |= {id(inner) for a in arguments for inner in ast.walk(a)}
            case _:
                pass
    return any(isinstance(n, ast.Name) and n.ref == ref and id(n) not in kept for n in ast.walk(function.body))
