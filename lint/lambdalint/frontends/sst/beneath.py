"""What programs of version 2 say in the words of the library beneath: it is handed on to that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.frontends.cdk.access import principal_of
from lambdalint.frontends.cdk.logs import FORMATS
from lambdalint.frontends.cdk.reading import Form, Props, unknown
from lambdalint.frontends.script.values import Atom, Member, construct
from lambdalint.frontends.sst.functions import Place
from lambdalint.frontends.sst.wishes import Components, Wish, first
from lambdalint.model.access import Permission
from lambdalint.model.functions import Function
from lambdalint.model.triggers import InvokeConfig
from lambdalint.value import Known, Unknown

_DEAD_LETTERS = ("onFailure", "deadLetterQueue", "deadLetterTopic")


def with_format(function: Function, wish: Wish, components: Components) -> Function:
    """A function, with the log format that it is given in the other library's words."""
    thing, props = first(wish, "loggingFormat", "logFormat")
    if components.version != 2 or thing is None or props is None:
        return function
    form = Form(components.language, FORMATS, "lambda.LoggingFormat")
    written = props.text("logFormat") if props.get("loggingFormat") is None else props.choice("loggingFormat", form)
    return function._replace(logging=function.logging._replace(format=written or unknown(thing)))


def invoke_configs(components: Components, found: Sequence[tuple[Wish, str]], place: Place) -> Iterator[InvokeConfig]:
    """Where failed asynchronous invocations go."""
    if components.version != 2:
        return
    for wish, key in found:
        target = first(wish, *_DEAD_LETTERS)[0]
        enabled = first(wish, "deadLetterQueueEnabled")[0]
        made = enabled is not None and not (isinstance(enabled, Atom) and enabled.value is False)
        if target is not None or made:
            letters = unknown(target) if target is not None else Unknown(wish.span, "the library makes it")
            yield InvokeConfig(f"{key}#failures", wish.label, wish.span, place.deployment, key, letters)
    keys = _keys(found)
    for call in components.calls:
        own = construct(call.callee.target) if isinstance(call.callee, Member) else None
        if own is not None and isinstance(call.callee, Member) and call.callee.name == "configureAsyncInvoke":
            failure = Props(call, call.argument(0), components.language).get("onFailure")
            letters_or_none = unknown(failure) if failure is not None else None
            head = (f"{place.deployment}:{call.span}#async", "configureAsyncInvoke", call.head, place.deployment)
            yield InvokeConfig(*head, keys.get(id(own)), letters_or_none)


def permissions(components: Components, found: Sequence[tuple[Wish, str]], place: Place) -> Iterator[Permission]:
    """Statements of functions' resource policies."""
    keys = _keys(found)
    for call in components.calls if components.version == 2 else ():
        if not isinstance(call.callee, Member) or call.callee.name != "addPermission":
            continue
        key = keys.get(id(construct(call.callee.target)))
        name, props = call.argument(0), Props(call, call.argument(1), components.language, 1)
        if key is None or props.fields is None:
            continue
        label = str(name.value) if isinstance(name, Atom) else "addPermission"
        form = Form(components.language, {"NONE": "NONE", "AWS_IAM": "AWS_IAM"}, "lambda.FunctionUrlAuthType")
        yield Permission(
            f"{key}#permission {call.span.path} {call.span.start}",
            label,
            call.head,
            place.deployment,
            key,
            props.text("action") or Known("lambda:InvokeFunction", call.head, default=True),
            principal_of(props.get("principal")) or Unknown(call.head, "it isn't known"),
            props.text("sourceArn"),
            props.text("sourceAccount"),
            props.text("organizationId"),
            props.choice("functionUrlAuthType", form),
        )


def _keys(found: Sequence[tuple[Wish, str]]) -> dict[int, str]:
    """The keys of the functions that the program makes by themselves."""
    return {id(wish.component): key for wish, key in found if wish.kind is None}
