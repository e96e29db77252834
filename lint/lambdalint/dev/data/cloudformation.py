"""Property names of CloudFormation resources, from the providers' own schemas, and of SAM's, from its translator."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lambdalint.dev.data.text import literal, words
from lambdalint.record import NamedTuple

RESOURCES: Mapping[str, str] = {
    "AWS::Lambda::Function": "function",
    "AWS::Lambda::Permission": "permission",
    "AWS::Lambda::EventSourceMapping": "event source mapping",
    "AWS::Lambda::EventInvokeConfig": "invoke configuration",
    "AWS::Lambda::Url": "function URL",
    "AWS::Logs::LogGroup": "log group",
    "AWS::SQS::Queue": "queue",
    "AWS::IAM::Role": "role",
    "AWS::IAM::Policy": "policy",
    "AWS::IAM::ManagedPolicy": "policy",
    "AWS::ApiGatewayV2::Integration": "integration",
    "AWS::ApiGateway::Method": "method",
    "AWS::ApiGatewayV2::Route": "route",
}
"""The resources whose names are compared, and what people call them."""

_KEYS_OF_DOCUMENTS = {("AWS::SQS::Queue", "RedrivePolicy"): ("deadLetterTargetArn", "maxReceiveCount")}
"""Parts that the schema leaves open because they are documents of another service, with their keys."""

_PASSED = {"FunctionUrlConfig.Cors": ("AWS::Lambda::Url", "Cors")}
"""Properties of SAM that it hands on to a resource other than the function."""


class Shape(NamedTuple):
    """What a mapping may hold: plain names, names that take several texts, and mappings or lists of them."""

    names: frozenset[str]
    lists: frozenset[str] = frozenset()
    parts: Mapping[str, Shape] = {}


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `cloudformation_schemas`."""
    shapes = {kind: shape_of(schema_of(roots["cfn-lint"], kind), kind) for kind in RESOURCES}
    sam = SamSource(roots["sam"], shapes)
    entries = [f'"{kind}": {spelt(shape, RESOURCES[kind], 1)},' for kind, shape in shapes.items()]
    entries.append(f'"AWS::Serverless::Function": {spelt(sam.function(), "function", 1)},')
    events = [f'"{name}": {spelt(shape, "event", 1)},' for name, shape in sorted(sam.events())]
    return {
        "SCHEMAS": "{\n" + "\n".join(entries) + "\n}",
        "EVENTS": "{\n" + "\n".join(events) + "\n}",
        "GLOBAL_FUNCTION": literal(sam.shared()),
    }


def schema_of(root: Path, kind: str) -> Any:
    """The provider schema of a type of resource in us-east-1."""
    schemas = root / "cfnlint/data/schemas"
    name = json.loads((schemas / "providers/us-east-1.json").read_bytes())[kind]
    return json.loads((schemas / "resources" / f"{name}.json").read_bytes())


def shape_of(schema: Any, kind: str) -> Shape:
    """The properties that can be set."""
    computed = {path.removeprefix("/properties/") for path in schema.get("readOnlyProperties", ())}
    settable = {name: found for name, found in schema["properties"].items() if name not in computed}
    shape = _shape(schema, {**schema, "properties": settable}, frozenset())
    parts = dict(shape.parts)
    for (of, name), keys in _KEYS_OF_DOCUMENTS.items():
        if of == kind:
            parts[name] = Shape(frozenset(keys))
    return Shape(shape.names - parts.keys(), shape.lists, parts)


def _shape(schema: Any, node: Any, above: frozenset[str]) -> Shape:
    names, lists, parts = set(), set(), {}
    for name, found in node["properties"].items():
        if name.startswith("fn::"):
            continue
        inner, seen = _resolved(schema, found, above)
        item = inner
        while item.get("type") == "array" and "items" in item:
            item, seen = _resolved(schema, item["items"], seen)
        if item.get("properties") and "patternProperties" not in item:
            parts[name] = _shape(schema, item, seen)
        elif item is not inner and item.get("type") == "string":
            lists.add(name)
        else:
            names.add(name)
    return Shape(frozenset(names), frozenset(lists), parts)


def _resolved(schema: Any, node: Any, above: frozenset[str]) -> tuple[Any, frozenset[str]]:
    """A node behind its references; an empty one where they lead back to themselves."""
    while "$ref" in node:
        if node["$ref"] in above:
            return {}, above
        above = above | {node["$ref"]}
        found = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = found
    return node, above


class SamSource:
    """The translator's own description of a function: classes with one field for each property."""

    def __init__(self, root: Path, shapes: Mapping[str, Shape]) -> None:
        described = root / "samtranslator/internal/schema_source/aws_serverless_function.py"
        body = ast.parse(described.read_text("utf-8")).body
        self.classes = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
        self.aliases = {
            ast.unparse(node.targets[0]): _bare(node.value) for node in body if isinstance(node, ast.Assign)
        }
        self.globals = ast.parse((root / "samtranslator/plugins/globals/globals.py").read_text("utf-8"))
        self.shapes = shapes

    def function(self) -> Shape:
        """The properties of a function; those that the translator hands on have the form of the resource's."""
        handed = self.shapes["AWS::Lambda::Function"].parts
        lists = self.shapes["AWS::Lambda::Function"].lists
        shape = self._class("Properties", "")
        parts = {**shape.parts, **{name: handed[name] for name in shape.names & handed.keys() if name != "Tags"}}
        parts.pop("CapacityProviderConfig", None)  # SAM's form of it is a shorter one
        names = shape.names | {"CapacityProviderConfig"}
        return Shape(names - parts.keys() - lists, lists & names, parts)

    def events(self) -> Iterator[tuple[str, Shape]]:
        """The types of events and their properties."""
        for node in self.classes.values():
            fields = {
                field.target.id: field.annotation
                for field in node.body
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
            }
            kind = fields.get("Type")
            if fields.keys() == {"Type", "Properties"} and isinstance(kind, ast.Subscript):
                yield ast.literal_eval(kind.slice), self._event(_bare(fields["Properties"]))

    def _event(self, name: str) -> Shape:
        """The parts of events are handed on in forms of their own: names only."""
        shape = self._class(name, "")
        mapping = self.shapes["AWS::Lambda::EventSourceMapping"].lists
        names = shape.names | shape.parts.keys()
        return Shape(names - mapping, names & mapping)

    def shared(self) -> frozenset[str]:
        """What `Globals.Function` may hold."""
        for node in ast.walk(self.globals):
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if isinstance(target, ast.Name) and target.id == "supported_properties":
                assert isinstance(node, ast.Assign)
                assert isinstance(node.value, ast.Dict)
                for key, value in zip(node.value.keys, node.value.values, strict=True):
                    if key is not None and ast.unparse(key) == "SamResourceType.Function.value":
                        return frozenset(ast.literal_eval(value))
        raise ValueError("the translator doesn't say what Globals may hold")

    def _class(self, name: str, within: str) -> Shape:
        names, parts = set(), {}
        for node in self.classes[name].body:
            if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
                continue
            field = node.target.id
            kind = _bare(node.annotation)
            kind = self.aliases.get(kind, kind)
            path = f"{within}{field}"
            if path in _PASSED:
                resource, part = _PASSED[path]
                parts[field] = self.shapes[resource].parts[part]
            elif kind in self.classes:
                parts[field] = self._class(kind, f"{path}.")
            else:
                names.add(field)
        return Shape(frozenset(names), frozenset(), parts)


def _bare(annotation: ast.expr) -> str:
    """The type that an annotation names, when neither absence nor an intrinsic function counts."""
    return ast.unparse(annotation).removesuffix(" | None").removeprefix("SamIntrinsicable[").removesuffix("]")


def spelt(shape: Shape, concept: str, depth: int) -> str:
    """A shape as the table writes it."""
    pieces = [f'"{concept}"'] if concept else []
    pieces.append(words(sorted(shape.names - shape.parts.keys()), depth + 1))
    if shape.lists:
        pieces.append(words(sorted(shape.lists), depth + 1))
    pieces += [f"{name}={spelt(part, '', depth + 1)}" for name, part in sorted(shape.parts.items())]
    return f"{'_schema' if concept else '_part'}({', '.join(pieces)})"
