"""OpenAPI documents in templates and configurations: the methods that call functions, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent, indent

import pytest

from lambdalint.frontends import cloudformation, terraform
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known

ADDRESS = "'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations'"
URI = f"!Sub {ADDRESS}"


def template(
    document: str,
    *,
    kind: str = "AWS::Serverless::HttpApi",
    settings: str = "Description: shop",
    function: str = "",
    **files: str,
) -> InfraFacts:
    """A template with a function and an API that is described by a document."""
    body = indent(dedent(document).replace("URI", URI), " " * 8)
    name = "DefinitionBody" if "Serverless" in kind else "Body"
    text = (
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n"
        f"    Properties:\n      Runtime: provided.al2023\n      Handler: bootstrap\n{function}"
        f"  Shop:\n    Type: {kind}\n    Properties:\n      {settings}\n      {name}:\n{body}"
    )
    return read_templates({"template.yaml": text, **{k.replace("_yaml", ".yaml"): v for k, v in files.items()}})


def read_templates(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = cloudformation.read(data.get, sorted(data))
    assert broken == ()
    return facts


DOCUMENT = """
paths:
  /orders:
    get:
      x-amazon-apigateway-integration: {type: AWS_PROXY, uri: URI, payloadFormatVersion: '1.0', timeoutInMillis: 9000}
    x-amazon-apigateway-any-method:
      x-amazon-apigateway-integration: {type: aws, uri: URI}
    options:
      x-amazon-apigateway-integration: {type: mock}
    head: {}
    parameters: []
"""


def test_methods_that_call_functions_are_seen() -> None:
    facts = template(DOCUMENT)
    assert [(i.label, i.proxy, i.timeout.value) for i in facts.integrations if isinstance(i.timeout, Known)] == [
        ("GET /orders of Shop", True, 9000),
        ("ANY /orders of Shop", False, 30000),
    ]
    assert [t.payload.value for t in facts.triggers if isinstance(t.payload, Known)] == ["1.0"]
    assert [r.method.value for r in facts.routes if isinstance(r.method, Known)] == ["GET /orders", "ANY /orders"]
    assert {r.function for r in facts.routes} == {facts.functions[0].key}


def test_a_payload_format_that_is_not_told_is_not_known() -> None:
    facts = template("paths: {/a: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: URI}}}}")
    (trigger,) = facts.triggers
    assert not isinstance(trigger.payload, Known)


@pytest.mark.parametrize(
    ("own", "whole", "settings", "wanted"),
    [
        ("", "", "", "NONE"),
        ("security: [],", "security: [{users: []}]", "", "NONE"),
        ("security: [{users: []}],", "", "", "unknown"),
        ("", "security: [{users: []}]", "", "unknown"),
        ("x-amazon-apigateway-auth: {type: AWS_IAM},", "", "", "AWS_IAM"),
        ("", "", "Auth: {DefaultAuthorizer: Users}", "unknown"),
    ],
)
def test_what_a_method_demands_of_a_caller(own: str, whole: str, settings: str, wanted: str) -> None:
    document = f"""
    paths: {{/a: {{get: {{{own} x-amazon-apigateway-integration: {{type: aws_proxy, uri: URI}}}}}}}}
    {whole}
    """
    (route,) = template(document, settings=settings or "Description: shop").routes
    assert (route.authorization.value if isinstance(route.authorization, Known) else "unknown") == wanted


def test_a_document_may_stand_in_a_file_of_its_own() -> None:
    include = "Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}"
    document = DOCUMENT.replace("URI", f"{{'Fn::Sub': {ADDRESS}}}")
    facts = template(include, kind="AWS::ApiGateway::RestApi", api_yaml=document)
    assert [(r.kind, r.span.path) for r in facts.routes] == [("rest-api", "api.yaml")] * 2
    assert template(include, kind="AWS::ApiGateway::RestApi").routes == ()


def test_what_events_say_is_said_once() -> None:
    event = "      Events: {Place: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: /orders, Method: get}}}\n"
    facts = template(DOCUMENT, function=event)
    assert [t.label for t in facts.triggers] == ["Orders.Place"]
    assert not isinstance(facts.triggers[0].payload, Known)


def configuration(body: str) -> InfraFacts:
    text = f"""
    resource "aws_lambda_function" "orders" {{
      function_name = "orders"
      handler       = "bootstrap"
    }}
    resource "aws_apigatewayv2_api" "shop" {{
      name          = "shop"
      protocol_type = "HTTP"
      body          = {body}
    }}
    """
    data = {"main.tf": text.encode()}
    facts, _ = terraform.read(data.get, sorted(data))
    return facts


@pytest.mark.parametrize(
    ("uri", "seen"),
    [
        ("aws_lambda_function.orders.invoke_arn", 1),
        ('"arn:aws:apigateway:x:lambda:path/2015-03-31/functions/${aws_lambda_function.orders.arn}/invocations"', 1),
        ("var.somewhere", 0),
    ],
)
def test_terraform_encodes_documents(uri: str, seen: int) -> None:
    integration = f'{{ type = "AWS_PROXY", uri = {uri}, payloadFormatVersion = "2.0" }}'
    facts = configuration(
        f'jsonencode({{ paths = {{ "/orders" = {{ get = {{ x-amazon-apigateway-integration = {integration} }} }} }} }})'
    )
    assert [t.payload.value for t in facts.triggers if isinstance(t.payload, Known)] == ["2.0"] * seen


@pytest.mark.parametrize(
    "body", ['file("api.json")', "var.body", 'jsonencode("x")', "jsonencode({ paths = [1] })", "3"]
)
def test_documents_that_are_not_understood_say_nothing(body: str) -> None:
    assert configuration(body).routes == ()


FILLED = """
paths:
  /orders:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        payloadFormatVersion: '${version}'
        uri: ${uri}
    put:
      x-amazon-apigateway-integration: {type: aws_proxy, uri: "arn:aws:x/functions/${arn}/invocations"}
    post:
      x-amazon-apigateway-integration: {type: aws_proxy, uri: "${other}"}
"""
NAMES = """{
    uri     = aws_lambda_function.orders.invoke_arn
    arn     = aws_lambda_function.orders.arn
    version = "2.0"
    other   = var.other
  }"""


@pytest.mark.parametrize(
    ("body", "more", "seen"),
    [
        (f'templatefile("${{path.module}}/api.yaml", {NAMES})', "", 2),
        ("data.template_file.api.rendered", f'template = file("api.yaml")\n  vars = {NAMES}', 2),
        ('file("api.yaml")', "", 0),
        ('templatefile("missing.yaml", {})', "", 0),
        ('templatefile("api.yaml", var.names)', "", 0),
        ("templatefile(var.file, {})", "", 0),
    ],
)
def test_terraform_fills_in_documents(body: str, more: str, seen: int) -> None:
    text = (
        'resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n}\n'
        f'resource "aws_apigatewayv2_api" "shop" {{\n  name = "shop"\n  body = {body}\n}}\n'
        f'data "template_file" "api" {{\n  {more}\n}}\n'
    )
    data = {"main.tf": text.encode(), "api.yaml": FILLED.encode()}
    facts, _ = terraform.read(data.get, sorted(data))
    assert [(r.span.path, r.function) for r in facts.routes] == [("api.yaml", facts.functions[0].key)] * seen
    payloads = [t.payload.value for t in facts.triggers if isinstance(t.payload, Known)]
    assert payloads == (["2.0"] if seen else [])


def test_documents_with_directives_say_nothing() -> None:
    text = 'resource "aws_api_gateway_rest_api" "shop" {\n  name = "shop"\n  body = templatefile("api.yaml", {})\n}\n'
    data = {"main.tf": text.encode(), "api.yaml": b"paths:\n%{ for x in y }\n  /a: {}\n%{ endfor }\n"}
    facts, broken = terraform.read(data.get, sorted(data))
    assert (facts.routes, broken) == ((), ())
