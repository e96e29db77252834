"""What else is set for a function: concurrency, network, signing, tags, and where it runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.frontends.cdk.reading import Props, as_number, as_text, unknown
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Fields, Foreign, Items, Member, Thing
from lambdalint.model.functions import Setting
from lambdalint.value import Known, Unknown, Value

_CAPACITY = "CapacityProvider"


def settings(survey: Survey, made: Call, props: Props) -> dict[str, Any]:
    """Fields of a `Function`. CloudFormation's own construct has other names for some properties."""
    raw = made.path == "lambda.CfnFunction"
    reserved = props.get("reservedConcurrentExecutions")
    signed = props.get("codeSigningConfigArn" if raw else "codeSigningConfig")
    network = props.get("vpcConfig" if raw else "vpc")
    key = props.get("kmsKeyArn" if raw else "environmentEncryption")
    return {
        "capacity_provider": _has_instances(survey, props),
        "reserved_concurrency": as_number(reserved) if reserved is not None else None,
        "in_vpc": filled(props, network),
        "code_signing": unknown(signed) if signed is not None else None,
        "tagged": _tagged(survey, props),
        "log_levels": tuple(_levels(props.nested("loggingConfig") if raw else props)),
        "environment_key": unknown(key) if key is not None else None,
        "image_excess": tuple(excess(props)) if raw else (),
    }


def excess(props: Props) -> Iterator[Setting]:
    """What an image function can't have, where it surely has it."""
    package_type = props.text("packageType")
    if not isinstance(package_type, Known) or package_type.value != "Image":
        return
    for name in ("runtime", "handler", "layers"):
        field = props.fields.fields.get(name) if props.fields is not None else None
        if field is not None and isinstance(field.value, Atom | Items | Foreign) and not _is_empty(field.value):
            yield Setting(name, field.name, field.entry, field.around)


def _is_empty(thing: Thing) -> bool:
    return (isinstance(thing, Atom) and thing.value in ("", None)) or (isinstance(thing, Items) and not thing.items)


def _levels(props: Props) -> Iterator[Value[str]]:
    for name in ("applicationLogLevel", "applicationLogLevelV2", "systemLogLevel", "systemLogLevelV2"):
        thing = props.fields.get(name) if props.fields is not None else None
        if isinstance(thing, Foreign):
            yield Known(thing.path.rpartition(".")[2], thing.span)
        elif thing is not None:
            yield as_text(thing)


def _has_instances(survey: Survey, props: Props) -> bool | None:
    """Functions are put on a capacity provider by themselves, or by it."""
    if any(_CAPACITY in call.path for call in survey.calls):
        return None
    return None if not props.complete else props.get("capacityProviderConfig") is not None


def filled(props: Props, thing: Thing | None) -> Value[bool]:
    """Whether something is there, and holds something where it is a list or an object."""
    if thing is None:
        return Known(False, props.header, default=True)
    if isinstance(thing, Items | Fields):
        members = thing.items if isinstance(thing, Items) else thing.fields
        return Known(bool(members), thing.span) if members or thing.complete else unknown(thing)
    return Known(True, thing.span) if isinstance(thing, Atom | Call | Member) else unknown(thing)


def _tagged(survey: Survey, props: Props) -> Value[bool]:
    """Tags are set on any part of the tree above a function, so one that is set anywhere may be meant for it."""
    own = filled(props, props.get("tags"))
    if isinstance(own, Known) and own.value:
        return own
    for call in survey.calls:
        whole = call.path in ("core.Stack", "core.App", "core.Stage") and survey.props(call).get("tags") is not None
        if whole or call.path.startswith(("core.Tags", "core.Tag")) or _asks_for_tags(call):
            return Unknown(props.header, "it may be tagged as a part of something")
    return own


def _asks_for_tags(call: Call) -> bool:
    target = call.callee.target if isinstance(call.callee, Member) else None
    return isinstance(target, Call) and target.path.startswith("core.Tags")
