"""What constructs of the CDK grant: the lists of actions in their own code."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from lambdalint.dev.data.text import literal


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `cdk_grants`."""
    root = roots["cdk"]
    tables = exported((root / "aws-dynamodb/lib/perms.js").read_text("utf-8"))
    buckets = exported((root / "aws-s3/lib/perms.js").read_text("utf-8"))
    queues = (root / "aws-sqs/lib/sqs-grants.generated.js").read_text("utf-8")
    described = tables["DESCRIBE_TABLE"]
    return {
        "_READ_TABLE": literal(tables["READ_DATA_ACTIONS"] + described),
        "_WRITE_TABLE": literal(tables["WRITE_DATA_ACTIONS"] + described),
        "_READ_BUCKET": literal(buckets["BUCKET_READ_ACTIONS"]),
        "_PUT_BUCKET": literal(buckets["BUCKET_PUT_ACTIONS"]),
        "_DELETE_BUCKET": literal(buckets["BUCKET_DELETE_ACTIONS"]),
        "_SEND": literal(_granted(queues, "sendMessages")),
        "_CONSUME": literal(_granted(queues, "consumeMessages")),
        "_PURGE": literal(_granted(queues, "purge")),
    }


def exported(script: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of texts, and the single texts, that a module exports; lists may hold others that stand before."""
    found: dict[str, tuple[str, ...]] = {}
    for name, inside in re.findall(r'exports\.(\w+)=(\[[^\]]*\]|"[^"]*")', script):
        items: tuple[str, ...] = ()
        for other, text in re.findall(r'\.\.\.exports\.(\w+)|("[^"]*")', inside):
            items += found[other] if other else (json.loads(text),)
        found[name] = items
    return found


def _granted(script: str, method: str) -> tuple[str, ...]:
    """The actions that a method grants. ValueError where it has none of its own."""
    match = re.search(rf"\b{method}\(grantee\)\{{(?:(?!const actions=).)*const actions=(\[[^\]]*\])", script, re.DOTALL)
    if match is None:
        raise ValueError(f"{method} grants nothing by itself")
    return tuple(json.loads(match[1]))
