"""Each invocation leaves a file in /tmp.

## Why it matters
/tmp lives as long as the process, which serves thousands of invocations, and holds 512 MB unless more is paid for. A
file with a new name at each invocation fills it, and then writing fails until the process is replaced.

## When it stays silent
The program removes files anywhere, the file is made once, or its name is always the same.

## References
- AWS Lambda developer guide, "Configure ephemeral storage for Lambda functions":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Program, Project, Rule, Severity, call_path

MAKERS = {"os": ("CreateTemp", "MkdirTemp"), "io/ioutil": ("TempFile", "TempDir")}
REMOVERS = ("Remove", "RemoveAll", "Rename")

rule = Rule(
    "LL220",
    "temporary-file-kept",
    Severity.INFO,
    since="0.1.0",
    needs=("TempFile", "TempDir", "CreateTemp", "MkdirTemp"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    sites = [s for package, names in MAKERS.items() for s in path.calls(package, *names)]
    if not sites or _removes(path.program, ctx.project):
        return
    for site in sites:
        if site.function.first_party and not site.guarded:
            yield Finding(
                site.call.span,
                f"{ctx.text(site.call.function.span)} makes a new file at each invocation that is never removed",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _removes(program: Program, project: Project) -> bool:
    """True when a program removes or moves files, or runs commands that may."""
    packages = frozenset(program.packages)
    callees = (c.callee for f in project.code.functions.values() if f.package in packages for c in f.calls)
    found = {(c.package, c.name) for c in callees if c is not None}
    return any(("os", name) in found for name in REMOVERS) or bool({"syscall", "os/exec"} & {p for p, _ in found})
