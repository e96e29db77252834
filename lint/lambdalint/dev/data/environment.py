"""Names of environment variables that Lambda keeps for itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from lambdalint.dev.data.hand import ENVIRONMENT_BYTES, LIKELY_RESERVED
from lambdalint.dev.data.runtimes import lambda_model
from lambdalint.dev.data.text import literal

FACTS = (LIKELY_RESERVED, ENVIRONMENT_BYTES)


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `environment_keys`. ValueError where cfn-lint and CDK don't refuse the same names."""
    schema = roots["cfn-lint"] / "cfnlint/data/schemas/extensions/aws_lambda_function/environment_variable_keys.json"
    refused = frozenset(json.loads(schema.read_bytes())["propertyNames"]["not"]["enum"])
    also = refused_by_cdk((roots["cdk"] / "aws-lambda/lib/function.js").read_text("utf-8"))
    if refused != also:
        raise ValueError(f"names that only one source refuses: {sorted(refused ^ also)}")
    pattern = lambda_model(roots["botocore"])["shapes"]["EnvironmentVariableName"]["pattern"]
    return {
        "RESERVED": literal(refused),
        "LIKELY_RESERVED": literal(frozenset(LIKELY_RESERVED.value)),
        "NAME_PATTERN": f'r"{pattern}"',
        "MAX_BYTES": str(ENVIRONMENT_BYTES.value),
    }


def refused_by_cdk(script: str) -> frozenset[str]:
    """The names that the construct refuses."""
    match = re.search(r'\[((?:"\w+",?)*"LAMBDA_TASK_ROOT"(?:,?"\w+")*)\]\.includes', script)
    if match is None:
        raise ValueError("CDK refuses no names")
    return frozenset(json.loads(f"[{match[1]}]"))
