"""A deployment doesn't notice that the code of a function has changed.

## Why it matters
The path of a package stays the same when its content changes. Without a hash of the content, the deployment sees no
difference and the function keeps running old code. A hash that is not the base64 of SHA-256 never equals the one that
Lambda reports.

## When it stays silent
The code comes from a bucket, changes of the package are ignored on purpose, or the hash is computed in a way that
can't be followed.

## Fix safety
Unsafe: the next deployment replaces the code.

## References
- Documentation of `aws_lambda_function`, argument `source_code_hash`:
  https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    GoFunctionDeployment,
    Known,
    Rule,
    Severity,
    Slot,
    pattern,
)

rule = Rule(
    code="LL311",
    name="stale-package",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)

HASH = "SHA-256"  # the front end knows the words for it
OTHER_HASH = pattern(
    r"(?:file)?(?:md5|sha1|sha256|sha512|base64sha512)\(.*|.*\boutput_(?:md5|sha|sha256|sha512|base64sha512)", re.DOTALL
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    package = function.package
    if package is None or package.ignored or not package.needs_change_key or package.path is None:
        return
    key = package.change_key
    if key is None:
        yield Finding(
            package.span,
            f"nothing tells the deployment of {function.label} that the content of its package has changed",
            fix=_fix(package.change_slot),
            anchor=function.label,
        )
    elif isinstance(key, Known) and not _is_right(key.value) and OTHER_HASH.fullmatch(key.value):
        yield Finding(
            key.span,
            f"the hash of the package of {function.label} is not the base64 of its SHA-256",
            fix=_fix(key.slot),
            anchor=function.label,
        )


def _is_right(key: str) -> bool:
    """True for an expression whose value is the base64 of a SHA-256."""
    return key.startswith(("base64sha256(", "filebase64sha256(")) or key.endswith("output_base64sha256")


def _fix(slot: Slot | None) -> Fix | None:
    if slot is None:
        return None
    edit = Edit(slot.span, slot.before + slot.spell(HASH) + slot.after)
    return Fix("compare the SHA-256 of the package", (edit,), Applicability.UNSAFE)
