"""Who invokes functions: service principals, and the service that calls for a resource."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lambdalint.data import resource_policies
from lambdalint.dev.data.cloudformation import schema_of
from lambdalint.dev.data.hand import INVOKERS
from lambdalint.dev.data.text import literal

_SUFFIX = ".amazonaws.com"
_ARN_SERVICES = {"apigateway": "execute-api"}
"""Services whose resources have another name in the ARN of a permission's source."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "AWS::ApiGateway::RestApi": ("aws_api_gateway_rest_api", "apigateway.RestApi", "AWS::Serverless::Api"),
    "AWS::ApiGatewayV2::Api": ("aws_apigatewayv2_api", "apigatewayv2.Api", "AWS::Serverless::HttpApi"),
    "AWS::Cognito::UserPool": ("aws_cognito_user_pool", "cognito.UserPool"),
    "AWS::Config::ConfigRule": ("aws_config_config_rule", "cfg.Rule"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": ("aws_lb_target_group", "aws_alb_target_group", "lb.TargetGroup"),
    "AWS::Events::Rule": ("aws_cloudwatch_event_rule", "cloudwatch.EventRule"),
    "AWS::IoT::TopicRule": ("aws_iot_topic_rule", "iot.TopicRule"),
    "AWS::Logs::LogGroup": ("aws_cloudwatch_log_group", "cloudwatch.LogGroup"),
    "AWS::S3::Bucket": ("aws_s3_bucket", "s3.Bucket", "s3.BucketV2"),
    "AWS::SNS::Topic": ("aws_sns_topic", "sns.Topic"),
}
"""A type of CloudFormation → what Terraform, Pulumi and SAM call the same."""


def invokers(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `principals`. ValueError for a name that neither a source nor a page confirms."""
    granted = set(granted_by_sam(roots["sam"])) | set(granted_by_serverless(roots["serverless"]))
    confirmed, pages = INVOKERS.value
    known = {*principals_of_cdk(roots["cdk"]), *principals_of_policies(roots["moto"]), *granted}
    if strange := sorted(name for name in confirmed if name + _SUFFIX not in known):
        raise ValueError(f"no source knows {', '.join(strange)}")
    names = {name + _SUFFIX for name in (*confirmed, *pages)} | granted
    return {"INVOKERS": literal(frozenset(names))}


def granted_by_sam(root: Path) -> Iterator[str]:
    """The principals that SAM lets invoke functions."""
    text = (root / "samtranslator/model/eventsources/push.py").read_text("utf-8")
    yield from re.findall(r'principal = "([a-z0-9.-]+\.amazonaws\.com)"', text)


def granted_by_serverless(root: Path) -> Iterator[str]:
    """The principals that the Serverless Framework lets invoke functions; an edge's copies have roles instead."""
    for path in sorted((root / "lib/plugins/aws/package/compile/events").rglob("*.js")):
        if path.name != "cloud-front.js":
            yield from re.findall(r"Principal: '([a-z0-9.-]+\.amazonaws\.com)'", path.read_text("utf-8"))


def principals_of_cdk(root: Path) -> Iterator[str]:
    """All principals that the constructs name."""
    for path in root.glob("aws-*/lib/**/*.js"):
        yield from re.findall(r"[a-z0-9.-]+\.amazonaws\.com", path.read_text("utf-8"))


def principals_of_policies(root: Path) -> Iterator[str]:
    """All principals that policies managed by AWS speak of."""
    text = (root / "moto/iam/aws_managed_policies.py").read_text("utf-8")
    yield from re.findall(r"[a-z0-9.-]+\.amazonaws\.com", text)


def sources(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `source_services`. ValueError where a type has no names here, or Terraform lost one."""
    services = dict(services_of(roots["cfn-lint"]))
    if services.keys() != NAMES.keys():
        raise ValueError(f"types with a principal of their own: {sorted(services.keys() ^ NAMES.keys())}")
    names: dict[str, str] = {}
    for kind, service in services.items():
        for name in (kind, *NAMES[kind]):
            folder = name.removeprefix("aws_").replace("_", "-")
            if name.startswith("aws_") and not (roots["terraform"] / "lib" / folder).is_dir():
                raise ValueError(f"Terraform has no {name}")
            names[name] = service
    arns = {_ARN_SERVICES.get(service, service): service for service in services.values()}
    return {"ARNS": literal(dict(sorted(arns.items()))), "RESOURCES": literal(dict(sorted(names.items())))}


def services_of(root: Path) -> Iterator[tuple[str, str]]:
    """A type of CloudFormation and the service whose principal a permission with such a source must have."""
    rule = root / "cfnlint/data/schemas/extensions/aws_lambda_permission/permission_principal.json"
    found = json.loads(rule.read_bytes())["cfnGather"]["schema"]["then"]["properties"]["permission"]
    patterns = found["properties"]["principal"]["pattern"]["$lookup"]["map"]
    for kind, pattern in patterns.items():
        service = re.match(r"\^([a-z0-9-]+)", pattern)
        if service is None:
            raise ValueError(f"{kind}: {pattern}")
        yield kind, service[1]


def holders(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """Nothing to assign in `resource_policies`. ValueError for a type, or a property, that doesn't exist."""
    wrong = []
    for name in (*resource_policies.TERRAFORM, *resource_policies.TERRAFORM_ATTRIBUTES):
        declared = roots["terraform"] / "lib" / name.removeprefix("aws_").replace("_", "-") / "index.d.ts"
        attribute = resource_policies.TERRAFORM_ATTRIBUTES.get(name, "")
        if not declared.is_file() or f"#{attribute}" not in declared.read_text("utf-8"):
            wrong.append(f"{name} {attribute}".strip())
    for kind in resource_policies.CLOUDFORMATION:
        named = resource_policies.CLOUDFORMATION_PROPERTIES.get(kind)
        try:
            schema = schema_of(roots["cfn-lint"], kind)
        except KeyError:
            wrong.append(kind)
            continue
        if named is not None and named not in schema["properties"]:
            wrong.append(f"{kind} {named}")
    if wrong:
        raise ValueError(f"there is no {', '.join(wrong)}")
    return {}
