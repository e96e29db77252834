"""A constant pattern or template is compiled at each invocation.

## Why it matters
Compiling a regular expression, a template or a schema costs far more than using it. With a constant text the result is
always the same, so it can be made once, in a package variable.

## When it stays silent
An argument isn't constant, or the call is guarded or happens before `lambda.Start`.

## Fix safety
Safe. The compilation moves to a package variable; a pattern that doesn't compile then fails at start-up. The function
that panics takes the place of one that returns an error, unless that error is of use to more than the check behind it.

## References
- Go documentation: regexp.MustCompile
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    HandlerPath,
    Rule,
    Severity,
    Site,
    Span,
    call_path,
    gofix,
    gotypes,
    package_names,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import COMPILERS
from lambdalint_rules.lifecycle._checked_compilations import checked, panicking, without
from lambdalint_rules.lifecycle._fixed_texts import only_text
from lambdalint_rules.lifecycle._local_names import declaration, free, is_its_own, members, names_in, uses

FROM_FILES = ("ParseFiles", "ParseGlob", "ParseFS")
DEFAULT_NAMES = {"regexp": "pattern", "text/template": "page", "html/template": "page"}

rule = Rule(
    "LL204",
    "compiled-per-invocation",
    Severity.INFO,
    since="0.1.0",
    fixable=Applicability.SAFE,
    needs=("Compile", "Must", "NewSchema"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for package, names in COMPILERS.items():
        for site in path.calls(package, *sorted(names)):
            callee = site.call.callee
            if site.guarded or callee is None or callee.receiver or not site.function.first_party:
                continue
            if not site.call.arguments or not all(_constant(a) or _kept(a, site, ctx) for a in site.call.arguments):
                continue
            yield Finding(
                site.call.span,
                f"{gotypes.package_name(package)}.{callee.name} of a constant runs at each invocation",
                fix=_fix(ctx, site),
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _constant(argument: ast.Expr) -> bool:
    """A constant, or `template.New(constant).Parse(constant)` and the like."""
    if isinstance(argument, ast.Call):
        function = argument.function
        inner = isinstance(function, ast.Selector) and (bool(function.ref) or _constant(function.operand))
        return inner and argument.callee is not None and all(map(_constant, argument.arguments))
    return isinstance(getattr(argument, "value", None), str)


def _kept(argument: ast.Expr, site: Site, ctx: Context) -> bool:
    """A local that is only ever given a constant."""
    ref = getattr(argument, "ref", "")
    return ref.startswith("local:") and only_text(members(ctx, site.function), ref) is not None


def _fix(ctx: Context, site: Site) -> Fix | None:
    callee, function = site.call.callee, site.function
    file = ctx.project.code.files.get(function.file)
    if callee is None or file is None:
        return None
    if any(isinstance(n, ast.Name) and n.ref.startswith("local:") for n in ast.walk(site.call)):
        return None
    if any(isinstance(n, ast.Call) and n.callee and n.callee.name.startswith(FROM_FILES) for n in ast.walk(site.call)):
        return None  # tests of the package would need the files too
    panics = callee.name.startswith("Must")
    found = None if panics else checked(function, site.call)
    gone = without(ctx, found) if found is not None else ()
    if not panics and (not gone or f"Must{callee.name}" not in COMPILERS[callee.package]):
        return None
    source = ctx.project.sources[function.file]
    text, eol = panicking(ctx, site.call), gofix.end_of_line(source)
    around = members(ctx, function)
    statement = found.statement if found is not None else declaration(function, site.call)
    target = statement.targets[0] if statement is not None else None
    name = target.name if isinstance(target, ast.Name) and is_its_own(around, target) else ""
    taken = package_names(ctx.project, posixpath.dirname(function.file), function.package)
    if len(name) < 2 or name in taken:  # a letter says nothing outside of its function
        used = uses(around, target, source) if name and isinstance(target, ast.Name) else ()
        name = free(DEFAULT_NAMES.get(callee.package, "compiled"), taken | names_in(around))
        kept = f"{ctx.text(target.span)} := {name}" if found is not None and target is not None else name
        replaced = (Edit(found.span if found is not None else site.call.span, kept), *gone[1:])
        if used and statement is not None:
            gone = gone or (gofix.remove_lines(source, statement.span),)
            replaced = (*gone, *(Edit(use.span, name) for use in used))
    elif statement is not None:
        replaced = gone or (gofix.remove_lines(source, statement.span),)
    at = source.line_bounds(source.line_of(file.imports_end))[1]
    declared = Edit(Span(function.file, at, at), f"{eol}{eol}var {name} = {text}")
    if any(edit.span.contains(declared.span) for edit in replaced):
        return None
    title = f"compile once, into the package variable {name}"
    return Fix(title, (declared, *replaced), Applicability.SAFE, apart=(posixpath.dirname(function.file),))
