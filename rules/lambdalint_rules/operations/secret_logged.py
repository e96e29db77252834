"""The value of a secret is written to the log.

## Why it matters
A log keeps what it is given for months, and more people may read logs than secrets. A password in a log line is known
to all of them, and to every tool that the logs are sent to.

## When it stays silent
Only a part of the value is printed, or something about it (its length, whether it is there); where it comes from can't
be told; a struct keeps its secret to itself; the line is a debug line and debug lines are off.

## References
- AWS Lambda developer guide: Log and monitor Go Lambda functions
- CWE-532: https://cwe.mitre.org/data/definitions/532.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Program, Related, Rule, Severity
from lambdalint.data.go_loggers import PRINTING_WORD, WORDS
from lambdalint_rules.operations._debug_lines import debug_is_on
from lambdalint_rules.operations._own_loggers import Shown, own_loggers
from lambdalint_rules.operations._printed import chained, printed, writes_line
from lambdalint_rules.operations._running import running
from lambdalint_rules.operations._secret_parts import secret_part
from lambdalint_rules.operations._secret_values import SecretValues

rule = Rule(
    "LL711",
    "secret-logged",
    Severity.ERROR,
    since="0.1.0",
    tags=("security",),
    security_severity="7.5",
    needs=(PRINTING_WORD, *WORDS),
)


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    secrets, own = SecretValues(ctx), own_loggers(ctx.project)
    for function in running(program, ctx):
        around = chained(function)
        for call in function.calls:
            level = writes_line(call, around)
            direct = (Shown(v, (), call, level) for v in printed(call)) if level else ()
            for shown in (*direct, *own.shown(call, function)):
                if shown.path or (shown.level == "debug" and not debug_is_on(ctx.project, program, shown.written)):
                    continue
                what = secrets.what(shown.value, function) or secret_part(ctx, secrets, shown, function)
                if what:
                    place = shown.value.span
                    related = () if call.span.contains(place) else (Related(place, "what is logged"),)
                    yield Finding(call.span, f"{what} is logged in clear", related, anchor=function.label)
                    break
