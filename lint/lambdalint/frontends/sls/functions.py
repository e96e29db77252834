"""Functions of a service and what belongs to them: environment, logs, image."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from lambdalint.data.defaults import SERVERLESS, STORAGE
from lambdalint.data.serverless_plugins import SETS_NO_ENVIRONMENT
from lambdalint.frontends import spell
from lambdalint.frontends.cfn.reading import Config, as_flag, as_number, as_text
from lambdalint.frontends.cfn.settings import filled, log_levels
from lambdalint.frontends.cfn.values import (
    CfnValue,
    Field,
    Fields,
    Items,
    Part,
    Partial,
    Scalar,
    came_through,
    composed,
    parts_of,
    refs,
    text_of,
)
from lambdalint.frontends.cfn.writing import literal, removal
from lambdalint.frontends.sls.packing import Packed, moved, package_of, plugin_build
from lambdalint.frontends.sls.roles import role_of
from lambdalint.frontends.sls.services import Service
from lambdalint.frontends.sls.settings import Settings, as_single
from lambdalint.model.functions import Environment, EnvironmentEntry, Function, Image, Logging, LogGroup, Setting
from lambdalint.secrets import classify
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Secret, Unknown, Value

TIMEOUT, MEMORY = SERVERLESS
"""What the framework sets where nothing is said: seconds and MB."""

_PROGRAMS = (".ts", ".js", ".mjs", ".cjs", ".mts")
_LOG_PREFIX = "/aws/lambda/"


def function(settings: Settings, secrets: list[Span], named: Scalar | Partial | None) -> Function:
    """A function. `named` is its name; `secrets` gets the places of secrets in its environment."""
    key, label, header, deployment = settings.head
    written = settings.config.attribute("image")
    layers = settings.attribute("layers")
    packed = package_of(settings) if written is None else Packed(None)
    packaging: Value[str] = Known("Zip" if written is None else "Image", header, default=True)
    if written is not None and settings.config.fields.get("image") is None:
        packaging = Unknown(header, "what the function is isn't known")
    image = written is not None and isinstance(packaging, Known)
    role, role_value = role_of(settings)
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=as_text(named) if named is not None else Unknown(header, "it is not known"),
        package_type=packaging,
        runtime=moved(settings.text("runtime"), packed) if not image else None,
        handler=settings.config.text("handler"),
        architectures=as_single(_architecture(settings)),
        timeout=settings.number_or("timeout", TIMEOUT),
        memory=settings.number_or("memorySize", MEMORY),
        ephemeral_storage=settings.number_or("ephemeralStorageSize", STORAGE),
        environment=_environment(settings, secrets),
        layers=settings.config.default((), "layers") if layers is None else _layers(layers),
        tracing=_tracing(settings),
        logging=_logging(settings, named),
        package=packed.package,
        image=_image(settings, written) if written is not None and image else None,
        role=role,
        role_value=role_value,
        handler_derived=packed.derived,
        build_method=packed.method,
        plugin_build=plugin_build(settings) if written is None else None,
        **_others(settings),
    )


def _architecture(settings: Settings) -> Value[str]:
    """The processor, which can't be written where the framework has no word for it."""
    found = settings.text_or("architecture", "x86_64")
    return found._replace(slot=None) if isinstance(found, Known) and settings.service.is_before_2 else found


def _others(settings: Settings) -> dict[str, Any]:
    """Concurrency, network, tags, and where it runs."""
    instances = settings.attribute("capacityProvider")
    reserved = settings.config.attribute("reservedConcurrency")
    tagged = [filled(settings.config, settings.attribute(name)) for name in ("tags", "stackTags")]
    for_all = settings.service.provider.attribute("tags")
    tagged.append(filled(settings.config, for_all))
    return {
        "capacity_provider": None if settings.config.doubtful else instances is not None,
        "reserved_concurrency": as_number(reserved) if reserved is not None else None,
        "in_vpc": filled(settings.config, settings.attribute("vpc")),
        "log_levels": log_levels(settings.config.nested("logs"), "applicationLogLevel", "systemLogLevel"),
        "tagged": next((t for t in tagged if not isinstance(t, Known) or t.value), tagged[0]),
        "environment_key": settings.text("kmsKeyArn"),
        "image_excess": tuple(_excess(settings.config)),
        "timeout_slot": settings.config.own("timeout"),
    }


def _excess(config: Config) -> Iterator[Setting]:
    """The framework wants either an image or a handler."""
    field = config.fields.fields.get("handler")
    image = config.fields.get("image")
    if field is not None and isinstance(field.value, Scalar) and isinstance(image, Scalar | Fields):
        span = field.key.span
        gone = removal(field.owner, "handler", config.texts.get(span.path, b""))
        yield Setting("handler", span, gone or span._replace(end=span.start))


_OVERRIDES = {
    "Architectures": "architectures",
    "FunctionName": "name",
    "Handler": "handler",
    "Layers": "layers",
    "MemorySize": "memory",
    "Runtime": "runtime",
    "Timeout": "timeout",
    "TracingConfig": "tracing",
    "ReservedConcurrentExecutions": "reserved_concurrency",
    "VpcConfig": "in_vpc",
    "CodeSigningConfigArn": "code_signing",
    "Tags": "tagged",
    "KmsKeyArn": "environment_key",
}


def overridden(one: Function, settings: Settings) -> Function:
    """A function of which the template itself sets some properties: those are not told here."""
    names = settings.service.overridden(f"{settings.logical}LambdaFunction")
    nothing = Unknown(one.span, "the template sets it")
    changed: dict[str, Any] = {field: nothing for name, field in _OVERRIDES.items() if name in names}
    one = one._replace(**changed) if changed else one
    if "LoggingConfig" in names:
        one = one._replace(logging=_logged(one, settings.service.variables.opened(names["LoggingConfig"])))
    if "Environment" in names:
        one = one._replace(environment=one.environment._replace(complete=False))
    return one._replace(role=None, role_value=nothing) if "Role" in names else one


def _logged(one: Function, node: object) -> Logging:
    """How a function logs that the template says it of."""
    written = node.get("LogFormat") if isinstance(node, yamltree.Mapping) else None
    form: Value[str] = Unknown(one.span, "the template sets it")
    if isinstance(written, yamltree.Scalar) and not written.tag and "${" not in written.text:
        form = Known(written.text, written.span, literal(written))
    placed = not isinstance(node, yamltree.Mapping) or node.get("LogGroup") is not None
    group = Unknown(one.span, "the template sets it") if placed else one.logging.group
    return one.logging._replace(format=form, group=group, group_key=None if placed else one.logging.group_key)


def name_of(settings: Settings) -> Scalar | Partial | None:
    """The name of a function: as it is set, else `service-stage-function`."""
    value = settings.config.attribute("name")
    if value is not None:
        return value if isinstance(value, Scalar | Partial) else None
    service = parts_of(settings.service.name)
    if service is None:
        return None
    stage = parts_of(settings.service.stage) or ()
    return composed((*service, "-", *stage, "-", settings.name), settings.header)


def _layers(value: CfnValue) -> Value[tuple[str, ...]]:
    """The layers of a function as texts; what isn't known of an ARN stands as `${…}` in it."""
    if not isinstance(value, Items) or not value.complete:
        return Unknown(value.span, "it is computed")
    words = []
    for item in value.items:
        parts = parts_of(item)
        if parts is None or not any(isinstance(p, str) for p in parts):
            return Unknown(value.span, "a layer is known only after deployment")
        words.append("".join(p if isinstance(p, str) else "${…}" for p in parts))
    return Known(tuple(words), value.span, via=value.via)


def _tracing(settings: Settings) -> Value[str]:
    value = settings.config.attribute("tracing")
    if value is None:
        below = settings.service.provider.nested("tracing").attribute("lambda")
        value = came_through(below, settings.header) if below is not None else None
    if value is None:
        return settings.config.default("PassThrough", "tracing")
    flag = as_flag(value)
    if isinstance(flag, Known):
        return Known("Active" if flag.value else "PassThrough", *flag[1:])
    return as_text(value)


def _image(settings: Settings, value: CfnValue) -> Image:
    """The image of a function: an address, or the name of one that the framework builds."""
    named = value.get("name") if isinstance(value, Fields) else value
    address = value.get("uri") if isinstance(value, Fields) else value
    built = settings.service.provider.nested("ecr").nested("images")
    images = settings.service.provider.nested("ecr").attribute("images")
    word = text_of(named.value) if isinstance(named, Scalar) else None
    if not isinstance(images, Fields) or word is None or images.get(word) is None:
        return Image(as_text(address) if address is not None else None, None, None)
    image = images.get(word)
    path = image.get("path") if isinstance(image, Fields) else image
    file = image.get("file") if isinstance(image, Fields) else None
    local = settings.service.local(text_of(path.value)) if isinstance(path, Scalar) else None
    if local is None or path is None or (isinstance(image, Fields) and image.get("uri") is not None):
        return Image(None, None, None)
    if file is not None and not isinstance(file, Scalar):
        return Image(None, Known(local, path.span), Unknown(file.span, "it is computed"))
    name = text_of(file.value) if file is not None else "Dockerfile"
    platform = built.nested(word).text_or("platform", "") if isinstance(image, Fields) else None
    dockerfile = Known(posixpath.normpath(posixpath.join(local, name)), path.span)
    return Image(None, Known(local, path.span), dockerfile, platform)


# -- environment -----------------------------------------------------------------------------------------------------


def _environment(settings: Settings, secrets: list[Span]) -> Environment:
    """The variables of the provider and of the function."""
    service = settings.service
    span = settings.config.place("environment")
    plugins = service.plugins
    complete = plugins is not None and all(p in SETS_NO_ENVIRONMENT for p in plugins)
    fields: dict[str, tuple[Field, Config]] = {}
    for config in (service.provider, settings.config):
        value = config.attribute("environment")
        if value is None:
            continue
        if not isinstance(value, Fields):
            complete = False
            continue
        complete = complete and value.complete
        fields |= {name: (field, config) for name, field in value.fields.items()}
        if config is not settings.config and span == settings.header:
            span = config.place("environment")
    entries = []
    for name, (field, config) in fields.items():
        if isinstance(field.value, Scalar) and field.value.value is None:
            continue
        seen = (settings.header,) if config is not settings.config else ()
        key = Known(name, field.key.span, literal(field.key), via=seen)
        meant = refs(field.value) if len(parts_of(field.value) or ()) == 1 else ()
        target = meant[0].key if meant else None
        setting, gone = _setting(name, field.value, secrets), _removed(config, name, field)
        entries.append(EnvironmentEntry(key, setting, gone, target=target))
    slot = spell.pair(settings.config.nested("environment").slot(spell.MARK))
    return Environment(tuple(entries), complete, span, slot)


def _removed(config: Config, name: str, field: Field) -> Span:
    """What to delete so that a variable is gone: with the last one, the whole setting, unless a program names it."""
    text = config.texts.get(field.key.span.path, b"")
    gone = removal(field.owner, name, text)
    spoken_of = field.key.span.path.endswith(_PROGRAMS) and b".environment" in text
    if gone is not None and len(field.owner.entries) == 1 and not spoken_of:
        outer = config.fields.fields.get("environment")
        direct = outer is not None and isinstance(outer.value, Fields) and outer.value.node is field.owner
        inner = outer.value if outer is not None else None
        if (
            outer is not None
            and isinstance(inner, Fields)
            and direct
            and not inner.via
            and len(outer.owner.entries) > 1
        ):
            gone = removal(outer.owner, "environment", text) or gone
    return gone if gone is not None else Span(field.key.span.path, field.key.span.start, field.key.span.start)


def _setting(name: str, value: CfnValue, secrets: list[Span]) -> Value[str] | Known[Secret]:
    """The value of a variable. A secret is replaced by its kind here, before anything else can see it."""
    parts = parts_of(value)
    if parts is not None:
        kind = classify(name, "".join(p if isinstance(p, str) else "${…}" for p in parts))
        if kind is not None:
            secrets.append(value.span)
            via = value.via if isinstance(value, Scalar | Partial) else ()
            return Known(Secret(kind), value.span, via=via)
    return as_text(value)


# -- logs ------------------------------------------------------------------------------------------------------------


def _logging(settings: Settings, named: Scalar | Partial | None) -> Logging:
    own = settings.config.nested("logs")
    below = settings.service.provider.nested("logs").nested("lambda")
    form = own.text("logFormat") or below.text("logFormat")
    if form is None:
        form = own.default("Text", "logFormat")
        form = form._replace(slot=None) if settings.service.is_before_4 else form  # which has no word for it
    chosen = own.attribute("logGroup") or below.attribute("logGroup")
    if chosen is not None:
        return Logging(form, as_text(chosen), None, True)
    off = settings.config.attribute("disableLogs")
    if off is not None or own.doubtful:
        return Logging(form, Unknown(settings.header, "it may have no logs"), None, True)
    return Logging(form, _group_name(settings, named), _group_key(settings))


def _group_key(settings: Settings) -> str:
    return settings.service.key(f"{settings.logical}LogGroup")


def _group_name(settings: Settings, named: Scalar | Partial | None) -> Value[str]:
    parts: tuple[Part, ...] = (_LOG_PREFIX, *(parts_of(named) or ()))
    name = as_text(composed(parts, settings.header))
    if named is None or not isinstance(name, Known):
        return Unknown(settings.header, "the function's name is not known")
    return Known(name.value, settings.header, default=True)


def log_groups(settings: tuple[Settings, ...], named: dict[str, Scalar | Partial | None]) -> Iterator[LogGroup]:
    """The log groups that the framework makes, one for each function that logs to its own."""
    for one in settings:
        logging = _logging(one, named[one.key])
        if logging.group_key is None:
            continue
        days: Value[int] | None = None
        if one.attribute("logRetentionInDays") is not None:
            days = one.number_or("logRetentionInDays", 0)
        if "RetentionInDays" in one.service.overridden(f"{one.logical}LogGroup"):
            days = Unknown(one.header, "the template sets it")
        name = _group_name(one, named[one.key])
        yield LogGroup(_group_key(one), f"{one.logical}LogGroup", one.header, one.service.path, name, days)


def has_unknown_plugins(service: Service) -> bool:
    """True when plugins may change what the service deploys."""
    return service.plugins is None or any(p not in SETS_NO_ENVIRONMENT for p in service.plugins)
