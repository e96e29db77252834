"""A new rule in one command: its file and two cases that fail until it is written."""

from __future__ import annotations

import sys
from pathlib import Path

from lambdalint.dev.index import FOLDER, write

TEMPLATE = '''"""TITLE.

## Why it matters
WHY

## When it stays silent
WHEN

## References
- REFERENCE
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Rule, Severity

rule = Rule(code="{code}", name="{name}", severity=Severity.WARNING, since="0.1.0")


@rule.check(Function)
def check(function: Function, ctx: Context) -> Iterator[Finding]:
    yield from ()
'''


def new_rule(arguments: list[str]) -> int:
    """`new-rule NAME CODE GROUP`: write the rule, its line in the index, and a firing and a silent case."""
    if len(arguments) != 3:
        print("usage: python -m lambdalint.dev new-rule NAME CODE GROUP", file=sys.stderr)
        return 2
    name, code, group = arguments
    file = FOLDER / group / f"{name.replace('-', '_')}.py"
    cases = Path.cwd() / "testdata" / "rules" / name
    if not file.parent.is_dir() or file.exists() or cases.exists():
        print(f"{file} or {cases} exists, or there is no group {group!r}", file=sys.stderr)
        return 2
    file.write_text(TEMPLATE.format(code=code, name=name), encoding="utf-8")
    for case, tail in (("fires", "  # want: .\n"), ("silent", "\n")):
        (cases / case).mkdir(parents=True)
        text = f'resource "aws_lambda_function" "worker" {{{tail}}}\n'
        (cases / case / "main.tf").write_text(text, encoding="utf-8")
    return write([])
