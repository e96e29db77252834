"""Where the code of a function comes from, and how SAM builds it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lambdalint.frontends.cfn.reading import Config, as_text
from lambdalint.frontends.cfn.survey import FUNCTIONS, SAM_FUNCTION, Found, Survey
from lambdalint.frontends.cfn.templates import local_path
from lambdalint.frontends.cfn.values import CfnValue, Fields, Scalar, text_of
from lambdalint.frontends.cfn.writing import insertion, literal
from lambdalint.frontends.text import ROOT
from lambdalint.model.functions import Image, Package
from lambdalint.model.infra import Script
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Slot, Unknown, Value

GO_BUILDER = "go1.x"
"""What SAM calls its builder for Go modules, whatever the runtime."""

_METHODS = {GO_BUILDER: "go", "makefile": "make"}
_DOCKERFILE = "Dockerfile"
_ARTIFACTS = "ARTIFACTS_DIR"


class CodeOf(NamedTuple):
    """Where the code of one function comes from."""

    package: Package | None
    image: Image | None
    source: Value[str] | None
    build_method: Value[str] | None


def code_of(survey: Survey, found: Found, image: bool) -> CodeOf:
    """Package or image of a function, the folder of its sources, and the builder that compiles them."""
    config = found.config
    if found.resource.kind == SAM_FUNCTION:
        sources = config.fields.get("CodeUri") is not None  # then there is no other code, whatever else may be set
        if image or (not sources and config.attribute("ImageUri") is not None):
            return CodeOf(None, _sam_image(found), None, None)
        return _sam_code(survey, found)
    code = config.attribute("Code")
    if isinstance(code, Fields):
        text = code.fields.get("ZipFile")
        if text is not None:
            return CodeOf(Package(text.key.span, None, inline=True), None, None, None)
        uri = code.get("ImageUri")
        if uri is not None:
            return CodeOf(None, Image(as_text(uri), None, None), None, None)
        return CodeOf(Package(config.place("Code"), None), None, None, None)
    if code is None:
        return CodeOf(None, None, None, None)
    return CodeOf(Package(code.span, _path(found, code)), None, None, None)


def _path(found: Found, value: CfnValue) -> Value[str] | None:
    """A local path, relative to the project root; None for code in a bucket."""
    if not isinstance(value, Scalar):
        return None if isinstance(value, Fields) else Unknown(value.span, "it is computed")
    path = local_path(found.stack.template, text_of(value.value))
    if path is None:
        return None
    node = value.node
    return Known(path, value.span, literal(node) if node is not None else None, via=value.via)


# -- SAM -------------------------------------------------------------------------------------------------------------


def _sam_code(survey: Survey, found: Found) -> CodeOf:
    config = found.config
    written = config.fields.get("CodeUri") or config.attribute("CodeUri")
    inline = (config.attribute if written is None else config.fields.get)("InlineCode")
    if inline is not None:
        return CodeOf(Package(config.place("InlineCode"), None, inline=True), None, None, None)
    here = posixpath.dirname(found.stack.template.path) or "."
    path: Value[str] | None = Known(here, found.resource.header, default=True)
    if written is not None:
        path = _path(found, written)
    elif config.doubtful:
        path = Unknown(found.resource.header, "it may be set")
    span = written.span if written is not None else found.resource.header
    if path is None:
        return CodeOf(Package(span, None), None, None, None)
    if isinstance(path, Known) and path.value.endswith((".zip", ".jar")):
        return CodeOf(Package(span, path), None, None, None)
    method = _build_method(survey, found)
    made = makefile_target(survey, found, path, method)
    if made is not None:
        folder = Known(made.folder, span)
        return CodeOf(Package(span, Known(made.artifacts, span)), None, folder, Known("make", made.span))
    return CodeOf(Package(span, path), None, path, method)


def _build_method(survey: Survey, found: Found) -> Value[str] | None:
    """The builder for the sources of a function: `go`, `make`, `esbuild` …; the default depends on the runtime."""
    metadata = found.resource.body.get("Metadata")
    written = metadata.get("BuildMethod") if isinstance(metadata, yamltree.Mapping) else None
    if isinstance(written, yamltree.Scalar) and not written.tag:
        slot = literal(written)
        return Known(_METHODS.get(written.text.lower(), written.text.lower()), written.span, _constant(slot))
    header = found.resource.header
    if written is not None or (metadata is not None and not isinstance(metadata, yamltree.Mapping)):
        return Unknown(header, "it is computed")
    runtime = found.config.text("Runtime")
    if not isinstance(runtime, Known):
        return Unknown(header, "it depends on the runtime")
    default = "go" if runtime.value == GO_BUILDER else "make" if runtime.value.startswith("provided") else "other"
    target, within = (metadata, ()) if isinstance(metadata, yamltree.Mapping) else (found.resource.body, ("Metadata",))
    text = survey.texts.get(header.path, b"")
    slot = insertion(target, "BuildMethod", text, within, lambda _: GO_BUILDER) if default != "other" else None
    if slot is not None and target.style == "json":
        slot = slot._replace(spell=lambda _: f'"{GO_BUILDER}"')
    return Known(default, header, slot, default=True)


def _constant(slot: Slot | None) -> Slot | None:
    if slot is None:
        return None
    text = slot.spell(GO_BUILDER)
    return slot._replace(spell=lambda _: text)


class Made(NamedTuple):
    """How `sam build` runs make for a function: in `folder`, with `artifacts` as the folder for the result."""

    target: str
    folder: str
    artifacts: str
    span: Span


def makefile_target(survey: Survey, found: Found, path: Value[str], method: Value[str] | None) -> Made | None:
    """The make target that builds a function, where there is a makefile that has one."""
    if not isinstance(path, Known) or not isinstance(method, Known) or method.value != "make":
        return None
    metadata = found.resource.body.get("Metadata")
    named = metadata.get("WorkingDirectory") if isinstance(metadata, yamltree.Mapping) else None
    name = found.resource.name
    text = survey.reader(posixpath.normpath(posixpath.join(path.value, "Makefile")))
    if text is None or (not _has_target(text, name) and method.default):
        return None
    folder = path.value
    if isinstance(named, yamltree.Scalar):
        folder = posixpath.normpath(posixpath.join(path.value, named.text))
    here = posixpath.dirname(found.stack.template.path)
    artifacts = posixpath.join(here, ".aws-sam/build", name)
    return Made(f"build-{name}", folder, artifacts, method.span)


def _has_target(text: bytes, name: str) -> bool:
    target = re.escape(f"build-{name}".encode())
    pattern = rb"^(?:[^\t#\n:=][^#\n:=]*)?(?<![\w-])(?:" + target + rb"(?![\w-])|build-%)[^\n:=]*:(?!=)"
    return re.search(pattern, text, re.MULTILINE) is not None or (
        b"ARTIFACTS_DIR" in text and re.search(rb"^[^\t#\n]*\$[({][^\n]*:(?!=)", text, re.MULTILINE) is not None
    )


def packed_as(config: Config) -> Value[str]:
    """The package type of a function: `Zip` also where only the runtime is known, for an image has none."""
    value = config.text_or("PackageType", "Zip")
    if isinstance(value, Known) or config.fields.get("PackageType") is not None:
        return value
    return Known("Zip", config.header, default=True) if isinstance(config.text("Runtime"), Known) else value


def scripts(survey: Survey) -> Iterator[Script]:
    """The make commands that `sam build` runs."""
    for found in survey.each(*FUNCTIONS):
        package_type = packed_as(found.config)
        if found.resource.kind != SAM_FUNCTION or not isinstance(package_type, Known) or package_type.value != "Zip":
            continue
        code = found.config.attribute("CodeUri")
        here = posixpath.dirname(found.stack.template.path) or "."
        path = _path(found, code) if code is not None else Known(here, found.resource.header, default=True)
        made = makefile_target(survey, found, path, _build_method(survey, found)) if path is not None else None
        if made is not None:
            artifacts = Known(f"{ROOT}/{made.artifacts}", made.span)  # SAM gives an absolute path
            environment: tuple[tuple[str, Value[str]], ...] = ((_ARTIFACTS, artifacts),)
            folder = Known(made.folder, made.span)
            yield Script(made.span, f"make {made.target}", False, folder, environment, survey.realm.root)


def _sam_image(found: Found) -> Image:
    """The image that `sam build` makes, as `Metadata` says."""
    uri = found.config.text("ImageUri")
    metadata = found.resource.body.get("Metadata")
    if not isinstance(metadata, yamltree.Mapping):
        return Image(uri, None, None)
    place = metadata.get("DockerContext")
    if place is None:
        return Image(uri, None, None)
    folder = local_path(found.stack.template, place.text) if isinstance(place, yamltree.Scalar) else None
    if folder is None:
        return Image(uri, Unknown(place.span, "it is computed"), None)
    named = metadata.get("Dockerfile")
    name = named.text if isinstance(named, yamltree.Scalar) else _DOCKERFILE
    span = named.span if named is not None else place.span
    file = posixpath.normpath(posixpath.join(folder, name))
    return Image(uri, Known(folder, place.span), Known(file, span), follows=True)
