"""A Terraform module: what the files of one folder declare, in one name space; and which one a call means."""

from __future__ import annotations

import posixpath

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.syntax.hcltree import Attribute, Block, Literal

TERRAGRUNT = "terragrunt.hcl"
MODULE_KIND = "terraform-aws-modules/lambda"
QUEUE_MODULE = "terraform-aws-modules/sqs"
TOPIC_MODULE = "terraform-aws-modules/sns"
DATADOG_MODULE = "DataDog/lambda-datadog"
FOREIGN_MODULE = "module with a runtime"
_MODULE_SOURCE = pattern(
    r"(?:registry\.terraform\.io/)?terraform-aws-modules/(lambda|sqs|sns)/aws/?$"
    r"|.*github\.com[/:]terraform-aws-modules/terraform-aws-(lambda|sqs|sns)(?:\.git)?/?(?:\?[^/]*)?$"
)
_APART = pattern(
    r"(?:registry\.terraform\.io/)?terraform-aws-modules/"
    r"(?:(?:acm|dynamodb-table|ecr|security-group|vpc)/aws/?|lambda/aws//modules/docker-build/?)$"
)
_DATADOG = pattern(
    r"(?:registry\.terraform\.io/)?DataDog/lambda-datadog/aws/?$"
    r"|.*github\.com[/:]DataDog/terraform-aws-lambda-datadog(?:\.git)?/?(?:\?[^/]*)?$"
)


class Module(NamedTuple):
    """One folder. `whole` is False when a file of it was not read in full. `values` are the tfvars that Terraform
    loads by itself, later files first. Resources are keyed (`managed` or `data`, type, name). `runs_in` is the folder
    that Terraform runs in, where it isn't this one. `chosen` are the tfvars that it may be told to load.
    """

    folder: str
    variables: dict[str, Block]
    locals: dict[str, Attribute]
    outputs: dict[str, Block]
    calls: dict[str, Block]
    resources: dict[tuple[str, str, str], Block]
    providers: list[Block]
    settings: list[Block]
    values: list[dict[str, Attribute]]
    whole: bool
    runs_in: str = ""
    chosen: tuple[dict[str, Attribute], ...] = ()


def source_of(call: Block) -> str | None:
    """The `source` of a module call as written, None when it is missing or computed."""
    attribute = call.body.attributes.get("source")
    expression = attribute.expression if attribute is not None else None
    if isinstance(expression, Literal) and isinstance(expression.value, str):
        return expression.value
    return None


def local_folder(module: Module, call: Block) -> str | None:
    """The folder of the project that a module call names, None for modules from elsewhere."""
    source = source_of(call)
    if source is None or (not source.startswith(("./", "../", ".\\")) and source not in (".", "..")):
        return None
    folder = posixpath.normpath(posixpath.join(module.folder, source))
    return None if folder.startswith("../") or folder == ".." else folder


def public_kind(call: Block) -> str | None:
    """Which of the public modules that are read as if they were resources a call means; None for other modules."""
    source = source_of(call) or ""
    if _DATADOG.match(source):
        return DATADOG_MODULE
    public = _MODULE_SOURCE.match(source)
    return f"terraform-aws-modules/{public[1] or public[2]}" if public is not None else None


def is_apart(call: Block) -> bool:
    """True for public modules that make no function, and nothing that says what one may do or what invokes it."""
    return _APART.match(source_of(call) or "") is not None


def takes_runtime(call: Block) -> bool:
    """True for a call that gives a module a runtime: whatever else the module makes, it makes a function of that."""
    return "runtime" in call.body.attributes
