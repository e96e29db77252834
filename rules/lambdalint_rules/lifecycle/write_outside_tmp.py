"""A file is written outside of /tmp.

## Why it matters
The file system of a function is read-only except for `/tmp` and what is mounted under `/mnt`: the call fails with
"read-only file system" at each invocation. A relative path counts from `/var/task`, which is read-only too.

## When it stays silent
The path isn't constant, the program changes its working directory, or the file is only read.

## References
- AWS Lambda developer guide: Create a Lambda function using a container image, requirements
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, call_path, is_call_of
from lambdalint.api import goast as ast

# Functions that write, each with the index of the path.
WRITERS = {
    ("os", "Create"): 0,
    ("os", "WriteFile"): 0,
    ("os", "Mkdir"): 0,
    ("os", "MkdirAll"): 0,
    ("os", "CreateTemp"): 0,
    ("os", "MkdirTemp"): 0,
    ("io/ioutil", "WriteFile"): 0,
    ("io/ioutil", "TempFile"): 0,
    ("io/ioutil", "TempDir"): 0,
}
CREATES = ("O_CREATE", "O_WRONLY", "O_RDWR", "O_APPEND", "O_TRUNC")
WRITABLE = ("/tmp", "/mnt", "/dev", "/proc/self")

rule = Rule(
    "LL211",
    "write-outside-tmp",
    Severity.ERROR,
    since="0.1.0",
    needs=("Create", "WriteFile", "OpenFile", "Mkdir", "TempFile", "TempDir"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    functions = (ctx.project.code.functions.get(k) for k in path.program.startup)
    moved = any(is_call_of(call, "os", "Chdir") for f in functions if f is not None for call in f.calls)
    if moved or any(True for _ in path.calls("os", "Chdir")):
        return
    for site in path.sites():
        written = _path(site.call)
        target = getattr(written, "value", None)
        if not isinstance(target, str) or not site.function.first_party or not target or _is_writable(target):
            continue
        yield Finding(
            site.call.span,
            f'{ctx.text(site.call.function.span)} writes to "{target}", where the file system is read-only',
            flow=call_path(ctx.project, path.handler, site.route),
            anchor=site.function.label,
        )


def _path(call: ast.Call) -> ast.Expr | None:
    """The path that a call writes to."""
    callee = call.callee
    if callee is None or callee.receiver or not call.arguments:
        return None
    if (callee.package, callee.name) == ("os", "OpenFile") and len(call.arguments) == 3:
        flags = (n for n in ast.walk(call.arguments[1]) if isinstance(n, ast.Selector | ast.Name))
        return call.arguments[0] if any(flag.name in CREATES for flag in flags) else None
    at = WRITERS.get((callee.package, callee.name))
    return call.arguments[at] if at is not None else None


def _is_writable(target: str) -> bool:
    return any(target == folder or target.startswith(folder + "/") for folder in WRITABLE)
