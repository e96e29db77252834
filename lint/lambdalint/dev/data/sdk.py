"""Operations and actions that people put together, held against what the APIs and the authorization reference know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lambdalint.data import sdk_actions, sdk_writes
from lambdalint.dev.data.iam import actions
from lambdalint.dev.data.runtimes import service_model

_FOLDERS: Mapping[str, str] = {
    "cloudwatchlogs": "logs",
    "cloudwatchevents": "events",
    "eventbridge": "events",
    "cognitoidentityprovider": "cognito-idp",
    "bedrockruntime": "bedrock-runtime",
    "rdsdata": "rds-data",
    "sfn": "stepfunctions",
}
"""Packages of the SDK for Go whose service has another name among the models."""


def needs(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """Nothing to assign in `sdk_actions`. ValueError for an operation or an action that doesn't exist."""
    known = {f"{action.service}:{action.name}".lower() for action in actions(roots["iam"])}
    operations = {service: set(_operations(roots["botocore"], service)) for service, _ in sdk_actions.NEEDED}
    wrong = [f"{service}.{name}" for service, name in sdk_actions.NEEDED if name not in operations[service]]
    granted = {action for needed in sdk_actions.NEEDED.values() for action in needed} | sdk_actions.ALSO.keys()
    wrong += [action for action in granted if action.lower() not in known]
    if wrong:
        raise ValueError(f"there is no {', '.join(sorted(wrong))}")
    return {}


def writes(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """Nothing to assign in `sdk_writes`. ValueError for a request or a field that doesn't exist."""
    wrong = []
    for name, (service, fields) in sdk_writes.WRITES.items():
        model = service_model(roots["botocore"], service)
        operation = model["operations"].get(name.removesuffix("Input"))
        if operation is None and name == "UploadInput":  # the transfer manager's, with the fields of PutObject
            operation = model["operations"]["PutObject"]
        shape = operation["input"]["shape"] if operation else ""
        members = model["shapes"].get(shape, {"members": {}})["members"]
        wrong += [f"{name}.{field}" for field in fields if field not in members]
    if wrong:
        raise ValueError(f"there is no {', '.join(sorted(wrong))}")
    return {}


def _operations(root: Path, service: str) -> Iterator[str]:
    yield from service_model(root, _FOLDERS.get(service, service))["operations"]
