"""Where the code of a function comes from: folders, bundling commands, images."""

from __future__ import annotations

import posixpath
import shlex
from collections.abc import Iterator

from lambdalint.frontends.cdk.bundling import apart, flag_slot, inside, is_own, switched, variables_of, word_slot
from lambdalint.frontends.cdk.kinds import GO
from lambdalint.frontends.cdk.reading import Form, Props, as_text, path_of, props_of, unknown
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script import operators
from lambdalint.frontends.script.values import Atom, Call, Fields, Items, Thing
from lambdalint.model.functions import Image, Package
from lambdalint.model.infra import Script, ScriptPiece
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

_ASSETS = frozenset({"lambda.Code.fromAsset", "lambda.Code.asset", "lambda.AssetCode.fromAsset", "lambda.AssetCode"})
_IMAGES = frozenset({"lambda.DockerImageCode.fromImageAsset", "lambda.Code.fromAssetImage", "lambda.AssetImageCode"})
_INLINE = frozenset({"lambda.Code.fromInline", "lambda.Code.inline", "lambda.InlineCode"})
_GOARCH = {"lambda.Architecture.ARM_64": "arm64", "lambda.Architecture.X86_64": "amd64"}
_PLATFORMS = {"LINUX_AMD64": "linux/amd64", "LINUX_ARM64": "linux/arm64"}
_SOURCES = "/asset-input"
_SHELLS = ("bash", "sh", "/bin/sh", "/bin/bash")
_OTHER_IMAGES = frozenset({"lambda.DockerImageCode.fromEcr", "lambda.Code.fromEcrImage", "lambda.EcrImageCode"})


class ImageSource:
    """An image and, where the app builds it, the folder it is built in."""

    def __init__(self, survey: Survey, thing: Thing | None) -> None:
        self.context: Value[str] | None = None
        self.dockerfile: Value[str] | None = None
        self.platform: Value[str] | None = None
        if isinstance(thing, Call) and thing.path in _IMAGES and thing.arguments:
            self.context = survey.path(thing.arguments[0])
            self.dockerfile = _dockerfile(survey, thing, self.context)
            form = Form(survey.language, _PLATFORMS, "ecrassets.Platform")
            options = survey.options(thing, 1)
            self.platform = options.choice("platform", form) or Known("", thing.head, default=True)


def _dockerfile(survey: Survey, thing: Call, context: Value[str] | None) -> Value[str] | None:
    options = survey.options(thing, 1)
    file = options.get("file")
    if not isinstance(context, Known):
        return context
    if file is None:
        return context._replace(value=posixpath.join(context.value, "Dockerfile"), slot=None)
    name = as_text(file)
    if not isinstance(name, Known):
        return name
    return name._replace(value=posixpath.normpath(posixpath.join(context.value, name.value)), slot=None)


def image_of(survey: Survey, made: Call, props: Props) -> ImageSource | None:
    """The image of a function that runs one."""
    thing = props.get("code")
    path = thing.path if isinstance(thing, Call) else ""
    if made.path == "lambda.DockerImageFunction" or path in _IMAGES | _OTHER_IMAGES:
        return ImageSource(survey, thing)
    return None


def docker_image(source: ImageSource | None) -> Image:
    """The model's record of an image."""
    return Image(None, source.context, source.dockerfile, source.platform) if source else Image(None, None, None)


def package(survey: Survey, made: Call, props: Props) -> Package | None:
    """The folder or archive that a function's `code` names."""
    thing = props.get("code")
    if not isinstance(thing, Call) or not thing.arguments or made.path == GO:
        return None
    if thing.path in _ASSETS:
        if _bundled(thing):
            return Package(thing.span, Unknown(thing.span, "a command makes it"), script=_bundling_place(thing))
        return Package(thing.arguments[0].span if isinstance(thing.arguments[0], Atom) else thing.span,
                       survey.path(thing.arguments[0]))  # fmt: skip
    if thing.path in _INLINE:
        return Package(thing.head, None, inline=True)
    return Package(thing.span, None) if thing.path in ("lambda.Code.fromBucket", "lambda.Code.bucket") else None


def raw_package(props: Props) -> Package | None:
    """The code of a `CfnFunction`, where it is written as text."""
    fields = props.nested("code").fields
    text = fields.fields.get("zipFile") if fields is not None else None
    return Package(text.name, None, inline=True) if text is not None else None


def _bundled(code: Call) -> bool:
    options = props_of(code)
    return options is not None and options.get("bundling") is not None


def _bundling_place(code: Call) -> Span | None:
    """Where the commands are that bundle: all options where the app may do it by itself, too."""
    options, command = props_of(code), _command(code)
    bundling = options.get("bundling") if options is not None else None
    if isinstance(bundling, Fields) and bundling.get("local") is not None:
        return bundling.span
    return command.span if command is not None else None


def source(survey: Survey, made: Call, props: Props) -> Value[str] | None:
    """The folder that the app itself builds a function from."""
    if made.path == GO:
        return _entry(survey, props)
    thing = props.get("code")
    if isinstance(thing, Call) and thing.path in _ASSETS and thing.arguments and _bundled(thing):
        return survey.path(thing.arguments[0])
    return None


def _entry(survey: Survey, props: Props) -> Value[str] | None:
    """`entry` is a folder, or a file in it; with `moduleDir` it is still relative to where the app runs."""
    found = survey.path(props.get("entry"))
    if isinstance(found, Known) and found.value.endswith(".go"):
        return found._replace(value=posixpath.dirname(found.value) or ".", slot=None)
    return found


# -- commands --------------------------------------------------------------------------------------------------------


def scripts_of(survey: Survey) -> Iterator[Script]:
    """Shell commands that bundle code."""
    for call in survey.calls:
        found = _command(call) if call.path in _ASSETS and call.arguments else None
        if found is None:
            continue
        options = props_of(call)
        bundling = options.get("bundling") if options is not None else None
        folder = _inside_of(survey.path(call.arguments[0]) or unknown(None), bundling)
        variables = _variables(bundling.get("environment")) if isinstance(bundling, Fields) else ()
        slot = word_slot(survey, found.words, found.pieces)
        pieces = found.pieces if slot is not None or not found.words else ()
        room = variables_of(survey, bundling)
        yield Script(
            *found[:3], folder, variables, survey.name, _host(bundling), pieces=pieces, flag_slot=slot, room=room
        )


def _host(bundling: Thing | None) -> str:
    """The machine that runs the command: an image."""
    if not isinstance(bundling, Fields) or not bundling.complete:
        return "any"
    image = bundling.get("image")
    return "lambda" if path_of(image).endswith((".bundlingImage", ".bundlingDockerImage")) else "linux"


def _inside_of(source: Value[str], bundling: Thing | None) -> Value[str]:
    """The folder in which a command runs: that of the sources, or a folder of the image that holds them below it."""
    chosen = bundling.get("workingDirectory") if isinstance(bundling, Fields) else None
    if chosen is None or not isinstance(source, Known):
        return source
    within = chosen.value if isinstance(chosen, Atom) and isinstance(chosen.value, str) else ""
    if within != _SOURCES and not within.startswith(_SOURCES + "/"):
        return Unknown(source.span, "the command runs elsewhere")
    place = posixpath.normpath(posixpath.join(source.value, within[len(_SOURCES) + 1 :] or "."))
    return source._replace(value=place, slot=None)


def go_builds(survey: Survey) -> Iterator[Script]:
    """The commands that `GoFunction` runs by itself, in the words that it uses."""
    for made in survey.each(GO):
        props = survey.props(made)
        bundling = props.nested("bundling")
        folder = source(survey, made, props)
        architecture = props.get("architecture")
        flags = _flags(bundling.get("goBuildFlags"))
        cgo = bundling.get("cgoEnabled")
        known = architecture is None or path_of(architecture) in _GOARCH
        if flags is None or not isinstance(folder, Known) or not known or not bundling.complete:
            continue
        goarch = _GOARCH[path_of(architecture)] if architecture is not None else "amd64"
        switch = 1 if isinstance(cgo, Atom) and cgo.value is True else 0
        own = _variables(bundling.get("environment"))
        if isinstance(cgo, Atom) and cgo.slot is not None and "CGO_ENABLED" not in dict(own):
            written = cgo.slot._replace(spell=switched(survey.language.literals(cgo.span.path)))
            own = (*own, ("CGO_ENABLED", Known(str(switch), cgo.span, written)))
        standard = {"CGO_ENABLED": switch, "GOOS": "linux", "GOARCH": goarch}
        settings = [f"{name}={value}" for name, value in standard.items() if name not in dict(own)]
        text = f"{' '.join(settings)} go build -o bootstrap {flags} ."
        slot = flag_slot(survey, props, bundling)
        yield Script(build_place(made, props), text, False, folder, own, survey.name, flag_slot=slot)


def build_place(made: Call, props: Props) -> Span:
    """Where `GoFunction`'s own build stands: its flags, or its header where it shares them with others or has none."""
    flags = props.nested("bundling").get("goBuildFlags")
    return flags.span if isinstance(flags, Items) and is_own(flags, props) else made.head


def _flags(thing: Thing | None) -> str | None:
    """The flags of a build as one text, None where they aren't known."""
    if thing is None:
        return ""
    if not isinstance(thing, Items) or not thing.complete:
        return None
    words = [item.value for item in thing.items if isinstance(item, Atom)]
    return " ".join(map(str, words)) if len(words) == len(thing.items) else None


class _Command(NamedTuple):
    """A command: its place, its text, and whether the place spells it byte by byte, or only these pieces of it.

    `words` are its words, where each of them is a text of its own.
    """

    span: Span
    text: str
    exact: bool
    pieces: tuple[ScriptPiece, ...] = ()
    words: tuple[str, ...] = ()


def _command(code: Call) -> _Command | None:
    """The command that bundles an asset."""
    options = props_of(code)
    bundling = options.get("bundling") if options is not None else None
    command = bundling.get("command") if isinstance(bundling, Fields) else None
    if not isinstance(command, Items) or not command.complete or not command.items:
        return None
    words = [item for item in command.items if isinstance(item, Atom) and isinstance(item.value, str)]
    if len(words) != len(command.items):
        return None
    if len(words) < 3 or words[0].value not in _SHELLS or not str(words[1].value).endswith("c"):
        texts = tuple(str(word.value) for word in words)
        return _Command(command.span, shlex.join(texts), False, tuple(apart(words, command.span)), texts)
    text, span = str(words[2].value), words[2].span
    if words[2].slot is None:
        return _Command(span, text, False, _pieces(words[2]))
    inner = inside(words[2])
    return _Command(inner or span, text, inner is not None)


def _pieces(joined: Atom) -> tuple[ScriptPiece, ...]:
    """The pieces of a text, of which some are written there; none where it starts or ends with something else."""
    parts = list(_leaves(joined))
    places: list[Span | None] = []
    last = joined.span.start
    for part in parts:
        place = inside(part) if part.slot is not None else part.span
        known = isinstance(part.value, str) and not part.via and place is not None and joined.span.contains(place)
        exact = known and place is not None and place.end - place.start == len(str(part.value).encode())
        places.append(place if exact and place is not None and place.start >= last else None)
        last = places[-1].end if places[-1] is not None else last
    if not places or places[0] is None or places[-1] is None:
        return ()
    found = []
    for number, (part, place) in enumerate(zip(parts, places, strict=True)):
        before = next(p.end for p in reversed(places[: number + 1]) if p is not None)
        after = next(p.start for p in places[number:] if p is not None)
        hole = joined.span._replace(start=before, end=after)
        found.append(ScriptPiece(operators.text(part.value), place or hole, place is not None))
    return tuple(found)


def _leaves(joined: Atom) -> Iterator[Atom]:
    for part in joined.parts:
        yield from _leaves(part) if part.parts else (part,)


def _variables(thing: Thing | None) -> tuple[tuple[str, Value[str]], ...]:
    if not isinstance(thing, Fields):
        return ()
    return tuple((name, as_text(field.value)) for name, field in thing.fields.items())
