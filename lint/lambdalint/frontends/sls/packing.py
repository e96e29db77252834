"""What goes into the package of a function, and what compiles it."""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterator

from lambdalint.data.serverless_plugins import GO, GO_AS_BOOTSTRAP, GO_COMMAND, GO_RUNTIMES
from lambdalint.frontends.cfn.reading import Config, as_text, members
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items, Scalar, text_of
from lambdalint.frontends.cfn.writing import literal
from lambdalint.frontends.sls.services import Service
from lambdalint.frontends.sls.settings import Settings
from lambdalint.model.functions import Package, PluginBuild
from lambdalint.model.infra import Script
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.secrets import mask
from lambdalint.value import Known, Slot, Unknown, Value

BOOTSTRAP = "bootstrap"


class Packed(NamedTuple):
    """How a function gets its code. `derived`: the tool makes the handler out of what is written.

    `movable` is False where another runtime would need another package. `method` says what makes it when that isn't Go.
    """

    package: Package | None
    derived: bool = False
    movable: bool = True
    method: Value[str] | None = None


def package_of(settings: Settings) -> Packed:
    """The package of a function."""
    handler = settings.config.text("handler")
    compiled = compiled_by_plugin(settings)
    if compiled is not None:
        span = handler.span if handler is not None else settings.header
        package = Package(span, Known(compiled.output, span))
        return Packed(package, True, plugin_build(settings) is not None)
    artifact = _artifact(settings)
    if artifact is not None:
        return Packed(artifact)
    if handler is None:
        return Packed(None)
    if not isinstance(handler, Known):
        return Packed(Package(handler.span, Unknown(handler.span, "the handler is not known")))
    service = settings.service
    derived = service.plugins is None or service.has_plugin(GO) or handler.value.endswith(".go")
    patterns = [p for p in _patterns(settings) if posixpath.basename(p) == BOOTSTRAP and "*" not in p]
    written = patterns[0] if handler.value == BOOTSTRAP and len(patterns) == 1 else handler.value
    path = service.local(written)
    if path is None:
        return Packed(Package(handler.span, Unknown(handler.span, "it is outside of the project")), derived)
    method: Value[str] | None = None
    if service.is_script(posixpath.join(service.folder, BOOTSTRAP)):
        method = Known("script", handler.span)
    at_root = posixpath.dirname(path) == service.folder
    slot = None if derived or method is not None else _artifact_slot(settings)
    package = Package(handler.span, Known(path, handler.span, handler.slot), artifact_slot=slot)
    compiled_somehow = plugin_build(settings) is None and (handler.value.endswith(".go") or _is_doubtful(service))
    return Packed(package, derived, (at_root or slot is not None) and not compiled_somehow, method)


def _is_doubtful(service: Service) -> bool:
    """True where the plugin compiles in a way that isn't known."""
    return service.has_plugin(GO) and not isinstance(go_settings(service).text_or("baseDir", "."), Known)


def _artifact_slot(settings: Settings) -> Slot | None:
    """Where a function names a finished package of its own."""
    slot = settings.config.nested("package").slot("artifact")
    if slot is None:
        return None
    spelled, folder = slot.spell, settings.service.folder or "."
    return slot._replace(spell=lambda path: spelled(posixpath.relpath(str(path), folder)))


def _artifact(settings: Settings) -> Package | None:
    """A finished package, named by the function or for all of them."""
    for config in (settings.config, settings.service.top):
        inner = config.nested("package")
        value = inner.attribute("artifact")
        if value is None:
            continue
        place = inner.place("artifact")
        if not isinstance(value, Scalar):
            return Package(place, Unknown(value.span, "it is computed"))
        path = settings.service.local(text_of(value.value))
        if path is None:
            return Package(place, None)
        slot = literal(value.node) if value.node is not None else None
        return Package(place, Known(path, value.span, slot, via=value.via))
    return None


def _patterns(settings: Settings) -> Iterator[str]:
    """What is taken into the package by name."""
    for config in (settings.config, settings.service.top):
        inner = config.nested("package")
        for name in ("patterns", "include"):
            for item in members(inner.attribute(name))[0]:
                if isinstance(item, Scalar) and not text_of(item.value).startswith("!"):
                    yield text_of(item.value)


# -- serverless-go-plugin --------------------------------------------------------------------------------------------


class Compiled(NamedTuple):
    """How the plugin compiles one function: paths are relative to the project root."""

    folder: str
    argument: str
    binary: str
    output: str


def go_settings(service: Service) -> Config:
    """The settings of the plugin."""
    return service.custom.nested("go")


def supported_runtimes(service: Service) -> Value[tuple[str, ...]]:
    """The runtimes that the plugin compiles for."""
    return go_settings(service).texts_or("supportedRuntimes", GO_RUNTIMES)


def as_bootstrap(service: Service) -> Value[bool]:
    """Whether the plugin calls the binary `bootstrap`."""
    return go_settings(service).flag_or("buildProvidedRuntimeAsBootstrap", False)


def plugin_build(settings: Settings) -> PluginBuild | None:
    """The plugin, where it is meant to compile a function: its handler names Go sources, and no package is ready."""
    service = settings.service
    handler = settings.config.text("handler")
    if not service.has_plugin(GO) or not isinstance(handler, Known) or _artifact(settings) is not None:
        return None
    base = go_settings(service).text_or("baseDir", ".")
    source = service.local(posixpath.join(base.value, handler.value)) if isinstance(base, Known) else None
    if source is None or not (source.endswith(".go") or service.is_file(posixpath.join(source, "main.go"))):
        return None
    runtimes, named = supported_runtimes(service), as_bootstrap(service)
    place = service.plugin_place(GO)
    if isinstance(named, Known) and named.default:
        named = named._replace(span=place)
    if isinstance(runtimes, Known) and runtimes.default:
        both = isinstance(named, Known) and named.default
        slot = _with_name(runtimes.slot) if runtimes.slot is not None and both else runtimes.slot
        runtimes = runtimes._replace(span=place, slot=slot)
    return PluginBuild(GO, runtimes, named)


def _with_name(slot: Slot) -> Slot:
    """The slot of the runtimes, with the setting that names the binary beside it."""
    own_line = re.search(r"(?:\A|\n)([ \t]+)\S+ \Z", slot.before)
    braces = own_line is None or not {",", "{"}.isdisjoint(slot.before)
    quote = '"' if slot.before.endswith('": ') else ""
    apart = ("," if braces else "") + (f"\n{own_line[1]}" if own_line is not None else " ")
    spelled = slot.spell
    line = f"{apart}{quote}buildProvidedRuntimeAsBootstrap{quote}: true"
    return slot._replace(spell=lambda value: spelled(value) + line)


def compiled_by_plugin(settings: Settings) -> Compiled | None:
    """How the plugin compiles a function; None where it doesn't, or where that isn't known."""
    service = settings.service
    if not service.has_plugin(GO):
        return None
    config = go_settings(service)
    runtime, supported = settings.text("runtime"), supported_runtimes(service)
    handler = settings.config.text("handler")
    texts = [config.text_or("baseDir", "."), config.text_or("binDir", ".bin")]
    monorepo, named = config.flag_or("monorepo", False), as_bootstrap(service)
    if not isinstance(handler, Known) or not isinstance(runtime, Known) or not isinstance(supported, Known):
        return None
    words = [t.value for t in texts if isinstance(t, Known)]
    if runtime.value not in supported.value or len(words) < 2 or not isinstance(monorepo, Known):
        return None
    base, binaries = service.local(words[0]), service.local(words[1])
    source = service.local(posixpath.join(words[0], handler.value))
    if base is None or binaries is None or source is None or not isinstance(named, Known):
        return None
    is_file = source.endswith(".go")
    folder = posixpath.dirname(source) if is_file else source
    binary = posixpath.join(binaries, settings.name)
    zipped = named.value and runtime.value in GO_AS_BOOTSTRAP
    output = f"{binary}.zip" if zipped else binary
    cwd = folder if monorepo.value else base
    argument = (posixpath.basename(source) if is_file else ".") if monorepo.value else handler.value
    return Compiled(cwd or ".", argument, binary, output)


def scripts(settings: tuple[Settings, ...]) -> Iterator[Script]:
    """The commands that the plugin runs, and those that the service hooks into a deployment."""
    for one in settings:
        compiled = compiled_by_plugin(one)
        if compiled is not None:
            yield from _compiling(one, compiled)
    for service in {one.service.path: one.service for one in settings}.values():
        yield from _hooks(service)


def _compiling(settings: Settings, compiled: Compiled) -> Iterator[Script]:
    config = go_settings(settings.service)
    command, cgo = config.text_or("cmd", GO_COMMAND), config.text_or("cgo", "0")
    if not isinstance(command, Known):
        return
    span = settings.service.plugin_place(GO) if command.default else command.span
    path = posixpath.relpath(compiled.binary, compiled.folder)
    binary = shlex.quote(path)
    text = f"{command.value.strip()} -o {binary} {shlex.quote(_relative(compiled.argument))}"
    if compiled.output.endswith(".zip"):
        # the plugin writes each binary into its zip under that name: those of several functions never meet
        beside = shlex.quote(posixpath.join(f"{path}.zip.d", BOOTSTRAP))
        text += f" && cp {binary} {beside} && zip -j {binary}.zip {beside}"
    folder = Known(compiled.folder, span)
    slot = config.slot("cmd") if command.default else None
    if slot is not None:
        spelled = slot.spell
        slot = slot._replace(spell=lambda flag: spelled(f"{GO_COMMAND} {flag}"))
    written = config.attribute("cmd")
    node = written.node if isinstance(written, Scalar) else None
    exact = node is not None and node.exact and text.startswith(node.text) and mask(text) == text
    place = node.content if node is not None and exact else span
    variables = (("CGO_ENABLED", _plain(cgo)),)
    yield Script(place, mask(text), exact, folder, variables, settings.service.path, flag_slot=slot)


def _relative(path: str) -> str:
    return path if path.startswith((".", "/")) or path.endswith(".go") else f"./{path}"


def _plain(value: Value[str]) -> Value[str]:
    return value._replace(slot=None) if isinstance(value, Known) else value


# -- hooks -----------------------------------------------------------------------------------------------------------

_BEFORE = pattern(r"(?:before|after):(?:package|deploy)\b")


def _hooks(service: Service) -> Iterator[Script]:
    """Commands of `serverless-hooks-plugin`, `serverless-plugin-scripts` and `serverless-scriptable-plugin`."""
    for hooks in (
        service.custom.nested("hooks"),
        service.custom.nested("scripts").nested("hooks"),
        service.custom.nested("scriptHooks"),
        service.custom.nested("scriptable").nested("hooks"),
    ):
        for name, field in hooks.fields.fields.items():
            if _BEFORE.match(name):
                yield from _commands(service, field.value)


def _commands(service: Service, value: CfnValue) -> Iterator[Script]:
    for item in value.items if isinstance(value, Items) else (value,):
        if isinstance(item, Fields):
            continue
        text = as_text(item)
        if isinstance(text, Known) and isinstance(item, Scalar):
            hidden = mask(text.value)
            node = item.node
            exact = node is not None and node.exact and hidden == text.value
            span = node.content if node is not None and exact else text.span
            folder: Known[str] = Known(service.folder or ".", span)
            yield Script(span, hidden, exact, folder, (), service.path)


def moved(runtime: Value[str] | None, packed: Packed) -> Value[str] | None:
    """The runtime, without a place to write another one where that would need another package."""
    if isinstance(runtime, Known) and not packed.movable and (packed.derived or runtime.value == "go1.x"):
        return runtime._replace(slot=None)
    return runtime
