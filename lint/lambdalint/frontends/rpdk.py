"""Resource providers of CloudFormation: `.rpdk-config` names the runtime and the handler that the registry runs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from lambdalint.frontends.bare import bare
from lambdalint.frontends.cfn import writing
from lambdalint.frontends.joined import together
from lambdalint.model.functions import Function
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Unknown, Value

NAME = ".rpdk-config"
_TOOL = "CloudFormation"
_PROGRAM = "cmd"
# Source of the plugin: up to then it packs the file `handler` only.
_WAY = "use release 2.2 of the Go plugin or a later one, and call the binary and both entry points bootstrap"


def read(reader: Callable[[str], bytes | None], paths: Sequence[str]) -> InfraFacts:
    """The functions of all providers, whatever language they are written in."""
    found = []
    for path in paths:
        data = reader(path) if posixpath.basename(path) == NAME else None
        tree = yamltree.parse(path, data) if data is not None else None
        root = tree.documents[0] if tree is not None and tree.fault is None and tree.documents else None
        if isinstance(root, yamltree.Mapping) and _text(root, "language", path):
            function = _function(path, root)
            built = _built(function, path) if _text(root, "language", path) == "go" else function
            found.append(InfraFacts((Deployment(path, path, False, dialect=_TOOL),), (built,)))
    return together(found)


def tried_out(facts: InfraFacts, paths: Sequence[str]) -> InfraFacts:
    """The same, with functions of a provider's own `template.yml` known as far as they are compiled.

    The template is there for `sam local`: what deploys the provider doesn't read it.
    """
    folders = {path.rpartition("/")[0] for path in paths if posixpath.basename(path) == NAME}
    templates = {posixpath.join(folder, f"template.{ending}") for folder in folders for ending in ("yml", "yaml")}
    functions = tuple(_compiled(f) if f.span.path in templates else f for f in facts.functions)
    return facts._replace(functions=functions)


def _compiled(function: Function) -> Function:
    kept = ("name", "runtime", "handler", "source", "build_method", "package")
    plain = bare(function.key, function.label, function.span, function.deployment, _TOOL)
    return plain._replace(**{field: getattr(function, field) for field in kept})


def _text(root: yamltree.Mapping, name: str, path: str) -> str:
    value = _value(root, name, path)
    return value.value if isinstance(value, Known) else ""


def _value(root: yamltree.Mapping, name: str, path: str) -> Value[str]:
    node = root.get(name)
    if not isinstance(node, yamltree.Scalar) or not isinstance(node.value, str):
        return Unknown(Span(path, 0, 0), "it isn't set")
    return Known(node.value, node.span, writing.literal(node))


def _function(path: str, root: yamltree.Mapping) -> Function:
    name = _value(root, "typeName", path)
    label = name.value if isinstance(name, Known) else "the provider"
    return bare(f"{path}#handler", label, name.span, path, _TOOL)._replace(
        runtime=_value(root, "runtime", path),
        handler=_value(root, "entrypoint", path),
    )


def _built(function: Function, path: str) -> Function:
    """The same, compiled by the plugin for Go."""
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), _PROGRAM))
    return function._replace(
        source=Known(folder, function.span, default=True),
        build_method=Known("go", function.span, default=True),
        runtime_way=_WAY,
    )
