"""A build for Lambda keeps the symbol table and the debug information.

## Why it matters
They make up about a third of a Go binary. Lambda downloads and unpacks the package at each cold start; stack traces
don't need them.

## When it stays silent
The flags are not known before the build runs, or already hold `-s`.

## Fix safety
Unsafe: debuggers and some profilers can no longer read the binary.

## References
- Package documentation of cmd/link: https://pkg.go.dev/cmd/link
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Build, Context, Finding, Fix, Known, Rule, Severity
from lambdalint_rules.packaging._builds import is_first_for_lambda

rule = Rule(
    code="LL308",
    name="unstripped-binary",
    severity=Severity.INFO,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Build)
def check(build: Build, ctx: Context) -> Iterator[Finding]:
    if not is_first_for_lambda(build, ctx.project, _keeps_symbols):
        return
    yield Finding(
        build.span,
        'the binary keeps its debug information, -ldflags "-s -w" leaves it out',
        fix=_fix(build),
    )


def _keeps_symbols(build: Build) -> bool:
    # -s leaves out the DWARF tables too, so it does without -w
    return isinstance(build.ldflags, Known) and "-s" not in build.ldflags.value.split()


def _fix(build: Build) -> Fix | None:
    flags = build.ldflags
    if not isinstance(flags, Known) or any(mark in flags.value for mark in "'\"$`\\"):
        return None
    kept = [flag for flag in flags.value.split() if flag != "-w"]
    edits = flags.write(" ".join(["-s", "-w", *kept]))
    return Fix("strip the binary", edits, Applicability.UNSAFE) if edits else None
