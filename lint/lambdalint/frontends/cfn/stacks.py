"""Templates as they are deployed: with values for their parameters, and the templates nested in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lambdalint.frontends.cfn import overrides
from lambdalint.frontends.cfn.evaluate import evaluate, truth
from lambdalint.frontends.cfn.templates import Resource, Template, local_path
from lambdalint.frontends.cfn.values import (
    CfnValue,
    Field,
    Fields,
    Free,
    Items,
    Nothing,
    Partial,
    Ref,
    Scalar,
    came_through,
    text_of,
    unknown,
)
from lambdalint.model.gap import Gap
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

NESTED = {"AWS::Serverless::Application": "Location", "AWS::CloudFormation::Stack": "TemplateURL"}
"""Resources that deploy another template, and the property that says which."""

_STEPS = 300_000
_LEVELS = 8
_STACKS = 100
_CHAIN = 8  # conditions that ask for conditions, outputs for outputs


class Realm:
    """One deployment: a template and those nested in it, with one budget for all of them."""

    def __init__(
        self, root: Template, templates: Mapping[str, Template], reader: Callable[[str], bytes | None]
    ) -> None:
        self.root = root.path
        self.templates = templates
        self.steps = _STEPS
        self.depth = 0
        self.stacks: list[Stack] = []
        self.foreign: list[Gap] = []
        self.imported: Callable[[CfnValue, Span], CfnValue | None] | None = None
        settings = overrides.read(reader, root)
        self.top = Stack(self, root, "", settings, 0)

    @property
    def whole(self) -> bool:
        """True when what isn't in these templates isn't deployed."""
        return not self.foreign and self.steps > 0 and all(s.template.whole for s in self.stacks)

    def gaps(self) -> Iterator[Gap]:
        """What isn't followed of this deployment."""
        yield from self.foreign
        if self.steps <= 0:
            yield Gap(self.top.template.root.span, "the template computes more than is followed")


class Stack:
    """One template with its parameters. Implements the scope of expressions."""

    def __init__(self, realm: Realm, template: Template, chain: str, given: Mapping[str, CfnValue], level: int) -> None:
        self.realm = realm
        self.template = template
        self.chain = chain
        self.level = level
        self._given = given
        self._conditions: dict[str, bool | None] = {}
        self._parameters: dict[str, CfnValue] = {}
        self._children: dict[str, Stack] = {}
        self._asking: set[str] = set()
        realm.stacks.append(self)
        for resource in template.resources.values():
            if resource.kind in NESTED:
                self._nest(resource)

    def key(self, name: str) -> str:
        """The key of a resource of this stack."""
        return f"{self.realm.root}#{self.chain}{name}"

    def label(self, name: str) -> str:
        """The name of a resource for people."""
        return f"{self.chain}{name}"

    def resources(self) -> Iterator[Resource]:
        """The resources that may be deployed: those whose condition isn't known to fail."""
        for resource in self.template.resources.values():
            if self.exists(resource) is not False:
                yield resource

    def exists(self, resource: Resource) -> bool | None:
        """Whether a resource is deployed; None when only deployment knows."""
        condition = resource.body.get("Condition")
        if condition is None:
            return True
        return self.condition(condition.text) if isinstance(condition, yamltree.Scalar) else None

    def _nest(self, resource: Resource) -> None:
        properties = resource.properties
        location = properties.get(NESTED[resource.kind]) if isinstance(properties, yamltree.Mapping) else None
        if not isinstance(properties, yamltree.Mapping) or not isinstance(location, yamltree.Scalar) or location.tag:
            self.realm.foreign.append(Gap(resource.header, "which template it deploys isn't known"))
            return
        target = self.realm.templates.get(local_path(self.template, location.text) or "")
        if target is None or self.level >= _LEVELS or len(self.realm.stacks) >= _STACKS:
            why = f"{location.text} isn't in the project" if target is None else "stacks are nested too deeply"
            self.realm.foreign.append(Gap(resource.header, why))
            return
        written = properties.get("Parameters")
        values = evaluate(written, self) if written is not None else None
        given = {n: f.value for n, f in values.fields.items()} if isinstance(values, Fields) else {}
        self._children[resource.name] = Stack(
            self.realm, target, f"{self.chain}{resource.name}.", given, self.level + 1
        )

    # -- what expressions ask ----------------------------------------------------------------------------------------

    def spend(self) -> bool:
        """Take one step of the budget."""
        self.realm.steps -= 1
        return self.realm.steps > 0

    def mapping(self, name: str) -> Node | None:
        """A table of `Mappings`."""
        section = self.template.section("Mappings")
        return section.get(name) if section is not None else None

    def condition(self, name: str) -> bool | None:
        """Whether a condition holds."""
        if name not in self._conditions:
            self._conditions[name] = None  # the answer to a condition that asks for itself
            section = self.template.section("Conditions")
            node = section.get(name) if section is not None else None
            if node is not None and self.realm.depth < _CHAIN:
                self.realm.depth += 1
                self._conditions[name] = truth(node, self)
                self.realm.depth -= 1
        return self._conditions[name]

    def reference(self, name: str, attribute: str, span: Span) -> CfnValue:
        """A parameter, a pseudo parameter, a resource, or an output of a nested template."""
        if name == "AWS::NoValue":
            return Nothing(span)
        if name.startswith("AWS::"):
            return unknown(name, span)
        parameters = self.template.section("Parameters")
        if not attribute and parameters is not None and parameters.get(name) is not None:
            return came_through(self._parameter(name, parameters.get(name)), span)
        if attribute.startswith("Outputs.") and name in self._children:
            return came_through(self._children[name].output(attribute.removeprefix("Outputs."), span), span)
        return Partial((Ref(self.key(name), attribute),), span)

    def imported(self, name: CfnValue, span: Span) -> CfnValue | None:
        """What another template of the project exports under a name; None where none is known to."""
        return self.realm.imported(name, span) if self.realm.imported is not None else None

    def output(self, name: str, span: Span) -> CfnValue:
        """The value of an output."""
        section = self.template.section("Outputs")
        output = section.get(name) if section is not None else None
        value = output.get("Value") if isinstance(output, yamltree.Mapping) else None
        if value is None or name in self._asking or self.realm.depth >= _CHAIN:
            return unknown(f"{self.chain}Outputs.{name}", span)
        self._asking.add(name)
        self.realm.depth += 1
        found = evaluate(value, self)
        self.realm.depth -= 1
        self._asking.discard(name)
        return found

    def _parameter(self, name: str, node: Node | None) -> CfnValue:
        if name not in self._parameters:
            self._parameters[name] = self._value_of(name, node)
        return self._parameters[name]

    def _value_of(self, name: str, node: Node | None) -> CfnValue:
        free = Partial(
            (Free(f"{self.realm.root}#{self.chain}parameter {name}"),), node.span if node else Span("", 0, 0)
        )
        if not isinstance(node, yamltree.Mapping):
            return free
        kind = node.get("Type")
        kind_text = kind.text if isinstance(kind, yamltree.Scalar) else ""
        if kind_text.startswith("AWS::SSM::"):
            return free
        value = self._given.get(name)
        if value is None:
            allowed = node.get("AllowedValues")
            default = node.get("Default")
            several = isinstance(allowed, yamltree.Sequence) and len(allowed.items) > 1
            if default is None or several or _is_hidden(node):
                return free
            if not isinstance(default, yamltree.Scalar) or default.tag:
                return free
            value = evaluate(default, self)
        if kind_text in ("CommaDelimitedList",) or kind_text.startswith("List<"):
            return _listed(value, free)
        return value


def _is_hidden(node: yamltree.Mapping) -> bool:
    flag = node.get("NoEcho")
    return isinstance(flag, yamltree.Scalar) and flag.text.lower() == "true"


def _listed(value: CfnValue, otherwise: CfnValue) -> CfnValue:
    if isinstance(value, Items):
        return value
    if not isinstance(value, Scalar):
        return otherwise
    words = [word.strip() for word in text_of(value.value).split(",")]
    return Items(tuple(Scalar(w, value.span) for w in words), True, value.span)


def merged(below: CfnValue | None, above: CfnValue | None) -> CfnValue | None:
    """A setting for all resources of a kind under that of one of them: mappings are joined, the rest is replaced."""
    if above is None or below is None:
        return above if above is not None else below
    if isinstance(above, Fields) and isinstance(below, Fields):
        fields: dict[str, Field] = dict(below.fields)
        for name, field in above.fields.items():
            both = merged(fields[name].value if name in fields else None, field.value)
            fields[name] = field._replace(value=both if both is not None else field.value)
        return Fields(fields, above.complete and below.complete, above.span, above.node, above.via)
    return above
