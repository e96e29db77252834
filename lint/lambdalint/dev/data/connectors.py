"""What SAM's connectors allow between a function and another resource, from the translator's profiles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lambdalint.dev.data.text import literal, words

FUNCTION = "AWS::Lambda::Function"
_POLICY = "AWS_IAM_ROLE_MANAGED_POLICY"
_PERMISSION = "AWS_LAMBDA_PERMISSION"


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `sam_connectors`."""
    profiles = json.loads((roots["sam"] / "samtranslator/model/connector_profiles/profiles.json").read_bytes())
    permissions = profiles["Permissions"]
    into = {source: found[FUNCTION] for source, found in permissions.items() if FUNCTION in found}
    invokers = {s: next(_principals(p)) for s, p in into.items() if p["Type"] == _PERMISSION}
    return {
        "REACHED": _spelt({d: p for d, p in permissions[FUNCTION].items() if _is_of_role(p, of_source=True)}),
        "POLLED": _spelt({s: p for s, p in into.items() if _is_of_role(p, of_source=False)}),
        "INVOKERS": literal(dict(sorted(invokers.items()))),
    }


def _is_of_role(profile: Any, of_source: bool) -> bool:
    """True for a profile that gives a policy to the role of the source, or of the destination."""
    return profile["Type"] == _POLICY and profile["Properties"]["SourcePolicy"] is of_source


def _principals(profile: Any) -> Iterator[str]:
    for access in profile["Properties"]["AccessCategories"].values():
        yield access["Principal"]


def _spelt(profiles: Mapping[str, Any]) -> str:
    entries = []
    for kind in sorted(profiles, key=lambda kind: (kind != FUNCTION, kind)):
        allowed = profiles[kind]["Properties"]["AccessCategories"]
        pieces = [
            f"{access}={words((a for s in allowed[access]['Statement'] for a in s['Action']), 3)}"
            for access in ("Read", "Write")
            if access in allowed
        ]
        entries.append(f"{'FUNCTION' if kind == FUNCTION else literal(kind)}: _access({', '.join(pieces)}),")
    return "{\n" + "\n".join(entries) + "\n}"
