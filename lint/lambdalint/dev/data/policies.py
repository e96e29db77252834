"""What policies allow that others wrote: those that AWS manages, and the templates of SAM."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from lambdalint.dev.data.text import literal, several, words

MANAGED = """
AdministratorAccess PowerUserAccess ReadOnlyAccess job-function/ViewOnlyAccess
AWSAppSyncInvokeFullAccess AWSCloudFormationFullAccess AWSCloudFormationReadOnlyAccess AWSCodePipeline_FullAccess
AWSIoTDataAccess AWSIoTFullAccess AWSKeyManagementServicePowerUser AWSLambdaExecute AWSLambdaInvocation-DynamoDB
AWSLambda_FullAccess AWSLambda_ReadOnlyAccess AWSOrganizationsReadOnlyAccess AWSStepFunctionsFullAccess
AWSStepFunctionsReadOnlyAccess AWSXRayDaemonWriteAccess AWSXrayFullAccess AWSXrayReadOnlyAccess
AWSXrayWriteOnlyAccess AmazonAPIGatewayAdministrator AmazonAPIGatewayInvokeFullAccess AmazonAthenaFullAccess
AmazonBedrockFullAccess AmazonBedrockLimitedAccess AmazonBedrockReadOnly AmazonCognitoPowerUser AmazonCognitoReadOnly
AmazonDynamoDBFullAccess AmazonDynamoDBFullAccess_v2 AmazonDynamoDBReadOnlyAccess AmazonEC2ContainerRegistryFullAccess
AmazonEC2ContainerRegistryPowerUser AmazonEC2ContainerRegistryReadOnly AmazonEC2FullAccess AmazonEC2ReadOnlyAccess
AmazonECS_FullAccess AmazonElastiCacheFullAccess AmazonElasticFileSystemClientFullAccess
AmazonElasticFileSystemClientReadWriteAccess AmazonEventBridgeFullAccess AmazonEventBridgeReadOnlyAccess
AmazonEventBridgeSchedulerFullAccess AmazonKinesisFirehoseFullAccess AmazonKinesisFullAccess
AmazonKinesisReadOnlyAccess AmazonOpenSearchServiceFullAccess AmazonOpenSearchServiceReadOnlyAccess
AmazonPollyFullAccess AmazonPollyReadOnlyAccess AmazonRDSDataFullAccess AmazonRDSFullAccess AmazonRDSReadOnlyAccess
AmazonRekognitionFullAccess AmazonRekognitionReadOnlyAccess AmazonRoute53FullAccess AmazonRoute53ReadOnlyAccess
AmazonS3FullAccess AmazonS3ReadOnlyAccess AmazonSESFullAccess AmazonSNSFullAccess AmazonSNSReadOnlyAccess
AmazonSQSFullAccess AmazonSQSReadOnlyAccess AmazonSSMFullAccess AmazonSSMManagedInstanceCore AmazonSSMReadOnlyAccess
AmazonTextractFullAccess AmazonTranscribeFullAccess AmazonVPCFullAccess AmazonVPCReadOnlyAccess CloudFrontFullAccess
CloudWatchEventsFullAccess CloudWatchFullAccess CloudWatchFullAccessV2
CloudWatchLambdaApplicationSignalsExecutionRolePolicy CloudWatchLambdaInsightsExecutionRolePolicy
CloudWatchLogsFullAccess CloudWatchLogsReadOnlyAccess CloudWatchReadOnlyAccess ComprehendFullAccess ComprehendReadOnly
IAMFullAccess IAMReadOnlyAccess SecretsManagerReadWrite TranslateFullAccess TranslateReadOnly
service-role/AWSLambdaBasicDurableExecutionRolePolicy service-role/AWSLambdaBasicExecutionRole
service-role/AWSLambdaDynamoDBExecutionRole service-role/AWSLambdaENIManagementAccess
service-role/AWSLambdaKinesisExecutionRole service-role/AWSLambdaMSKExecutionRole service-role/AWSLambdaRole
service-role/AWSLambdaSQSQueueExecutionRole service-role/AWSLambdaVPCAccessExecutionRole
service-role/AmazonS3ObjectLambdaExecutionRolePolicy
"""
"""The policies that roles of functions get."""

_MANY = 300
_VERBS = ("BatchGet", "Check", "Count", "Describe", "Get", "List", "Lookup", "Preview", "Query", "Search", "Select",
          "Scan", "Validate", "View")  # fmt: skip


def managed(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `managed_policies`. ValueError for a policy that AWS doesn't have."""
    known = {f"{entry['Path']}{name}".lstrip("/"): entry["Document"] for name, entry in _documents(roots["moto"])}
    wanted = sorted(MANAGED.split())
    if gone := [name for name in wanted if name not in known]:
        raise ValueError(f"AWS has no policies {', '.join(gone)}")
    entries = [f'"{name}": {several(shortened(allowed(known[name])))},' for name in wanted]
    return {"ACTIONS": "{\n" + "\n".join(entries) + "\n}"}


def _documents(root: Path) -> Iterator[tuple[str, Any]]:
    """The policies and when, where and how they stand there."""
    module = ast.parse((root / "moto/iam/aws_managed_policies.py").read_text("utf-8"))
    assigned = next(node for node in module.body if isinstance(node, ast.Assign))
    yield from json.loads(ast.literal_eval(assigned.value)).items()


def allowed(document: Any) -> frozenset[str]:
    """All actions that a policy may allow, whatever it says of resources and conditions, or denies."""
    actions: set[str] = set()
    statements = document["Statement"]
    for statement in statements if isinstance(statements, list) else [statements]:
        if statement["Effect"] == "Allow":
            named = statement.get("Action", ["*"])  # without it, all but a few
            actions |= {named} if isinstance(named, str) else set(named)
    return frozenset(actions)


def shortened(actions: Iterable[str]) -> list[str]:
    """The same, or where they are many not fewer: without those that others include."""
    names = set(actions)
    if len(names) > _MANY:
        names |= {f"*:{verb}*" for verb in _VERBS}
    wide = sorted(name for name in names if "*" in name)
    return sorted(n for n in names if not any(w != n and _includes(w, n) for w in wide))


def _includes(pattern: str, name: str) -> bool:
    return fnmatchcase(name.lower(), pattern.lower())


def templates(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `sam_policy_templates`."""
    path = roots["sam"] / "samtranslator/policy_templates_data/policy_templates.json"
    entries = []
    for name, template in sorted(json.loads(path.read_bytes())["Templates"].items()):
        grants = "".join(f"{_grant(statement)}," for statement in template["Definition"]["Statement"])
        entries.append(f'"{name}": ({grants}),')
    return {"POLICY_TEMPLATES": "{\n" + "\n".join(entries) + "\n}"}


def _grant(statement: Any) -> str:
    named, resources = statement["Action"], statement["Resource"]
    actions = [named] if isinstance(named, str) else named
    places = resources if isinstance(resources, list) else [resources]
    pieces = [words(actions, 3), *(literal(resource_text(place)) for place in places)]
    if "Condition" in statement:
        pieces.append("conditioned=True")
    return f"_grant({', '.join(pieces)})"


def resource_text(resource: Any) -> str:
    """A resource of a template as text, `<Name>` where a parameter's value goes."""
    if isinstance(resource, str):
        return resource
    if "Ref" in resource:
        return f"<{resource['Ref']}>"
    inside = resource["Fn::Sub"]
    text, values = (inside, {}) if isinstance(inside, str) else inside

    def filled(match: re.Match[str]) -> str:
        value = values.get(match[1])
        return resource_text(value) if value is not None else match[0]

    return re.sub(r"\$\{([\w:.]+)\}", filled, text)
