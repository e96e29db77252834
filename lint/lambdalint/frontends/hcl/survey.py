"""One deployment while it is read: what was found, and how values lead from one resource to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lambdalint.frontends import embedded, iam, spell
from lambdalint.frontends.hcl.instances import Realm, Resource, whole_tree
from lambdalint.frontends.hcl.modules import DATADOG_MODULE, MODULE_KIND, QUEUE_MODULE
from lambdalint.frontends.hcl.reading import Config, as_text, config_of, literal_slot, refs
from lambdalint.frontends.hcl.values import (
    Encoded,
    Fields,
    Handle,
    HclValue,
    Hollow,
    Items,
    Scalar,
    identity,
    plain,
    text_of,
)
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import jsontree
from lambdalint.value import Known, Slot, Unknown

FUNCTION = "aws_lambda_function"
SOURCES = {
    "aws_sqs_queue": "sqs",
    QUEUE_MODULE: "sqs",
    "aws_kinesis_stream": "kinesis",
    "aws_kinesis_stream_consumer": "kinesis",
    "aws_dynamodb_table": "dynamodb",
    "aws_dynamodb_global_table": "dynamodb",
    "aws_msk_cluster": "kafka",
    "aws_msk_serverless_cluster": "kafka",
    "aws_mq_broker": "mq",
    "aws_docdb_cluster": "documentdb",
}
"""What an event source mapping may poll, by resource type."""
_QUEUE_OUTPUTS = ("queue_arn", "queue_id", "queue_url")
_THROUGH = {"aws_lambda_alias": "function_name", "aws_lambda_provisioned_concurrency_config": "function_name"}


class Found(NamedTuple):
    """A resource and its configuration."""

    resource: Resource
    config: Config

    @property
    def head(self) -> tuple[str, str, Span, str]:
        """The first four fields of a record: key, label, header, deployment."""
        resource = self.resource
        return resource.key, resource.label, resource.block.header, resource.instance.realm.root


class Survey:
    """Finds resources of one realm and follows references between them. `names` maps function names to keys."""

    def __init__(self, realm: Realm, texts: Mapping[str, bytes]) -> None:
        self.realm = realm
        self.texts = texts
        self.instances = tuple(whole_tree(realm.top))
        self.names: dict[str, str] = {}
        self.secrets: list[Span] = []
        self._configs: dict[str, Config] = {}

    def each(self, *kinds: str, mode: str = "managed") -> Iterator[Found]:
        """Resources of some types, module by module in the order of the text."""
        for instance in self.instances:
            if mode == "module":
                yield from (Found(r, self.config(r)) for r in instance.known_modules() if r.kind in kinds)
                continue
            for kind in kinds:
                for resource in instance.resources_of(mode, kind):
                    yield Found(resource, self.config(resource))

    def config(self, resource: Resource) -> Config:
        """The configuration of a resource."""
        if resource.key not in self._configs:
            self._configs[resource.key] = config_of(resource, self.texts)
        return self._configs[resource.key]

    def resource(self, key: str | None) -> Found | None:
        """The resource with this key."""
        resource = self.realm.resources.get(key or "")
        return Found(resource, self.config(resource)) if resource is not None else None

    # -- references --------------------------------------------------------------------------------------------------

    def target(self, value: HclValue | None, *kinds: str, mode: str = "managed") -> str | None:
        """The key of the resource of one of these types that a value refers to."""
        for key in self.targets(value):
            found = self.realm.resources.get(key)
            if found is not None and found.kind in kinds and found.mode == mode:
                return key
        return None

    def targets(self, value: HclValue | None) -> tuple[str, ...]:
        """The keys of all resources a value refers to."""
        if isinstance(value, Handle):
            return (value.key,)
        return tuple(ref.key for ref in refs(value))

    def archive(self, value: HclValue | None) -> str | None:
        """The key of the archive that a value refers to."""
        return self.target(value, "archive_file", mode="data") or self.target(value, "archive_file")

    def kind(self, value: HclValue | None) -> str | None:
        """The type of the resource or data source that a value refers to."""
        for key in self.targets(value):
            found = self.realm.resources.get(key)
            if found is not None:
                return found.kind
        return None

    def function(self, value: HclValue | None, depth: int = 0) -> str | None:
        """The key of the function that a value refers to: by reference, through an alias, or by its name."""
        for key in self.targets(value):
            found = self.resource(key)
            if found is None and key in self.names.values():
                return key
            if found is None:
                continue
            if found.resource.kind in (MODULE_KIND, DATADOG_MODULE) or (found.resource.kind, found.resource.mode) == (
                FUNCTION,
                "managed",
            ):
                return key
            through = _THROUGH.get(found.resource.kind)
            if through is not None and depth < 3:
                return self.function(found.config.attribute(through), depth + 1)
            if found.resource.mode == "data" and found.resource.kind == FUNCTION:
                return self.function(found.config.attribute("function_name"), depth + 1) if depth < 3 else None
        name = identity(value) if value is not None else None
        if name is not None and name.startswith("arn:") and ":function:" in name:
            name = name.split(":function:", 1)[1].split(":")[0]
        return self.names.get(name or "")

    def source(self, value: HclValue | None) -> str | None:
        """The key of the queue, stream or topic of the project that a value refers to."""
        for ref in refs(value):
            found = self.realm.resources.get(ref.key)
            if found is not None and found.kind == QUEUE_MODULE and ref.attribute.endswith(_QUEUE_OUTPUTS):
                return None if "dead_letter" in ref.attribute else ref.key
        return self.target(value, *SOURCES)

    def role(self, value: HclValue | None) -> str | None:
        """The key of the role that a value refers to."""
        for ref in refs(value):
            found = self.realm.resources.get(ref.key)
            if found is not None and found.kind == MODULE_KIND and ref.attribute.startswith("lambda_role"):
                return f"{ref.key}#role"
        return self.target(value, "aws_iam_role")

    # -- documents ---------------------------------------------------------------------------------------------------

    def document(self, value: HclValue | None, depth: int = 0) -> iam.Node:
        """A policy document: an encoded value, JSON text, or the data source for documents."""
        if value is None or depth > 4:
            return Unknown(Span("", 0, 0) if value is None else value.span, "it is not set")
        if isinstance(value, Encoded):
            return self.node(value.value)
        if isinstance(value, Hollow):
            return self._heredoc(value)
        plainly = plain(value)
        if isinstance(plainly, Scalar) and isinstance(plainly.value, str):
            return self._text(plainly.value, plainly.span)
        for ref in refs(value):
            found = self.resource(ref.key)
            if found is None:
                continue
            if found.resource.kind == "aws_iam_policy_document":
                return self._policy_document(found.config, depth)
        return Unknown(value.span, "it is computed")

    def _text(self, text: str, span: Span) -> iam.Node:
        """JSON in a text, with its places where the literal spells it."""
        whole = self.texts.get(span.path) or self.realm.reader(span.path) or b""
        written = embedded.Written(whole[span.start : span.end], span)
        return embedded.document(text, (written,), span) or Unknown(span, "it is not JSON")

    def node(self, value: HclValue) -> iam.Node:
        """A value as a part of a document."""
        value = plain(value)
        if isinstance(value, Encoded):
            return self.node(value.value)
        if isinstance(value, Items):
            return iam.Listing(tuple(map(self.node, value.items)), value.complete, value.span)
        if isinstance(value, Fields):
            entries = tuple((self._key(k, f.key, f.key_exact), self.node(f.value)) for k, f in value.fields.items())
            return iam.Entries(entries, value.complete, value.span)
        if isinstance(value, Scalar):
            return Known(value.value, value.span, literal_slot(value), via=value.via)
        return as_text(value)

    def _key(self, name: str, span: Span, exact: bool) -> Known[str]:
        if not exact:
            return Known(name, span)
        quoted = self.texts.get(span.path, b"")[span.start : span.start + 1] == b'"'
        return Known(name, span, Slot(span, "", "", spell.hcl if quoted else spell.bare))

    def _heredoc(self, value: Hollow) -> iam.Node:
        """JSON in a heredoc: interpolations become digits of the same length, so that every place stays right."""
        start, end = value.body
        whole = self.texts.get(value.span.path) or self.realm.reader(value.span.path) or b""
        text = bytearray(whole[start:end])
        for a, b in value.holes:
            if start <= a and b <= end:
                text[a - start : b - start] = b"1" * (b - a)
        parsed = jsontree.parse(value.span.path, bytes(text), start)
        if isinstance(parsed, jsontree.Broken):
            return Unknown(value.span, "it is not JSON")
        return self._filled(iam.from_json(parsed), value)

    def _filled(self, node: iam.Node, value: Hollow) -> iam.Node:
        if isinstance(node, iam.Listing):
            return node._replace(items=tuple(self._filled(i, value) for i in node.items))
        if isinstance(node, iam.Entries):
            return node._replace(entries=tuple((k, self._filled(v, value)) for k, v in node.entries))
        if isinstance(node, Unknown):
            return node
        inside = [
            (hole, filling)
            for hole, filling in zip(value.holes, value.fillings, strict=False)
            if node.span.start <= hole[0] and hole[1] <= node.span.end
        ]
        if not inside:
            return node
        if len(inside) == 1:
            hole, filling = inside[0]
            alone = (hole[0] - node.span.start, node.span.end - hole[1]) in ((0, 0), (1, 1))
            if alone:
                return self.node(filling)
        text = _with(node, inside)
        return Known(text, node.span) if text is not None else Unknown(node.span, "it is computed")

    def _policy_document(self, config: Config, depth: int) -> iam.Node:
        statements: list[iam.Node] = []
        nested = config.blocks("statement")
        complete = nested.complete
        for name in ("source_policy_documents", "override_policy_documents", "source_json", "override_json"):
            value = config.attribute(name)
            items = value.items if isinstance(value, Items) else () if value is None else (value,)
            complete = complete and (not isinstance(value, Items) or value.complete)
            for item in items:
                inner = self.document(item, depth + 1)
                found = inner.get("Statement") if isinstance(inner, iam.Entries) else None
                if isinstance(found, iam.Listing):
                    statements += found.items
                    complete = complete and found.complete
                elif found is not None:
                    statements.append(found)
                else:
                    complete = False
        statements += [self._document_statement(c) for c in nested.configs]
        span = config.header
        listing = iam.Listing(tuple(statements), complete, span)
        return iam.Entries(((Known("Statement", span), listing),), True, span)

    def _document_statement(self, config: Config) -> iam.Node:
        span = config.block.kind_span
        entries: list[tuple[Known[str], iam.Node]] = []
        effect = config.attribute("effect")
        known: iam.Node = (
            Known("Allow", span, config.slot("effect"), default=True) if effect is None else as_text(effect)
        )
        entries.append((Known("Effect", span), known))
        names = {
            "actions": "Action",
            "not_actions": "NotAction",
            "resources": "Resource",
            "not_resources": "NotResource",
        }
        for name, key in names.items():
            value = config.attribute(name)
            if value is not None:
                entries.append((Known(key, span), self.node(value)))
        principals = config.blocks("principals")
        if principals.configs or not principals.complete:
            entries.append(
                (Known("Principal", span), self._document_principals(principals.configs, principals.complete, span))
            )
        conditions = config.blocks("condition")
        if conditions.configs or not conditions.complete:
            entries.append((Known("Condition", span), iam.Entries((), conditions.complete, span)))
        return iam.Entries(tuple(entries), not config.body.broken, span)

    def _document_principals(self, configs: tuple[Config, ...], complete: bool, span: Span) -> iam.Node:
        entries: list[tuple[Known[str], iam.Node]] = []
        for config in configs:
            kind = config.text("type")
            identifiers = config.attribute("identifiers")
            if isinstance(kind, Known) and identifiers is not None:
                entries.append((kind, self.node(identifiers)))
            else:
                complete = False
        return iam.Entries(tuple(entries), complete, span)


def _with(node: Known[Any], inside: list[tuple[tuple[int, int], HclValue]]) -> str | None:
    """A JSON text of which parts are digits in place of known values; None where one isn't known."""
    start = node.span.start + 1
    written = node.value.encode() if isinstance(node.value, str) else b""
    if len(written) != node.span.end - 1 - start:
        return None  # escapes: places in the text are not places in the file
    for (a, b), filling in reversed(inside):
        value = plain(filling)
        if not isinstance(value, Scalar) or value.value is None or not start <= a <= b <= node.span.end - 1:
            return None
        written = written[: a - start] + text_of(value.value).encode() + written[b - start :]
    return written.decode("utf-8", "replace")
