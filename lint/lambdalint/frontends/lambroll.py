"""Functions that lambroll deploys: `function.json` or `function.jsonnet`, written as the API of Lambda wants it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends import cloudformation, rolenames
from lambdalint.frontends.cfn.stacks import Realm
from lambdalint.frontends.cfn.survey import FUNCTION
from lambdalint.frontends.cfn.templates import Resource, Template
from lambdalint.frontends.joined import together
from lambdalint.frontends.unwritten import unslotted
from lambdalint.model.access import Role
from lambdalint.model.functions import Function, Package
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node
from lambdalint.value import UNREAD, Known, Unknown

Reader = Callable[[str], bytes | None]

_NAME = re.compile(r"(?:.*/)?function(?:[.-][\w-]+)?\.json(?:net)?$")
_OTHER = frozenset({"test", "tests", "testdata", "fixtures", "docs", "doc", "node_modules", "vendor"})
_STATE = re.compile(r"""\{\{\s*\w*tfstate\s+[`"]([^`"]+)\.arn[`"]\s*\}\}""")
_CALLED = re.compile(r"\w*tfstate\((.+)\.arn\)")
_COMMAND = re.compile(rb"\blambroll\b[^\n]*?--src(?:=|\s+)[\"']?([^\s\"']+)")
_COMMANDS = re.compile(r"(?:.*/)?(?:[Mm]akefile|Taskfile\.ya?ml|[jJ]ustfile|[\w.-]+\.(?:sh|mk))$")
_PLAIN = re.compile(rb"[\w./-]+")
_ADDRESS = "function_url"
_MADE = ".jsonnet"
_URL = "AWS::Lambda::Url"
_GENERATED = "block"


def may_be_function(path: str) -> bool:
    """True for a path whose content decides."""
    return bool(_NAME.match(path)) and _OTHER.isdisjoint(path.lower().split("/"))


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> InfraFacts:
    """All that the files among `paths` deploy. Text that isn't plain JSON is a template of another kind: no fault."""
    described = []
    for path in filter(may_be_function, paths):
        root = _root(look, path)
        if root is not None and root.get("FunctionName") is not None and root.get("Role") is not None:
            described.append((path, root))
    asked = list(_asked(look, paths)) if described else []
    found = []
    for path, root in described:
        facts = _deployment(path, root, reader, _packed_folder(posixpath.dirname(path), asked, len(described) == 1))
        # what a program makes is written there in other words
        found.append(InfraFacts(*map(unslotted, facts)) if path.endswith(_MADE) else facts)
    return together(found)


def _asked(look: Reader, paths: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """The folders of files with commands that name what is packed, and what they name: None where that isn't plain."""
    for path in paths:
        data = look(path) if _COMMANDS.fullmatch(path) else None
        for word in _COMMAND.findall(data) if data is not None else ():
            base = posixpath.dirname(path)
            plain = _PLAIN.fullmatch(word)
            yield base, posixpath.normpath(posixpath.join(base, word.decode())) if plain else None


def _packed_folder(folder: str, asked: Sequence[tuple[str, str | None]], alone: bool) -> str | None:
    """The folder that a function's package is made of: by the commands beside it, or by all where it is alone."""
    beside = {named for base, named in asked if base == folder}
    if not beside and not asked:
        return folder
    named = beside or ({named for _, named in asked} if alone else set())
    return named.pop() if len(named) == 1 else None


def with_roles(facts: InfraFacts, roles: Sequence[Role], look: Reader) -> InfraFacts:
    """The same, with the roles that Terraform makes: by their place in its state, or by name."""
    return facts._replace(functions=tuple(f._replace(role=_role(f, roles, look)) for f in facts.functions))


def _role(function: Function, roles: Sequence[Role], look: Reader) -> str | None:
    root = _root(look, function.deployment)
    node = root.get("Role") if root is not None else None
    text = node.text if isinstance(node, yamltree.Scalar) else ""
    called = node.tag if isinstance(node, yamltree.Unresolved) else ""
    placed = _STATE.fullmatch(text) or _CALLED.fullmatch(called)
    if placed is None:
        return rolenames.of_arn(text, roles)
    found = [role.key for role in roles if role.key.partition(":")[2] == placed[1]]
    return found[0] if len(found) == 1 else None


def _root(look: Reader, path: str) -> yamltree.Mapping | None:
    data = look(path)
    if path.endswith(_MADE):
        from lambdalint.syntax import jsonnet

        made = jsonnet.parse(path, data, look) if data is not None else None
        return made if isinstance(made, yamltree.Mapping) else None
    tree = yamltree.parse(path, data) if data is not None else None
    root = tree.documents[0] if tree is not None and tree.fault is None and tree.documents else None
    return root if isinstance(root, yamltree.Mapping) else None


def _deployment(path: str, root: yamltree.Mapping, reader: Reader, folder: str | None) -> InfraFacts:
    texts = {path: reader(path) or b""}
    name = root.entry("FunctionName")
    header = name.key.span if name is not None else root.span
    resources = {"Function": _resource("Function", FUNCTION, header, root)}
    beside = posixpath.join(posixpath.dirname(path), _ADDRESS + posixpath.splitext(path)[1])
    address = _root(reader, beside)
    config = address.get("Config") if address is not None else None
    if address is not None and isinstance(config, yamltree.Mapping):
        texts[beside] = reader(beside) or b""
        entry = address.entry("Config")
        place = entry.key.span if entry is not None else config.span
        target = yamltree.Entry(place, _text(place, "TargetFunctionArn"), _text(place, "Function", "!Ref"))
        whole = config._replace(entries=(*config.entries, target))
        resources["Url"] = _resource("Url", _URL, place, whole)
    template = Template(path, yamltree.Mapping(root.span, (), "json", True), True, True, resources)
    facts = cloudformation.deployment(Realm(template, {path: template}, reader), texts, reader)
    functions = tuple(_packed(f, folder) for f in facts.functions)
    deployment = Deployment(path, posixpath.dirname(path), False, dialect="lambroll")
    urls = tuple(url._replace(permitted=True) for url in facts.urls)
    return facts._replace(functions=functions, deployments=(deployment,), unknown_attributes=(), urls=urls)


def _packed(function: Function, folder: str | None) -> Function:
    """The function with its package: lambroll packs the folder that it is started in, or that it is told."""
    named = function.name.value if isinstance(function.name, Known) else "the function"
    function = function._replace(label=named, reserved_concurrency=UNREAD)
    handler, runtime = function.handler, function.runtime
    if function.image is not None or not isinstance(handler, Known) or not isinstance(runtime, Known):
        return function
    if folder is None:
        return function._replace(package=Package(handler.span, Unknown(handler.span, "a command chooses its folder")))
    file = handler.value if runtime.value == "go1.x" else "bootstrap"
    inside = posixpath.normpath(posixpath.join(folder, file))
    return function._replace(package=Package(handler.span, Known(inside, handler.span)))


def _resource(name: str, kind: str, header: Span, properties: yamltree.Mapping) -> Resource:
    plain = _plain(properties)
    entry = yamltree.Entry(properties.span, _text(header, "Properties"), plain)
    return Resource(name, kind, header, yamltree.Mapping(properties.span, (entry,), "json", True))


def _plain(node: Node) -> Node:
    """The node with what templates fill in left open."""
    if isinstance(node, yamltree.Mapping):
        return node._replace(entries=tuple(e._replace(value=_plain(e.value)) for e in node.entries))
    if isinstance(node, yamltree.Sequence):
        return node._replace(items=tuple(map(_plain, node.items)))
    if isinstance(node, yamltree.Scalar) and isinstance(node.value, str) and "{{" in node.value:
        return yamltree.Unresolved(node.span)
    return node


def _text(span: Span, text: str, tag: str = "") -> yamltree.Scalar:
    return yamltree.Scalar(span, text, text, _GENERATED, tag, False)
