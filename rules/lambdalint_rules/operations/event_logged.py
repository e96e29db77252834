"""The whole event, headers, a body, the environment or credentials are logged.

## Why it matters
An event of an API carries tokens, cookies and what people typed; the environment of a function carries the credentials
of its role. A log line keeps them for months, readable for everybody who may read logs. Log the fields that help.
A function of the program's own that does nothing but log is a logger: the finding is where it is called.

## When it stays silent
A single field that is none of these is logged, a credential is cut short, the password in a connection string masked,
the line is a debug line and these are off, only the type is printed, or addresses (`%v` of a slice of pointers), or a
struct whose type keeps the part to itself (its own `String`, a tag) or in which the part was written over.

## References
- AWS Lambda developer guide: Log and monitor Go Lambda functions
- OWASP cheat sheet series: Logging, data to exclude
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    GoFunction,
    HandlerPath,
    Origin,
    Program,
    Related,
    Rule,
    Severity,
    Site,
    call_path,
    gotypes,
    provenance,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_loggers import PRINTING_WORD, WORDS
from lambdalint_rules.operations._addresses import is_address, words_itself
from lambdalint_rules.operations._connection_texts import is_made, is_spelt
from lambdalint_rules.operations._debug_lines import debug_is_on
from lambdalint_rules.operations._event_parts import TOKEN, sensitive
from lambdalint_rules.operations._http_requests import sensitive_request
from lambdalint_rules.operations._inner_parts import inner_parts
from lambdalint_rules.operations._one_by_one import whole
from lambdalint_rules.operations._own_loggers import Shown, own_loggers
from lambdalint_rules.operations._part import EACH
from lambdalint_rules.operations._printed import chained, gathered, latest, printed, writes_line
from lambdalint_rules.operations._running import running
from lambdalint_rules.operations._whole_environment import is_environment

ENVIRONMENT = "the whole environment, with the role's credentials,"

rule = Rule(
    "LL710",
    "event-logged",
    Severity.WARNING,
    since="0.1.0",
    tags=("security",),
    security_severity="5.5",
    needs=(PRINTING_WORD, "Stdout", "Stderr", *WORDS),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    own = own_loggers(ctx.project)
    elsewhere = own.attributed(path)
    for reached in path.reached:
        function = reached.function
        if not function.first_party:
            continue
        around = chained(function)
        for site in reached.sites:
            written = [*_written(ctx, site, around), *own.shown(site.call, function)]
            for shown in written:
                if shown.level == "debug" and not debug_is_on(ctx.project, path.program, shown.written):
                    continue
                if function.key in elsewhere and own.is_given(shown.value, function):
                    continue
                what = ENVIRONMENT if is_environment(shown.value, function) else _told(path, ctx, shown, function)
                if what:
                    yield Finding(
                        site.call.span,
                        f"{what} {_is(what)} logged",
                        related=() if shown.written is site.call else (Related(shown.written.span, "written here"),),
                        flow=call_path(ctx.project, path.handler, reached.route),
                        anchor=function.label,
                    )
                    break


@rule.check(Program)
def at_start(program: Program, ctx: Context) -> Iterator[Finding]:
    own = own_loggers(ctx.project)
    reached = {r.function.key for path in ctx.project.paths_of(program) for r in path.reached}
    for function in running(program, ctx):
        around = chained(function)
        for call in function.calls:
            level = writes_line(call, around)
            whole = level and function.key not in reached and any(is_environment(v, function) for v in printed(call))
            lines = [(level, call)] if level and (whole or is_spelt(call, function)) else []
            lines += [(s.level, s.written) for s in own.shown(call, function) if is_made(s.value, function)]
            if any(how != "debug" or debug_is_on(ctx.project, program, written) for how, written in lines):
                what = ENVIRONMENT if whole else "a connection string with its password"
                yield Finding(call.span, f"{what} is logged", anchor=function.label)


def _is(what: str) -> str:
    first = what.split()[0]
    return "are" if first.endswith("s") and not first.endswith("ss") else "is"


def _written(ctx: Context, site: Site, around: dict[int, ast.Call]) -> Iterator[Shown]:
    """What a call of a logger writes."""
    level = writes_line(site.call, around)
    if level is None:
        return
    for argument in printed(site.call):
        value = latest(site.function, argument)
        if value.type != gotypes.ERROR and not is_address(ctx.project, site.call, argument):
            yield from (Shown(v, (), site.call, level) for v in (value, *gathered(site.function, value)))


def _told(path: HandlerPath, ctx: Context, shown: Shown, function: GoFunction) -> str | None:
    """What of the event, or of the request, is written, at once or one by one; None for what may be in a log."""
    if not shown.path and words_itself(ctx.project, shown.written, shown.value):
        return None
    origins = provenance(ctx.project, path)
    value: ast.Expr | None = shown.value
    while value is not None:
        now = shown._replace(value=value)
        what = _what(path, ctx, now, origins.of(value, function))
        what = what or _inside(path, ctx, inner_parts(ctx.project, now, origins, function))
        if what is None and not shown.path:
            what = sensitive_request(value, function, origins)
        if what or shown.path or value is not shown.value:
            return what
        value = whole(ctx, value, function)
    return None


def _what(path: HandlerPath, ctx: Context, shown: Shown, origins: frozenset[Origin]) -> str | None:
    """What of the event is written, None where it is nothing that must stay out of a log."""
    argument = shown.value
    below = shown.path[:-1] if shown.path[-1:] == (EACH,) else shown.path  # all of the headers, one by one
    paths = {(*o.path, *below) for o in origins if o.source == "event" and o.path is not None}
    for steps in sorted(paths):
        if found := sensitive(path, ctx, steps, None if shown.path else argument):
            return found
    name = argument.name if isinstance(argument, ast.Name | ast.Selector) and not shown.path else ""
    secret = bool(origins) and argument.type == gotypes.STRING and TOKEN.search(name)
    return f"the credential {name}" if secret else None


def _inside(path: HandlerPath, ctx: Context, parts: Iterator[tuple[str, ...]]) -> str | None:
    """What stands in the parts of what is written."""
    return next(filter(None, (sensitive(path, ctx, steps, None) for steps in sorted(parts))), None)
