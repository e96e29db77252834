"""The Lambda runtime client for Go is too old for the runtime, or was taken back.

## Why it matters
Before v1.18.0 the client only knew how `go1.x` starts programs. On `provided.al2023` such a program ends at once,
and every invocation fails. A version that its authors took back has a fault that they don't want anybody
to run into.

## When it stays silent
The version is not a plain release, a local copy stands in for the module, or it isn't certain which runtime starts the
program.

## References
- aws-lambda-go, releases: https://github.com/aws/aws-lambda-go/releases
- AWS Lambda developer guide, "Building Lambda functions with Go": https://docs.aws.amazon.com/lambda/latest/dg/lambda-golang.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Known, Module, Program, Related, Rule, Severity, Span, Strength, pattern
from lambdalint.data.go_responses import version
from lambdalint.data.runtime_client import MODULE, RETRACTED, SINCE_RUNTIME_API
from lambdalint.data.runtimes import starts_bootstrap

rule = Rule(
    code="LL321",
    name="runtime-client-too-old",
    severity=Severity.WARNING,
    since="0.1.0",
)

_REQUIRED = pattern(rb"(?m)^[ \t]*(?:require[ \t]+)?\"?github\.com/aws/aws-lambda-go\"?[ \t]+(v[^\s/]+)")
_REPLACED = pattern(rb"github\.com/aws/aws-lambda-go\"?(?:[ \t]+v\S+)?[ \t]*=>")


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    module = program.module
    written = module.requires.get(MODULE, "") if module is not None else ""
    number = version(written) if "-" not in written else ()
    if module is None or not number or (number not in RETRACTED and number >= SINCE_RUNTIME_API):
        return
    span = _place(module, written, ctx)
    if span is None:
        return
    label = program.package.rpartition("/")[2]
    if number in RETRACTED:
        yield Finding(span, f"aws-lambda-go {written} was taken back by its authors", anchor=label)
    started = _started(program, ctx) if number < SINCE_RUNTIME_API else None
    if started is not None:
        place, runtime = started
        first = ".".join(map(str, SINCE_RUNTIME_API))
        yield Finding(
            span,
            f"aws-lambda-go {written} can't be started by {runtime}, v{first} is the first that can",
            related=(Related(place, "what starts it"),),
            severity=Severity.ERROR,
            anchor=label,
        )


def _place(module: Module, written: str, ctx: Context) -> Span | None:
    """Where go.mod asks for the client in this version, unless it puts something else in its place."""
    path = module.go_mod
    if path is None or path not in ctx.project.sources:
        return None
    text = ctx.project.sources[path].data
    found = _REQUIRED.search(text)
    if found is None or found[1].decode() != written or (b"=>" in text and _REPLACED.search(text)):
        return None
    return Span(path, *found.span(1))


def _started(program: Program, ctx: Context) -> tuple[Span, str] | None:
    """What starts a program in a way that old clients don't know."""
    for function, link in ctx.project.functions_of(program):
        if link.strength is not Strength.EXACT or ctx.project.link_of(function) is None:
            continue
        runtime = function.runtime
        if isinstance(runtime, Known) and starts_bootstrap(runtime.value):
            return runtime.span, runtime.value
    return None
