"""Attribute and block names of Terraform resources, from declarations generated from the AWS provider's own schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lambdalint.dev.data.text import words
from lambdalint.record import NamedTuple

RESOURCES: Mapping[str, str] = {
    "aws_lambda_function": "function",
    "aws_lambda_permission": "permission",
    "aws_lambda_event_source_mapping": "event source mapping",
    "aws_lambda_function_event_invoke_config": "invoke configuration",
    "aws_lambda_function_url": "function URL",
    "aws_cloudwatch_log_group": "log group",
    "aws_sqs_queue": "queue",
    "aws_iam_role": "role",
    "aws_iam_role_policy": "role policy",
    "aws_iam_policy": "policy",
    "aws_iam_role_policy_attachment": "policy attachment",
    "aws_apigatewayv2_integration": "integration",
}
"""The resources whose names are compared, and what people call them."""

_STATEMENT = {"statement": "policy statement"}


class Field(NamedTuple):
    """One name that may be set: a block where `inside` names the interface of its body, a list where it takes one."""

    name: str
    block: bool
    many: bool
    inside: str


_INTERFACE = re.compile(r"^export interface (\w+)[^{\n]*\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_PROPERTY = re.compile(r"/\*\*((?:[^*]|\*(?!/))*)\*/\s*readonly \w+\??: ([^;{]*)")
_ANCHOR = re.compile(r"/docs/(?:resources|data-sources)/\w+#(\w+)")


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `terraform_schemas`."""
    root = roots["terraform"]
    entries = [f'"{kind}": {of_resource(root, kind, concept)},' for kind, concept in RESOURCES.items()]
    document = of_resource(root, "aws_iam_policy_document", "policy document", "data-aws-iam-policy-document")
    return {
        "PROVIDER": _provider(root),
        "SCHEMAS": "{\n" + "\n".join(entries) + "\n}",
        "POLICY_DOCUMENT": document,
    }


def _provider(root: Path) -> str:
    """Major and minor version of the provider that the declarations were made from."""
    said = re.search(r"hashicorp/aws/(\d+)\.(\d+)", (root / "lib/lambda-function/index.d.ts").read_text("utf-8"))
    if said is None:
        raise ValueError("the declarations don't name the provider's version")
    return f"({said[1]}, {said[2]})"


def of_resource(root: Path, kind: str, concept: str, folder: str = "") -> str:
    """One resource as the table writes it; a data source has its folder named."""
    folder = folder or kind.removeprefix("aws_").replace("_", "-")
    text = (root / "lib" / folder / "index.d.ts").read_text("utf-8")
    interfaces = {name: fields_of(body) for name, body in _INTERFACE.findall(text)}
    top = next(name for name in interfaces if name.endswith("Config") and f"interface {name} extends" in text)
    return _schema(interfaces, interfaces[top], concept, 1)


def fields_of(body: str) -> tuple[Field, ...]:
    """The names in the body of an interface."""
    found = []
    for comment, kind in _PROPERTY.findall(body):
        anchor = _ANCHOR.search(comment)
        if anchor is None:
            continue
        block = f"{anchor[1]} block" in comment
        inside = re.match(r"\w+", kind)
        found.append(Field(anchor[1], block, bool(re.match(r"\w+\[\]", kind)), inside[0] if inside and block else ""))
    return tuple(found)


def _schema(interfaces: Mapping[str, tuple[Field, ...]], fields: tuple[Field, ...], concept: str, depth: int) -> str:
    single = sorted(f.name for f in fields if not f.block and not f.many)
    many = sorted(f.name for f in fields if not f.block and f.many)
    blocks = sorted((f for f in fields if f.block), key=lambda f: f.name)
    parts = [f'"{concept}"'] if concept else []
    parts.append(words(single, depth + 1))
    if many:
        parts.append(words(many, depth + 1))
    for field in blocks:
        inner = _STATEMENT.get(field.name, "") if concept == "policy document" else ""
        parts.append(f"{field.name}={_schema(interfaces, interfaces[field.inside], inner, depth + 1)}")
    return f"{'_schema' if concept else '_block'}({', '.join(parts)})"
