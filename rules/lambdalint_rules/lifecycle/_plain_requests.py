"""`http.Get`, `client.Post` and others with a context: a request that is made first, and sent by the same client."""

from __future__ import annotations

import re

from lambdalint.api import Context, Edit, GoFunction, NamedTuple, Span, gofix, gotypes
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._checked_calls import checked

NAMES = ("req", "request", "httpRequest", *(f"req{number}" for number in range(2, 20)))
HTTP = "net/http"
STRINGS = "strings"
FORM = '"application/x-www-form-urlencoded"'
VALUES = gotypes.Named("net/url", "Values")
ARGUMENTS = {"Get": 1, "Head": 1, "Post": 3, "PostForm": 2}


class Request(NamedTuple):
    """The texts of a request: who sends it, its method, address and body, and the type of its content, if any.

    `imports` add what its text needs.
    """

    sender: str
    http: str
    method: str
    url: str
    body: str
    content: str = ""
    imports: tuple[Edit, ...] = ()


def sent_with(ctx: Context, function: GoFunction, call: ast.Call, holder: str) -> tuple[Edit, ...]:
    """The edits for a call such as `response, err := http.Get(url)` and the check behind it; empty where it isn't
    written so.

    The error of making the request is dealt with as that of sending it. `holder` is the name of the context.
    """
    place = checked(ctx, function, call)
    name = _name(ctx, function, call)
    source = ctx.project.sources[call.span.path]
    if place is None or name is None:
        return ()
    start, _ = source.line_bounds(source.line_of(place.span.start))
    lead = source.text(start, place.span.start)
    request = _request(ctx, function, call, source.line_of(place.span.start))
    if lead.strip() or request is None:
        return ()
    given = f"{holder}, {request.http}.{request.method}, {request.url}, {request.body}"
    lines = [f"{name}, {place.error} {place.op} {request.http}.NewRequestWithContext({given})", place.check]
    if place.op == "=":
        lines.insert(0, f"var {name} *{request.http}.Request")
    if request.content:
        lines.append(f'{name}.Header.Set("Content-Type", {request.content})')
    before = Span(call.span.path, place.span.start, place.span.start)
    made = "".join(f"{line}{gofix.end_of_line(source)}{lead}" for line in lines)
    return (*request.imports, Edit(before, made), *place.around, Edit(call.span, f"{request.sender}.Do({name})"))


def _name(ctx: Context, function: GoFunction, call: ast.Call) -> str | None:
    """A name that the function has no use for, another one for each of its calls."""
    text = ctx.text(function.span)
    free = [name for name in NAMES if not re.search(rf"\b{name}\b", text)]
    before = [c for c in function.calls if c.span < call.span and _is_plain(c) and checked(ctx, function, c)]
    return free[len(before)] if len(free) > len(before) else None


def _is_plain(call: ast.Call) -> bool:
    callee = call.callee
    named = callee is not None and callee.package == HTTP and callee.receiver in ("", "Client")
    return named and callee is not None and len(call.arguments) == ARGUMENTS.get(callee.name)


def _request(ctx: Context, function: GoFunction, call: ast.Call, line: int) -> Request | None:
    """What a call sends; None where that can't be written anew. `line` is where its statement starts."""
    target, callee, given = call.function, call.callee, call.arguments
    if callee is None or not isinstance(target, ast.Selector) or not _is_plain(call):
        return None
    source, file = ctx.project.sources[call.span.path], ctx.project.code.files.get(call.span.path)
    if file is None or any("\n" in ctx.text(a.span) and source.line_of(a.span.start) != line for a in given):
        return None
    http = gofix.imported_as(file, HTTP) or "http"
    imports = gofix.add_import(file, source, HTTP)
    if any(isinstance(n, ast.Name) and n.name == http and n.ref.startswith("local:") for n in ast.walk(function.body)):
        return None
    sender = ctx.text(target.operand.span) if callee.receiver else f"{http}.DefaultClient"
    if len(given) == 1:
        url = _tight(ctx, given[0])
        return Request(sender, http, f"Method{callee.name}", url, "nil", imports=imports) if url is not None else None
    url, *body = (ctx.text(argument.span) for argument in given)
    if callee.name == "Post":
        return Request(sender, http, "MethodPost", url, body[1], body[0], imports)
    strings, more = gofix.imported_as(file, STRINGS) or STRINGS, gofix.add_import(file, source, STRINGS)
    if given[1].type != VALUES or (imports and more):
        return None
    imports += more
    return Request(sender, http, "MethodPost", url, f"{strings}.NewReader({body[0]}.Encode())", FORM, imports)


def _tight(ctx: Context, value: ast.Expr) -> str | None:
    """An expression as gofmt writes it among several arguments; None for one that is more than a sum."""
    if isinstance(value, ast.Binary) and value.op == "+":
        left, right = _tight(ctx, value.left), _tight(ctx, value.right)
        return None if left is None or right is None else f"{left}+{right}"
    text = ctx.text(value.span)
    inner = any(isinstance(node, ast.Binary) for node in ast.walk(value))
    return None if inner or "\n" in text else text
