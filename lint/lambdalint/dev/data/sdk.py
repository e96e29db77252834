"""Operations and actions that people put together, held against what the APIs and the authorization reference know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lambdalint.data import sdk_actions, sdk_writes
from lambdalint.dev.data.hand import ONE_ENDPOINT
from lambdalint.dev.data.iam import actions
from lambdalint.dev.data.runtimes import service_model
from lambdalint.dev.data.text import literal, several

_FOLDERS: Mapping[str, str] = {
    "cloudwatchlogs": "logs",
    "cloudwatchevents": "events",
    "eventbridge": "events",
    "cognitoidentityprovider": "cognito-idp",
    "bedrockruntime": "bedrock-runtime",
    "rdsdata": "rds-data",
    "sfn": "stepfunctions",
    "bedrockagentruntime": "bedrock-agent-runtime",
    "iotdataplane": "iot-data",
    "personalizeruntime": "personalize-runtime",
    "redshiftdata": "redshift-data",
    "sagemakerruntime": "sagemaker-runtime",
    "timestreamwrite": "timestream-write",
}
"""Packages of the SDK for Go whose service has another name among the models."""

_SERVICES = """
appconfigdata athena batch bedrockagentruntime bedrockruntime cloudfront cloudwatch cloudwatchevents cloudwatchlogs
codebuild codepipeline cognitoidentityprovider comprehend dynamodb ecr ecs eventbridge firehose iotdataplane kinesis
lambda personalizeruntime polly rdsdata redshiftdata rekognition route53 s3 sagemakerruntime scheduler secretsmanager
servicediscovery ses sesv2 sfn sns sqs ssm textract timestreamwrite transcribe translate
"""
"""Packages of the SDK for Go whose operations are looked up."""

_PREFIXES = {"monitoring": "cloudwatch", "iotdata": "iot"}
"""Services that sign requests by another name than actions have."""


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


def same_named(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `sdk_operations`."""
    known: dict[str, set[str]] = {}
    for action in actions(roots["iam"]):
        known.setdefault(action.service, set()).add(action.name)
    entries = []
    for package in sorted(_SERVICES.split()):
        model = service_model(roots["botocore"], _FOLDERS.get(package, package))
        prefix = _prefix(model["metadata"])
        signed = (name for name, operation in model["operations"].items() if not _is_open(operation))
        names = sorted(name for name in signed if name in known[prefix])
        entries.append(f'"{package}": {several([prefix, *names])},')
    return {"SAME_NAMED": "{\n" + "\n".join(entries) + "\n}"}


def _prefix(metadata: Mapping[str, str]) -> str:
    """How actions call a service."""
    name = metadata.get("signingName") or metadata["endpointPrefix"]
    return _PREFIXES.get(name, name)


def _is_open(operation: Mapping[str, Any]) -> bool:
    """True for an operation that no credentials are needed for."""
    return operation.get("authtype") == "none" or operation.get("auth") == ["smithy.api#noAuth"]


def everywhere(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `aws_sdk`."""
    root = roots["botocore"] / "botocore/data"
    services = json.loads((root / "endpoints.json").read_bytes())["partitions"][0]["services"]
    single = {name for name, service in services.items() if service.get("isRegionalized") is False}
    packages = set(ONE_ENDPOINT.value)
    for folder in root.iterdir():
        if any(folder.glob("*/service-2.json*")):
            metadata = service_model(roots["botocore"], folder.name)["metadata"]
            if metadata["endpointPrefix"] in single:
                packages.add(re.sub(r"[ -]", "", metadata["serviceId"]).lower())
    return {"GLOBAL_SERVICES": literal(frozenset(packages))}


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
