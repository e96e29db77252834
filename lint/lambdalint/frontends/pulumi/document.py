"""Pulumi programs in YAML: their resources as the calls that a program in another language would make."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lambdalint.fix import Edit
from lambdalint.frontends import spell
from lambdalint.frontends.cfn import copies, writing
from lambdalint.frontends.cycles import WORD, waits_for
from lambdalint.frontends.script.operators import joined
from lambdalint.frontends.script.places import absolute
from lambdalint.frontends.script.values import Atom, Call, Field, Fields, Foreign, Items, Member, Opaque, Text, Thing
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node
from lambdalint.value import Slot

_DEEPEST = 60
_HOLE = pattern(r"\$(\$\{|\{\s*([^{}]*?)\s*\})")
_PLACE = pattern(r"([\w-]+)((?:\.\w+)*)")
_ARCHIVES = {
    "filearchive": "FileArchive",
    "assetarchive": "AssetArchive",
    "remotearchive": "RemoteArchive",
    "fileasset": "FileAsset",
    "stringasset": "StringAsset",
    "remoteasset": "RemoteAsset",
}
_OF_PERMISSIONS = copies.Names("properties", "action", "functionUrlAuthType", "invokedViaFunctionUrl")
_RUNNING = "only the running program knows it"


class Document:
    """One program. `calls` are its resources, in the order of the text; `settings` what its stacks configure."""

    def __init__(
        self, root: yamltree.Mapping, text: bytes, folder: str, settings: Mapping[str, yamltree.Scalar]
    ) -> None:
        self._text = text
        self._settings = settings
        self._folder = folder
        self._resources = _section(root, "resources")
        self._variables = _section(root, "variables")
        self._project = root.get("name")
        self._made: dict[str, Thing] = {}
        self._values: dict[str, Thing] = {}
        self.calls: list[Call] = []
        for name in self._resources:
            self._resource(name)
        self.calls.sort(key=lambda call: call.head)

    # -- what is written ---------------------------------------------------------------------------------------------

    def attribute(self, made: Call, name: str, suffix: str, at: Span) -> str | None:
        """A reference to a resource of the document; None where that waits for the one that would have it."""
        found = next((n for n, thing in self._made.items() if thing is made), None)
        if found is None or not _PLACE.fullmatch(found):
            return None
        spans = {n: entry.value.span for n, entry in self._resources.items()}
        asking = next((n for n, span in spans.items() if span.contains(at)), "")
        if waits_for(found, asking, spans, lambda n: self._text[spans[n].start : spans[n].end], WORD):
            return None
        text = f"${{{found}.{name}}}{suffix}"
        flow = self._text[at.start : at.start + 1] == b"{"
        return f'"{text}"' if flow else text

    def assigned(self, target: Span) -> tuple[Span, tuple[Edit, ...]]:
        """Nothing is assigned in YAML."""
        return target._replace(end=target.start), ()

    def twin(self, permission: Call, principal: str) -> Slot | None:
        """The permission once more, below itself."""
        found = next((n for n, thing in self._made.items() if thing is permission), "")
        entry = self._resources.get(found)
        name = f"{found}Invoke"
        if entry is None or not isinstance(entry.value, yamltree.Mapping) or name in self._resources:
            return None
        if any(e.key.text not in ("type", "properties") for e in entry.value.entries):
            return None
        return copies.copied(self._text, entry.key.span, name, entry.value, _OF_PERMISSIONS, principal)

    # -- names -------------------------------------------------------------------------------------------------------

    def _resource(self, name: str) -> Thing:
        if name in self._made:
            return self._made[name]
        entry = self._resources[name]
        place = entry.key.span
        self._made[name] = Opaque(place, "it needs itself")
        body = entry.value
        kind = body.get("type") if isinstance(body, yamltree.Mapping) else None
        token = kind.text if isinstance(kind, yamltree.Scalar) else ""
        if not isinstance(body, yamltree.Mapping) or body.get("get") is not None or ":" not in token:
            self._made[name] = Opaque(place, "it isn't made here")
            return self._made[name]
        own = body.get("name")
        label = self.value(own) if own is not None else Atom(name, place)
        written = body.get("properties")
        nothing = Fields({}, place, body.complete and written is None)
        given = self.value(written) if isinstance(written, yamltree.Mapping) else nothing
        made = Call(Foreign(_path(token), place, place), (label, given), entry.span, place, True, True)
        self._made[name] = made
        self.calls.append(made)
        return made

    def _name(self, name: str, span: Span) -> Thing:
        if name in self._resources:
            return self._resource(name)
        entry = self._variables.get(name)
        if entry is None:
            setting = self._settings.get(name)
            if setting is None or (isinstance(setting.value, str) and "$" in setting.value):
                return Opaque(span, "only the stack's configuration knows it")
            return Atom(setting.value, setting.span, None, (span,))
        if name not in self._values:
            self._values[name] = Opaque(span, "it needs itself")
            self._values[name] = self.value(entry.value)
        return self._values[name]

    def _reference(self, text: str, span: Span) -> Thing:
        """What stands between `${` and `}`."""
        if text == "pulumi.cwd":
            return Atom(absolute(self._folder), span)
        if text == "pulumi.project" and isinstance(self._project, yamltree.Scalar):
            return Atom(self._project.text, span)
        match = _PLACE.fullmatch(text)
        if match is None or match[1] == "pulumi":
            return Opaque(span, _RUNNING)
        found = self._name(match[1], span)
        for part in match[2].split(".")[1:]:
            inner = found.get(part) if isinstance(found, Fields) else None
            found = inner if inner is not None else Member(found, part, span)
        return found

    # -- values ------------------------------------------------------------------------------------------------------

    def value(self, node: Node | None, depth: int = 0) -> Thing:
        """What a node stands for."""
        if node is None or depth > _DEEPEST:
            return Opaque(node.span if node is not None else Span("", 0, 0), "it is nested too deeply")
        if isinstance(node, yamltree.Scalar):
            return self._scalar(node)
        if isinstance(node, yamltree.Sequence):
            items = [self.value(item, depth + 1) for item in node.items]
            return Items(items, node.span, slot=writing.listing(node, self._text))
        if not isinstance(node, yamltree.Mapping):
            return Opaque(node.span, "it stands for nothing known")
        if len(node.entries) == 1 and node.entries[0].key.text.lower().startswith("fn::"):
            return self._function(node.entries[0], depth + 1)
        fields: dict[str, Field] = {}
        for entry in node.entries:
            owner = node.owner(entry)
            gone = writing.removal(owner, entry.key.text, self._text)
            place = entry.key.span
            value = self.value(entry.value, depth + 1)
            empty = place._replace(end=place.start)
            fields[entry.key.text] = Field(place, writing.literal(entry.key), value, gone or empty)
        return Fields(fields, node.span, node.complete, node)

    def _scalar(self, node: yamltree.Scalar) -> Thing:
        if not isinstance(node.value, str) or "$" not in node.value:
            return Atom(node.value, node.span, writing.literal(node))
        parts: list[Thing] = []
        at = 0
        for match in _HOLE.finditer(node.value):
            if match.start() > at:
                parts.append(Atom(node.value[at : match.start()], node.span))
            at = match.end()
            known = match[2] is not None
            parts.append(self._reference(match[2], node.span) if known else Atom("${", node.span))
        if at < len(node.value):
            parts.append(Atom(node.value[at:], node.span))
        if len(parts) == 1 and at == len(node.value):
            return parts[0]
        return joined(parts, node.span)

    def _function(self, entry: yamltree.Entry, depth: int) -> Thing:
        name = entry.key.text[4:].lower()
        given = self.value(entry.value, depth)
        span = entry.span
        if name in _ARCHIVES:
            callee = Foreign(f"pulumi.pulumi.asset.{_ARCHIVES[name]}", entry.key.span, entry.key.span)
            return Call(callee, (given,), span, entry.key.span, True, True)
        if name == "tojson":
            return Text((given,), span)
        if name == "secret":
            return given
        parts = given.items if isinstance(given, Items) and len(given.items) == 2 else []
        if name == "join" and parts and isinstance(parts[1], Items):
            return joined([part for item in parts[1].items for part in (parts[0], item)][1:], span)
        return Opaque(span, _RUNNING)


def _section(root: yamltree.Mapping, name: str) -> Mapping[str, yamltree.Entry]:
    section = root.get(name)
    entries = section.entries if isinstance(section, yamltree.Mapping) else ()
    return {entry.key.text: entry for entry in entries}


def _path(token: str) -> str:
    """`aws:lambda:Function` and `aws:lambda/function:Function` are `pulumi.aws.lambda.Function`."""
    package, _, rest = token.partition(":")
    module, _, kind = rest.rpartition(":")
    return ".".join(part for part in ("pulumi", package, module.partition("/")[0], kind) if part)


class Yaml:
    """How values are written into YAML. `texts` are the bytes of each file."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self._texts = texts

    def written(self, span: Span) -> bytes:
        """The text that stands at a place."""
        return self._texts.get(span.path, b"")[span.start : span.end]

    def literal(self, value: object) -> str:
        """A str, int, bool or tuple of str."""
        return spell.yaml(value)

    def literals(self, file: str) -> Callable[[object], str]:
        """`literal` as one file writes it: all write it alike."""
        del file
        return self.literal

    def member(self, path: str, file: str) -> None:
        """YAML knows no constants."""
        del path, file

    def call(self, path: str, arguments: tuple[object, ...], file: str) -> None:
        """Nor calls."""
        del path, arguments, file

    def constant(self, name: str) -> str:
        """The last name of a constant."""
        return name

    def nested(self, kind: str, name: str, value: object, file: str) -> str | None:
        """An object with one property."""
        del kind, file
        return f"{{ {name}: {self.literal(value)} }}"

    def package(self, path: str, file: str) -> None:
        """YAML uses no packages of Go."""
        del path, file

    def addition(self, call: Call, at: int, name: str) -> None:
        """A resource without properties has no place for the first one."""
        del call, at, name

    def insertion(self, fields: Fields, name: str) -> tuple[Span, str, str] | None:
        """Where a new property goes."""
        node = fields.literal
        if not isinstance(node, yamltree.Mapping):
            return None
        slot = writing.insertion(node, name, self._texts.get(node.span.path, b""))
        return slot[:3] if slot is not None else None
