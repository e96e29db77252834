"""Commands that pack, move, copy and link files."""

from __future__ import annotations

import posixpath

from lambdalint.frontends import text as texts
from lambdalint.frontends.commands.gocommand import Call
from lambdalint.frontends.commands.scene import Move, Scene
from lambdalint.frontends.commands.words import Field
from lambdalint.frontends.text import place, plain
from lambdalint.model.build import Zip
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

_ZIP_VALUES = frozenset({"-b", "-n", "-t", "-tt", "-P", "-O", "-Z", "-s"})


def zipped(scene: Scene, call: Call, fields: list[Field]) -> None:
    """`zip [flags] out.zip files…`."""
    flat = False
    operands: list[Field] = []
    index = 0
    listing = True
    while index < len(fields):
        field = fields[index]
        data = field.data
        index += 1
        if data.startswith("-") and data != "-":
            if data in ("-x", "-i", "--exclude", "--include"):
                listing = False
            flat = flat or data == "--junk-paths" or (not data.startswith("--") and "j" in data)
            index += data in _ZIP_VALUES
            if data == "-@":
                operands.append(Field(texts.unknown(call.span), True))
            listing = listing or data == "-@"
        elif listing:
            operands.append(field)
    _pack(scene, call, operands, flat, ".zip")


def seven_zipped(scene: Scene, call: Call, fields: list[Field]) -> None:
    """`7z a out.zip files…`."""
    operands = [f for f in fields if not f.data.startswith("-")]
    if operands and operands[0].data == "a":
        _pack(scene, call, operands[1:], False, ".7z")


def lambda_zipped(scene: Scene, call: Call, fields: list[Field]) -> None:
    """`build-lambda-zip -o out.zip binary`: folders don't go in."""
    operands: list[Field] = []
    output: Field | None = None
    index = 0
    while index < len(fields):
        field = fields[index]
        index += 1
        name, equals, _ = field.data.partition("=")
        if name in ("-o", "--o", "-output", "--output"):
            if equals:
                output = Field(field.text.cut(len(name) + 1, len(field.data)))
            elif index < len(fields):
                output = fields[index]
                index += 1
        elif not field.data.startswith("-"):
            operands.append(field)
    if operands:
        _pack(scene, call, [output or Field(texts.computed(operands[0].data + ".zip", call.span)), *operands], True, "")


def zipped_by_python(scene: Scene, call: Call, fields: list[Field]) -> None:
    """`python -m zipfile -c out.zip files…`: files go in without their folders."""
    words = [field.data for field in fields[:3]]
    if words[:2] == ["-m", "zipfile"] and words[2:] in (["-c"], ["--create"]):
        _pack(scene, call, fields[3:], True, ".zip")


def _pack(scene: Scene, call: Call, operands: list[Field], flat: bool, ending: str) -> None:
    if len(operands) < 2:
        return
    output, *sources = operands
    path = _located(scene, call, output)
    if isinstance(path, Known) and "." not in posixpath.basename(path.value):
        path = path._replace(value=path.value + ending, slot=None)
    found: list[Value[str]] = []
    for source in sources:
        found += _sources(scene, call, source)
    name = posixpath.basename(path.value) if isinstance(path, Known) else "a zip"
    slot = None if flat or ending != ".zip" else _flat_slot(scene, call, len(operands))
    scene.add(Zip("", name, call.span, tuple(found), path, flat, call.state.folder, flat_slot=slot))


def _flat_slot(scene: Scene, call: Call, operands: int) -> Slot | None:
    """Where `-j` is written: behind the name of the command."""
    named = next((f for f in call.fields[: len(call.fields) - operands] if posixpath.basename(f.data) == "zip"), None)
    place_ = named.text.place() if named is not None else None
    if place_ is None or not scene.writable or place_.path != call.span.path:
        return None
    return Slot(Span(place_.path, place_.end, place_.end), " -j", "", lambda _: "")


def _sources(scene: Scene, call: Call, field: Field) -> list[Value[str]]:
    """What goes in. A pattern stands for the files a folder holds after the build, so for the folder."""
    if field.glob and field.text.known and "*" in posixpath.basename(field.data):
        folder = place(call.state.folder, posixpath.dirname(field.data) or ".")
        if folder is not None and posixpath.basename(field.data) == "*":
            return [Known(plain(folder), field.text.place() or call.span)]
    if field.glob:
        return [Unknown(field.text.place() or call.span, "a pattern of files")]
    return [_located(scene, call, field)]


def _located(scene: Scene, call: Call, field: Field) -> Value[str]:
    said = texts.value(field.text, call.span, scene.files if scene.writable else None)
    path = place(call.state.folder, field.data)
    if isinstance(said, Unknown) or path is None:
        return Unknown(said.span, "the path isn't known")
    return said._replace(value=plain(path))


def moved(scene: Scene, call: Call, fields: list[Field]) -> None:
    """`mv`, `cp`, `ln` and `install`: sources, then where they go."""
    operands = [f for f in fields if not f.data.startswith("-")]
    if len(operands) < 2:
        return
    *sources, target = operands
    into = place(call.state.folder, target.data) if not target.loose else None
    folder = into is not None and (target.data.endswith("/") or len(sources) > 1 or scene.is_folder(into))
    for source in sources:
        path = place(call.state.folder, source.data) if not (source.loose or source.glob) else None
        if source.glob and path is None:
            continue  # files that lie in the project, or all of a folder: they keep their names
        end = posixpath.join(into, posixpath.basename(path)) if folder and into and path else into
        said = _located(scene, call, target)
        word = said._replace(value=plain(end)) if isinstance(said, Known) and end is not None else None
        scene.add(Move(plain(path) if path is not None else None, plain(end) if end is not None else None, word))


def made(scene: Scene, call: Call, fields: list[Field]) -> None:
    """`mkdir`: folders that later commands may use."""
    for field in fields:
        path = place(call.state.folder, field.data)
        while path not in (None, ".", "/", "") and not field.data.startswith("-"):
            assert path is not None
            scene.made.add(path)
            path = posixpath.dirname(path)
