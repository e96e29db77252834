"""A secret stands in clear in Go code of a Lambda program.

## Why it matters
Everybody who can read the repository, its history or the binary reads the secret too (`strings bootstrap` is enough),
and to change it takes a new build. A secret belongs in a store, fetched at start-up.

## When it stays silent
The text is a placeholder, a reference, an ARN, a path or a name; it is one of the keys that documentation uses as an
example; or it stands in tests, in generated code, or in code that no Lambda program contains.

## References
- AWS Lambda developer guide, "Use Secrets Manager secrets in Lambda functions":
  https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html
- CWE-798: https://cwe.mitre.org/data/definitions/798.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import CodeSecret, Context, Finding, Rule, Severity

rule = Rule(
    code="LL410",
    name="secret-in-code",
    severity=Severity.ERROR,
    since="0.1.0",
    tags=("security",),
    security_severity="7.5",
)


@rule.check(CodeSecret)
def check(secret: CodeSecret, _ctx: Context) -> Iterator[Finding]:
    holder = f"{secret.name} holds" if secret.name else "the code holds"
    yield Finding(secret.span, f"{holder} a secret in clear ({secret.kind})", anchor=secret.name)
