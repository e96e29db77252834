"""Functions that the library `github.com/fogfish/scud` compiles from a package of a Go module.

It has defaults of its own, and leaves no choice of the runtime. Source: handler.go, container.go and gocc.go of
releases 0.6.1 to 0.13.2, read 2026-11-20. Earlier ones made functions for `go1.x`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from lambdalint.data.defaults import STORAGE
from lambdalint.frontends.cdk.kinds import SCUD, SCUD_IMAGE
from lambdalint.frontends.cdk.reading import Props, as_text, unknown
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.requirements import Library, Release
from lambdalint.frontends.script.values import Call, Fields, Opaque, Thing
from lambdalint.model.functions import Function, Image
from lambdalint.model.infra import InfraFacts, Script
from lambdalint.value import Known, Slot, Unknown, Value

_SINCE = (0, 7)
LIBRARY = Library(rb"scud", rb"scud", rb"github\.com/fogfish/scud", _SINCE)
_TIMEOUT = 60
_ARCHITECTURES = {"arm64": "arm64", "amd64": "x86_64"}
_GOARCH = {word: goarch for goarch, word in _ARCHITECTURES.items()}
_STANDARD = {"GOOS": "linux", "GOARCH": "arm64", "CGO_ENABLED": "0"}
_BUILD = 'go build -tags lambda.norpc -ldflags "-s -w" -o bootstrap .'
_WAY = "override the property Runtime of its CfnFunction"


def completed(function: Function, survey: Survey, made: Call) -> Function:
    """A function of the library, given what its properties say that it hands on to the CDK."""
    header = made.head
    given = survey.props(made)
    outer = Props(made, made.argument(2), survey.language, 2)
    function = function._replace(
        architectures=_architectures(outer),
        timeout=given.seconds_or("timeout", _TIMEOUT),
        source=_folder(survey, outer),
        build_method=Known("go", header, default=True),
        build_script=header,
        handler_derived=True,
        package=None,
    )
    if given.get("logGroup") is None and given.get("logRetention") is None:
        chosen = Unknown(header, "the library makes it")
        function = function._replace(logging=function.logging._replace(group=chosen, group_key=None, chosen=True))
    if made.path == SCUD:
        runtime = Known("provided.al2", header, default=True)
        return function._replace(runtime=runtime, handler=Known("bootstrap", header, default=True), runtime_way=_WAY)
    return function._replace(
        package_type=Known("Image", header, default=True),
        runtime=None,
        handler=None,
        ephemeral_storage=given.size_or("ephemeralStorageSize", STORAGE),
        image=Image(None, None, None),
        runtime_way="",
    )


def _folder(survey: Survey, outer: Props) -> Value[str]:
    """The package: a folder of a module, where the project holds that module."""
    module, inner = outer.text("sourceCodeModule"), outer.text("sourceCodeLambda")
    if not isinstance(module, Known) or isinstance(inner, Unknown):
        return Unknown(outer.header, "the package isn't known")
    path = posixpath.normpath(posixpath.join(module.value, inner.value if inner is not None else ""))
    place = inner if inner is not None else module
    folder = survey.language.package(path, outer.header.path)
    return (
        place._replace(value=folder, slot=None) if folder else Unknown(place.span, "the package isn't in the project")
    )


# -- the build -------------------------------------------------------------------------------------------------------


def _settings(outer: Props) -> Thing | None:
    """What is set for the compiler: a property of its own, or, since 0.13, one of the tool chain."""
    own = outer.get("goEnv")
    return own if own is not None else outer.nested("toolchain").get("goEnv")


def _architectures(outer: Props) -> Value[tuple[str, ...]]:
    """An architecture follows from what is compiled for."""
    settings = _settings(outer)
    if settings is None:
        return Known(("arm64",), outer.header, default=True)
    if not isinstance(settings, Fields):
        return unknown(settings)
    goarch = settings.get("GOARCH")
    if goarch is None:
        complete = settings.complete
        return Known(("arm64",), outer.header, default=True) if complete else unknown(goarch)
    word = as_text(goarch)
    if not isinstance(word, Known) or word.value not in _ARCHITECTURES:
        return unknown(goarch)
    slot = word.slot._replace(spell=_respelled(word.slot)) if word.slot is not None else None
    return Known((_ARCHITECTURES[word.value],), word.span, slot, via=word.via)


def _respelled(slot: Slot) -> Callable[[object], str]:
    """Writes an architecture as the compiler calls it."""

    def spelled(value: object) -> str:
        plain = value[0] if isinstance(value, tuple) and value else value
        return slot.spell(_GOARCH.get(str(plain), str(plain)))

    return spelled


def builds(survey: Survey) -> Iterator[Script]:
    """The commands that the library runs, in the words that it uses."""
    for made in survey.each(SCUD, SCUD_IMAGE):
        outer = Props(made, made.argument(2), survey.language, 2)
        folder, settings = _folder(survey, outer), _settings(outer)
        if not isinstance(folder, Known) or isinstance(settings, Opaque):
            continue
        own: Mapping[str, Value[str]] = {}
        if isinstance(settings, Fields) and settings.complete:
            own = {name: as_text(field.value) for name, field in settings.fields.items()}
        elif settings is not None:
            continue
        standard = " ".join(f"{name}={value}" for name, value in _STANDARD.items() if name not in own)
        text = f"{standard} {_BUILD}".strip()
        yield Script(made.head, text, False, folder, tuple(own.items()), survey.name)


def within(facts: InfraFacts, asked: Release | None) -> InfraFacts:
    """The same facts for the oldest release of the library that may be used: earlier ones did other things."""
    if asked is None or asked >= _SINCE:
        return facts
    old = {function.span for function in facts.functions if function.runtime_way == _WAY}
    doubt = "an old release of the library chooses it"
    functions = tuple(
        f._replace(runtime=Unknown(f.span, doubt), handler=Unknown(f.span, doubt), architectures=Unknown(f.span, doubt))
        if f.span in old
        else f
        for f in facts.functions
    )
    return facts._replace(functions=functions, scripts=tuple(s for s in facts.scripts if s.span not in old))
