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
from typing import TYPE_CHECKING

from lambdalint.api import Applicability, Build, Context, Edit, Finding, Known, Rule, Severity
from lambdalint_rules.packaging._builds import is_first_for_lambda

if TYPE_CHECKING:
    from lambdalint_rules.packaging._obstacle import Obstacle

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
    from lambdalint_rules.packaging._obstacle import way_out  # not needed where all is well

    fix, obstacle = way_out("strip the binary", _way(build, ctx))
    yield Finding(
        build.span,
        'the binary keeps its debug information, -ldflags "-s -w" leaves it out',
        related=obstacle,
        fix=fix,
    )


def _keeps_symbols(build: Build) -> bool:
    # -s leaves out the DWARF tables too, so it does without -w
    return isinstance(build.ldflags, Known) and "-s" not in build.ldflags.value.split()


def _way(build: Build, ctx: Context) -> tuple[Edit, ...] | Obstacle:
    from lambdalint_rules.packaging._obstacle import Obstacle

    flags = build.ldflags
    if not isinstance(flags, Known):
        return Obstacle(flags.span, "the flags of the linker aren't known")
    kept = [flag for flag in flags.value.split() if flag != "-w"]
    quoted = any(mark in flags.value for mark in "'\"$`\\")
    edits = _before(flags, ctx) if quoted else flags.write(" ".join(["-s", "-w", *kept]))
    return edits or Obstacle(flags.span, "flags of the linker can't be written here")


def _before(flags: Known[str], ctx: Context) -> tuple[Edit, ...]:
    """The edit that puts the flags before others, which hold marks of the shell and stay as they are."""
    first, start = flags.value.split(maxsplit=1)[0], flags.span.start
    marked = ctx.project.sources[flags.span.path].data[start - 1 : start] in (b"'", b'"')
    if not marked or not first.startswith("-") or not ctx.text(flags.span).startswith(f"{first} "):
        return ()
    return (Edit(flags.span._replace(end=start), "-s " if "-w" in flags.value.split() else "-s -w "),)
