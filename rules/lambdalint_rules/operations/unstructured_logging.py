"""Handler code prints plain text instead of logging.

## Why it matters
A line of `fmt.Println` or `log.Printf` has no level, no request id and no fields. It can't be filtered by the
function's log level, and a query has to take it apart by its words. `log/slog` with a JSON handler costs one line at
start-up.

## When it stays silent
The print is the standard logger's and the program routes that through `slog.SetDefault`, or what is printed is a text
that was encoded before (embedded metrics, JSON). Each file is reported once, at its first print.

## References
- AWS Lambda developer guide: Log and monitor Go Lambda functions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import Context, Finding, HandlerPath, Program, Project, Rule, Severity, Site, call_path
from lambdalint.api import goast as ast

PRINTS = {"fmt": ("Print", "Printf", "Println"), "log": ("Print", "Printf", "Println")}

rule = Rule("LL709", "unstructured-logging", Severity.INFO, since="0.1.0", needs=("Print",))


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    told = _told_by(ctx.project)
    first: dict[str, tuple[HandlerPath, Site]] = {}
    for path, site in _prints(ctx.project, program):
        known = first.get(site.function.file)
        if known is None or site.call.span < known[1].call.span:
            first[site.function.file] = (path, site)
    for file, (path, site) in sorted(first.items()):
        if told[file] == program.key:
            yield Finding(
                site.call.span,
                f"{ctx.text(site.call.function.span)} writes plain text, without level and request id",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _told_by(project: Project) -> Mapping[str, str]:
    """For each file with prints, the key of the first program that reaches one: the file is reported once."""
    key = (rule.code,)
    if key not in project.kept:
        told: dict[str, str] = {}
        for program in project.code.programs:
            for _, site in _prints(project, program):
                told.setdefault(site.function.file, program.key)
        project.kept[key] = told
    found: Mapping[str, str] = project.kept[key]
    return found


def _prints(project: Project, program: Program) -> Iterator[tuple[HandlerPath, Site]]:
    for path in project.paths_of(program):
        for package, names in PRINTS.items():
            if package == "log" and _routed(project, program):
                continue
            for site in path.calls(package, *names):
                if site.function.first_party and not _encoded(site.call):
                    yield path, site


def _routed(project: Project, program: Program) -> bool:
    functions = (project.code.functions.get(key) for key in program.startup)
    calls = (call for f in functions if f is not None for call in f.calls)
    return any(c.callee is not None and (c.callee.package, c.callee.name) == ("log/slog", "SetDefault") for c in calls)


def _encoded(call: ast.Call) -> bool:
    """`fmt.Println(string(data))`: the bytes say what they are."""
    if len(call.arguments) != 1:
        return False
    only = call.arguments[0]
    return isinstance(only, ast.Conversion) or (isinstance(only, ast.Call) and only.callee is None)
