"""A file can't be parsed.

## Why it matters
What can't be read can't be checked, and neither Go nor Terraform will take it. The readable part of the file is
analysed all the same, but rules about what is missing stay silent on it.

## When it stays silent
The file is of a kind that lambdalint doesn't read, is not part of a Lambda program, or is excluded; its path has blanks
that a generator fills in (`{{name}}`), so that its text may have them too; or it lies in a folder `testdata`.

## References
- The Go programming language specification: https://go.dev/ref/spec
- Terraform configuration syntax: https://developer.hashicorp.com/terraform/language/syntax/configuration
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import BrokenFile, Context, Finding, Rule, Severity, pattern

TESTS = "testdata"
BLANK = pattern(r"\{\{.*\}\}")

rule = Rule(
    code="LL001",
    name="syntax-error",
    severity=Severity.ERROR,
    since="0.1.0",
)


@rule.check(BrokenFile)
def check(broken: BrokenFile, _ctx: Context) -> Iterator[Finding]:
    folders = broken.span.path.split("/")[:-1]
    if TESTS in folders or any(BLANK.search(name) for name in folders):
        return
    yield Finding(broken.span, broken.message)
