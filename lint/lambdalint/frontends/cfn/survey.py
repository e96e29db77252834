"""One deployment while it is read: what was found, and how values lead from one resource to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lambdalint.data.cloudformation_schemas import SCHEMAS
from lambdalint.frontends import embedded, iam
from lambdalint.frontends.cfn.evaluate import evaluate
from lambdalint.frontends.cfn.reading import Config, as_text
from lambdalint.frontends.cfn.stacks import Realm, Stack, merged
from lambdalint.frontends.cfn.templates import Resource
from lambdalint.frontends.cfn.values import (
    CfnValue,
    Field,
    Fields,
    Items,
    Part,
    Scalar,
    came_through,
    joined,
    parts_of,
    refs,
)
from lambdalint.frontends.cfn.writing import insertion, listing, literal, speller_of
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import jsontree, yamltree
from lambdalint.value import Known, Slot, Unknown

FUNCTION = "AWS::Lambda::Function"
SAM_FUNCTION = "AWS::Serverless::Function"
FUNCTIONS = (FUNCTION, SAM_FUNCTION)
SOURCES = {
    "AWS::SQS::Queue": "sqs",
    "AWS::Kinesis::Stream": "kinesis",
    "AWS::Kinesis::StreamConsumer": "kinesis",
    "AWS::DynamoDB::Table": "dynamodb",
    "AWS::DynamoDB::GlobalTable": "dynamodb",
    "AWS::Serverless::SimpleTable": "dynamodb",
    "AWS::MSK::Cluster": "kafka",
    "AWS::MSK::ServerlessCluster": "kafka",
    "AWS::AmazonMQ::Broker": "mq",
    "AWS::DocDB::DBCluster": "documentdb",
}
"""What an event source mapping may poll, by resource type."""

_GLOBALS = {
    SAM_FUNCTION: "Function",
    "AWS::Serverless::Api": "Api",
    "AWS::Serverless::HttpApi": "HttpApi",
    "AWS::Serverless::WebSocketApi": "WebSocketApi",
}
_ADDED = frozenset({"Layers"})  # an architecture of a function replaces the general one
_THROUGH = {"AWS::Lambda::Alias": "FunctionName", "AWS::Lambda::Version": "FunctionName"}
ROLE_SUFFIX = "Role"
"""What SAM appends to the name of a function to name the role it makes."""


class Found(NamedTuple):
    """A resource, the stack it belongs to, and its configuration. `certain` is False when it may not be deployed."""

    stack: Stack
    resource: Resource
    config: Config
    certain: bool

    @property
    def key(self) -> str:
        """The key of its record."""
        return self.stack.key(self.resource.name)

    @property
    def head(self) -> tuple[str, str, Span, str]:
        """The first four fields of a record: key, label, header, deployment."""
        return self.key, self.stack.label(self.resource.name), self.resource.header, self.stack.realm.root


class Survey:
    """Finds resources of one realm and follows references between them.

    `names` maps function names to keys, `elsewhere` the keys of resources that other realms may export; `granted` are
    the roles of other realms that this one grants something.
    """

    def __init__(self, realm: Realm, texts: Mapping[str, bytes], reader: Callable[[str], bytes | None]) -> None:
        self.realm = realm
        self.texts = texts
        self.reader = reader
        self.names: dict[str, str] = {}
        self.elsewhere: Mapping[str, Found] = {}
        self.granted: set[str] = set()
        self.secrets: list[Span] = []
        self._found: dict[str, Found] = {}
        for stack in realm.stacks:
            for resource in stack.resources():
                found = Found(stack, resource, self._config(stack, resource), stack.exists(resource) is True)
                self._found[found.key] = found

    def found(self) -> Mapping[str, Found]:
        """All resources by key."""
        return self._found

    def each(self, *kinds: str) -> Iterator[Found]:
        """Resources of some types, template by template in the order of the text."""
        return (f for f in self._found.values() if f.resource.kind in kinds)

    def resource(self, key: str | None) -> Found | None:
        """The resource with this key."""
        return self._found.get(key or "")

    def _config(self, stack: Stack, resource: Resource) -> Config:
        written = resource.properties
        value: CfnValue | None = evaluate(written, stack) if written is not None else None
        doubtful = stack.realm.steps <= 0 or not resource.body.complete or not stack.template.parsed
        target: yamltree.Mapping | None = resource.body
        within: tuple[str, ...] = ("Properties",)
        if isinstance(value, Fields):
            target, within = value.node, ()
        elif value is not None:
            doubtful, target = True, None
        own = value if isinstance(value, Fields) else Fields({}, True, resource.header)
        below = self._below(stack, resource)
        both = merged(below, own) if below is not None else own
        fields = _added(below, both) if isinstance(both, Fields) else own
        schema = SCHEMAS.get(resource.kind)
        return Config(fields, resource.header, self.texts, target, within, doubtful, schema)

    def globals_of(self, stack: Stack, section: str) -> CfnValue | None:
        """What `Globals` sets in one of its sections."""
        found = stack.template.section("Globals")
        node = found.get(section) if found is not None else None
        return evaluate(node, stack) if node is not None else None

    def _below(self, stack: Stack, resource: Resource) -> CfnValue | None:
        """What `Globals` sets for a resource, as seen from it."""
        value = self.globals_of(stack, _GLOBALS[resource.kind]) if resource.kind in _GLOBALS else None
        ignored = resource.body.get("IgnoreGlobals")
        if isinstance(ignored, yamltree.Scalar) and ignored.text == "*":
            return None
        items = ignored.items if isinstance(ignored, yamltree.Sequence) else ()
        left_out = {i.text for i in items if isinstance(i, yamltree.Scalar)}
        if not isinstance(value, Fields):
            return None
        kept = {n: f for n, f in value.fields.items() if n not in left_out}
        return _shared(value._replace(fields=kept), resource.header)

    def ignoring(self, found: Found, name: str) -> Slot | None:
        """A slot that adds names to the properties of `Globals` that a resource does without; None for other ones."""
        value = self.globals_of(found.stack, _GLOBALS.get(found.resource.kind, ""))
        field = value.fields.get(name) if isinstance(value, Fields) else None
        own = found.config.fields.fields.get(name)
        text = self.texts.get(found.resource.header.path)
        if field is None or own is None or field.key.span != own.key.span or text is None:
            return None
        written = found.resource.body.get("IgnoreGlobals")
        if written is None:
            return insertion(found.resource.body, "IgnoreGlobals", text, spelled=speller_of(found.resource.body.style))
        slot = listing(written, text) if isinstance(written, yamltree.Sequence) else None
        if slot is None or not isinstance(written, yamltree.Sequence):
            return None
        names = tuple(item.text for item in written.items if isinstance(item, yamltree.Scalar))
        spelled = slot.spell
        return slot._replace(spell=lambda more: spelled((*names, *more) if isinstance(more, tuple) else names))

    # -- references --------------------------------------------------------------------------------------------------

    def target(self, value: CfnValue | None, *kinds: str) -> str | None:
        """The key of the resource of one of these types that a value refers to."""
        return _key_of(self._found, value, kinds)

    def kind(self, value: CfnValue | None) -> str | None:
        """The type of the resource that a value refers to."""
        for ref in refs(value):
            found = self._found.get(ref.key) or self.elsewhere.get(ref.key)
            if found is not None:
                return found.resource.kind
        return None

    def foreign(self, value: CfnValue | None, *kinds: str) -> str | None:
        """The key of the resource of one of these types that another realm exports and a value refers to."""
        return _key_of(self.elsewhere, value, kinds)

    def function(self, value: CfnValue | None, depth: int = 0) -> str | None:
        """The key of the function that a value refers to: by reference, through an alias, or by its name."""
        for ref in refs(value):
            found = self._found.get(ref.key)
            if found is None:
                continue
            if found.resource.kind in FUNCTIONS:
                return ref.key
            through = _THROUGH.get(found.resource.kind)
            if through is not None and depth < 3:
                return self.function(found.config.attribute(through), depth + 1)
        parts = parts_of(value)
        if not parts or not isinstance(parts[-1], str):
            return None
        name = identity(value)
        if ":function:" in name:
            name = name.split(":function:", 1)[1].split(":")[0].split("/")[0]
        return self.names.get(name)

    def referred(self, value: CfnValue | None) -> str | None:
        """The key of the resource that a value refers to, whatever its type."""
        return next((r.key for r in refs(value) if r.key in self._found), None)

    def source(self, value: CfnValue | None) -> str | None:
        """The key of the queue, stream or topic of the project that a value refers to."""
        return self.target(value, *SOURCES) or self.foreign(value, *SOURCES)

    def role(self, value: CfnValue | None) -> str | None:
        """The key of the role that a value refers to, also of one that SAM makes for a function."""
        for ref in refs(value):
            found = self._found.get(ref.key)
            if found is not None and found.resource.kind == "AWS::IAM::Role":
                return ref.key
            owner = self._found.get(ref.key.removesuffix(ROLE_SUFFIX))
            if found is None and owner is not None and owner.resource.kind == SAM_FUNCTION:
                return ref.key
        return self.foreign(value, "AWS::IAM::Role")

    # -- documents ---------------------------------------------------------------------------------------------------

    def document(self, value: CfnValue | None) -> iam.Node:
        """A policy document: a mapping, or JSON text."""
        if isinstance(value, Scalar) and isinstance(value.value, str):
            span = value.span
            written = embedded.Written(self.texts.get(span.path, b"")[span.start : span.end], span)
            found = embedded.document(value.value, (written,), span)
            if found is None:
                return Unknown(span, "it is not JSON")
            return self._in_place(value) or found
        if value is None:
            return Unknown(Span("", 0, 0), "it is not set")
        return self.node(value)

    def _in_place(self, value: Scalar) -> iam.Node | None:
        """JSON in a block scalar: its indentation is white space in JSON too, so every place in it is right."""
        if value.node is None or value.node.style != "block":
            return None
        text = self.texts.get(value.span.path, b"")[value.span.start : value.span.end]
        first = text.find(b"\n") + 1
        parsed = jsontree.parse(value.span.path, text[first:], value.span.start + first)
        return iam.from_json(parsed) if not isinstance(parsed, jsontree.Broken) else None

    def node(self, value: CfnValue) -> iam.Node:
        """A value as a part of a document."""
        if isinstance(value, Items):
            return iam.Listing(tuple(map(self.node, value.items)), value.complete, value.span)
        if isinstance(value, Fields):
            entries = tuple((self.key(n, f), self.node(f.value)) for n, f in value.fields.items())
            return iam.Entries(entries, value.complete, value.span)
        if isinstance(value, Scalar):
            slot = literal(value.node) if value.node is not None else None
            return Known(value.value, value.span, slot, via=value.via)
        return as_text(value)

    def key(self, name: str, field: Field) -> Known[str]:
        """The key of an entry, with a slot that renames it."""
        return Known(name, field.key.span, literal(field.key))


def _key_of(found: Mapping[str, Found], value: CfnValue | None, kinds: tuple[str, ...]) -> str | None:
    """The key of the first of these resources that a value refers to and that has one of these types."""
    for ref in refs(value):
        one = found.get(ref.key)
        if one is not None and one.resource.kind in kinds:
            return ref.key
    return None


def identity(value: CfnValue | None) -> str:
    """A name for a value such that equal names mean equal values; empty for collections."""
    parts: tuple[Part, ...] = joined(parts_of(value) or ())
    return "".join(p if isinstance(p, str) else "\0" + "\1".join(p) + "\2" for p in parts)


def _added(below: CfnValue | None, both: Fields) -> Fields:
    """Both settings of a resource, with the members that `Globals` adds to its lists."""
    fields = dict(both.fields)
    for name in _ADDED & fields.keys():
        general = below.get(name) if isinstance(below, Fields) else None
        own = fields[name].value
        if isinstance(own, Items) and isinstance(general, Items) and general is not own:
            items, complete = general.items + own.items, general.complete and own.complete
            fields[name] = fields[name]._replace(value=Items(items, complete, own.span))
    return both._replace(fields=fields)


def _shared(value: Fields, header: Span) -> Fields:
    """Settings of `Globals`: each value came through the resource it is for."""
    fields = {}
    for name, field in value.fields.items():
        inner = field.value
        seen = _shared(inner, header) if isinstance(inner, Fields) else came_through(inner, header)
        fields[name] = field._replace(value=seen)
    return value._replace(fields=fields)
