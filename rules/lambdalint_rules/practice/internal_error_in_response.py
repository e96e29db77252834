"""The text of an internal error is sent to the caller.

## Why it matters
Errors of the SDK, of databases and of libraries name tables, hosts, accounts, ARNs and types of the program. In the
body of an answer everybody who can call the function reads them. Log the error, and answer with a text of your own.

## When it stays silent
The error is the program's own (made with `errors.New`, or a type of its own), a sentinel that was tested for, or about
what the caller sent (numbers, dates, validation); the answer goes back together with an error, so that nobody sees it;
or the result is no HTTP response.

## References
- OWASP cheat sheet series: Error handling
- CWE-209: https://cwe.mitre.org/data/definitions/209.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    GoFunction,
    HandlerPath,
    Reached,
    Related,
    Rule,
    Severity,
    Span,
    call_path,
    gotypes,
    is_of_package,
    methodsets,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import ENCODES_TO_WRITER, RESPONSE_WRITER, TO_WRITER, WRITERS
from lambdalint.data.go_responses import EVENTS, HTTP_RESPONSES, RESPONSE_WORDS
from lambdalint_rules.practice._error_texts import ErrorTexts, Told
from lambdalint_rules.practice._error_values import sources

MOST = 5  # places that are shown

rule = Rule(
    "LL803",
    "internal-error-in-response",
    Severity.WARNING,
    since="0.1.0",
    tags=("security",),
    security_severity="4.0",
    needs=(RESPONSE_WRITER[1], *RESPONSE_WORDS, "gin-gonic/gin", "labstack/echo", "gofiber/fiber"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    texts: ErrorTexts | None = None
    found: dict[Span, tuple[Told, Reached, list[Related]]] = {}
    routes = {reached.function.key: reached.route for reached in path.reached}
    for reached in path.reached:
        if not reached.function.first_party:
            continue
        for sent in _sent(reached, ctx):
            texts = texts or ErrorTexts(path, ctx)
            for told in texts.inside(sent, reached.function):
                if told.function.first_party:
                    answers = found.setdefault(told.expression.span, (told, reached, []))[2]
                    if told.function.key != reached.function.key:
                        answers.append(Related(sent.span, "it is sent here"))
    for span, (told, reached, answers) in found.items():
        taken = (Related(place, "the text is taken here") for place in told.taken[:MOST])
        yield Finding(
            span,
            f"{' '.join(ctx.text(span).split())} sends the text of an internal error to the caller",
            related=(*taken, *answers[:MOST]),
            flow=call_path(ctx.project, path.handler, routes.get(told.function.key, reached.route)),
            anchor=told.function.label,
        )


def _sent(reached: Reached, ctx: Context) -> Iterator[ast.Expr]:
    """The values that become the body of an answer in a function."""
    function = reached.function
    dropped = _dropped(function)
    for node in ast.walk(function.body):
        match node:
            case ast.Composite(type=kind, elements=elements) if _is_response(kind, ctx):
                if not any(span.contains(node.span) for span in dropped):
                    yield from (e.value for e in elements if e.field == "Body")
            case ast.Composite(type=kind) if _visits(kind, ctx):
                yield node
            case ast.Assign(targets=targets, values=values) if len(targets) == len(values):
                for target, value in zip(targets, values, strict=True):
                    body = isinstance(target, ast.Selector) and target.name == "Body"
                    if body and isinstance(target, ast.Selector) and _is_response(target.field_of, ctx):
                        yield value
            case ast.Call():
                yield from _written(node, function)
            case _:
                pass


def _written(call: ast.Call, function: GoFunction) -> Iterator[ast.Expr]:
    callee = call.callee
    first = WRITERS.get((callee.package, callee.receiver), {}).get(callee.name) if callee is not None else None
    named = callee is not None and callee.name in TO_WRITER.get(callee.package, ())
    if first is None and named and _is_writer(call.arguments[0]):
        first = 1
    if first is None and _encodes(call, function):
        first = 0
    if first is not None:
        yield from call.arguments[first:]


def _encodes(call: ast.Call, function: GoFunction) -> bool:
    """True for the method of an encoder that was made with the writer of an answer."""
    method = call.function
    if not isinstance(method, ast.Selector) or method.name != "Encode":
        return False
    made: ast.Expr | None = method.operand
    if isinstance(made, ast.Name):
        made = next((value for value, _ in reversed(sources(made.ref, made.span.start, function))), None)
    if not isinstance(made, ast.Call) or made.callee is None or made.callee.package not in ENCODES_TO_WRITER:
        return False
    return bool(made.arguments) and _is_writer(made.arguments[0])


def _is_writer(expression: ast.Expr) -> bool:
    return is_of_package(getattr(expression, "type", None), *RESPONSE_WRITER)


def _is_response(kind: gotypes.GoType | None, ctx: Context) -> bool:
    """True for an answer of the runtime client, or a type that is declared as one."""
    named = gotypes.bare(kind)
    if is_of_package(named, EVENTS, *HTTP_RESPONSES):
        return True
    declared = ctx.project.code.types.get(f"{named.package}.{named.name}") if isinstance(named, gotypes.Named) else None
    return declared is not None and is_of_package(declared.underlying, EVENTS, *HTTP_RESPONSES)


def _visits(kind: gotypes.GoType | None, ctx: Context) -> bool:
    """True for an answer of a generated server: a type with a method that writes it to who called."""
    if not isinstance(kind, gotypes.Named) or not kind.name.endswith("Response"):
        return False
    found = methodsets.methods(ctx.project.code.types, kind).methods
    return any(name.startswith("Visit") and name.endswith("Response") for name in found)


def _dropped(function: GoFunction) -> list[Span]:
    """The returns that give an error beside the answer: nobody gets the answer."""
    returns = (n for n in ast.walk(function.body) if isinstance(n, ast.Return) and len(n.values) == 2)
    return [n.span for n in returns if not (isinstance(n.values[1], ast.Name) and n.values[1].name == "nil")]
