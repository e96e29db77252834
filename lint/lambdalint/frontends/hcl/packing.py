"""Archives that Terraform makes, and commands that it runs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.frontends.hcl.instances import Resource
from lambdalint.frontends.hcl.reading import Config, as_path, as_text
from lambdalint.frontends.hcl.survey import Survey
from lambdalint.frontends.hcl.values import Fields, HclValue, Hollow, Items, Scalar, parts_of, plain
from lambdalint.model.infra import Archive, Script, ScriptPiece
from lambdalint.secrets import mask
from lambdalint.source import Span
from lambdalint.syntax.hcltree import nested
from lambdalint.value import Known, Unknown, Value

_SHELLS = frozenset({"sh", "bash", "zsh", "dash"})
_HOLE = "${TERRAFORM_VALUE}"


def archives(survey: Survey) -> Iterator[Archive]:
    """Zips made by `archive_file`."""
    for mode in ("data", "managed"):
        for found in survey.each("archive_file", mode=mode):
            config = found.config
            output = config.attribute("output_path")
            sources = tuple(
                as_path(value, survey.realm)
                for name in ("source_file", "source_dir")
                if (value := config.attribute(name)) is not None
            )
            if output is not None:
                yield Archive(*found.head[:3], sources, as_path(output, survey.realm), _entries(config))


def _entries(config: Config) -> tuple[str, ...] | None:
    """The names in an archive that isn't made of a folder."""
    if config.attribute("source_dir") is not None:
        return None
    nested = config.blocks("source")
    names = [inner.text("filename") for inner in nested.configs]
    for name in ("source_file", "source_content_filename"):
        if config.attribute(name) is not None:
            names.append(config.text(name))
    known = tuple(name.value for name in names if isinstance(name, Known))
    if not nested.complete or not known or len(known) < len(names):
        return None
    return tuple(posixpath.basename(name) if not nested.configs else name for name in known)


def scripts(survey: Survey) -> Iterator[Script]:
    """Commands of `local-exec` provisioners."""
    running = {path for path, text in survey.texts.items() if b"local-exec" in text}
    for instance in survey.instances:
        for (mode, kind, _), block in instance.config.resources.items():
            if mode != "managed" or block.span.path not in running:
                continue
            if any(b.kind == "provisioner" for b in nested(block.body)):
                for resource in instance.resources_of(mode, kind):
                    if resource.block is block:
                        yield from _commands(survey, resource)


def _commands(survey: Survey, resource: Resource) -> Iterator[Script]:
    for block in nested(resource.block.body):
        if block.kind == "provisioner" and block.labels == ("local-exec",):
            config = Config(block, resource.scope, resource.block.header, survey.texts, None)
            yield from _script(survey, config, survey.realm.root)


def _pieces(survey: Survey, span: Span, text: str) -> tuple[ScriptPiece, ...]:
    from lambdalint.frontends.hcl.pieces import pieces_in  # seldom needed

    return pieces_in(survey.texts.get(span.path, b""), span, text)


def _script(survey: Survey, config: Config, deployment: str) -> Iterator[Script]:
    command = config.attribute("command")
    parts = parts_of(plain(command)) if command is not None else None
    if command is None or parts is None or not _is_shell(config.attribute("interpreter")):
        return
    text = "".join(p if isinstance(p, str) else _HOLE for p in parts).replace("\r\n", "\n")
    if text == _HOLE:
        return
    span, exact = _place(survey, command, text)
    hidden = mask(text)
    folder = config.attribute("working_dir")
    where: Value[str] = Known(survey.realm.folder, span, default=True)
    if folder is not None:
        where = as_path(folder, survey.realm)
    pieces = () if exact or hidden != text else _pieces(survey, span, text)
    yield Script(span, hidden, exact and hidden == text, where, _environment(config), deployment, pieces=pieces)


def _is_shell(interpreter: HclValue | None) -> bool:
    if interpreter is None:
        return True
    first = plain(interpreter.items[0]) if isinstance(interpreter, Items) and interpreter.items else None
    return isinstance(first, Scalar) and str(first.value).rsplit("/", 1)[-1] in _SHELLS


def _place(survey: Survey, command: HclValue, text: str) -> tuple[Span, bool]:
    """Where a command stands, and whether its bytes there are its text."""
    span = command.span
    data = survey.texts.get(span.path, b"")
    inside = Span(span.path, span.start + 1, span.end - 1)
    if isinstance(command, Hollow):
        inside = Span(span.path, *command.body)
    if data[inside.start : inside.end] == text.encode():
        return inside, True
    return span, False


def _environment(config: Config) -> tuple[tuple[str, Value[str]], ...]:
    value = config.attribute("environment")
    if not isinstance(value, Fields):
        return ()
    found: list[tuple[str, Value[str]]] = []
    for name, field in value.fields.items():
        text = as_text(field.value)
        if isinstance(text, Known) and mask(text.value) != text.value:
            text = Unknown(text.span, "it is a secret")
        found.append((name, text))
    return tuple(found)
