"""Who may call a function, and at which address."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.cdk.callers import source_slot
from lambdalint.frontends.cdk.reading import Form, Props, as_flag, as_list, as_text, unknown
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Foreign, Member, Thing
from lambdalint.model.access import FunctionUrl, Permission, closed
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

AUTHORIZATION = {"NONE": "NONE", "AWS_IAM": "AWS_IAM"}
MODES = {"BUFFERED": "BUFFERED", "RESPONSE_STREAM": "RESPONSE_STREAM"}

_ORIGIN = pattern(r"FunctionUrlOrigin[._]with")


def urls(survey: Survey) -> Iterator[FunctionUrl]:
    """Function URLs."""
    for call in survey.methods("addFunctionUrl"):
        function = survey.function(call.callee.target) if isinstance(call.callee, Member) else None
        if function is not None:
            yield _url(survey, call, function, survey.options(call, 0), "addFunctionUrl")
    for made in survey.each("lambda.FunctionUrl"):
        props = survey.props(made)
        yield _url(survey, made, survey.function(props.get("function")), props, survey.label(made))
    for made in survey.each("lambda.CfnUrl"):
        props = survey.props(made)
        missing = Unknown(made.head, "it isn't set")
        function = survey.function(props.get("targetFunctionArn"))
        mode = props.text("invokeMode") or props.default("BUFFERED", "invokeMode")
        authorization = props.text("authType") or missing
        cors = props.nested("cors")
        origins, credentials = _raw_origins(cors), cors.flag_or("allowCredentials", False)
        yield FunctionUrl(*survey.head(made), function, authorization, mode, origins, credentials, False)


def _url(survey: Survey, made: Call, function: str | None, props: Props, label: str) -> FunctionUrl:
    written = props.choice("authType", Form(survey.language, AUTHORIZATION, "lambda.FunctionUrlAuthType"))
    authorization = written or Known("AWS_IAM", made.head, default=True)
    modes = Form(survey.language, MODES, "lambda.InvokeMode")
    cors = props.get("cors")
    return FunctionUrl(
        f"{survey.key(made)}#url",
        label,
        made.head,
        survey.name,
        function,
        authorization,
        props.choice("invokeMode", modes) or props.default("BUFFERED", "invokeMode", modes),
        _origins(props) if cors is not None else None,
        props.nested("cors").flag_or("allowCredentials", False),
        not closed(authorization) or _grants(survey),
    )


def _grants(survey: Survey) -> bool:
    """True where the program has the library allow somebody to call an address: it gives what that takes."""
    by_name = any(True for _ in survey.methods("grantInvokeUrl"))
    return by_name or any(_ORIGIN.search(call.path) for call in survey.calls)


def _raw_origins(cors: Props) -> Value[tuple[str, ...]] | None:
    thing = cors.get("allowOrigins")
    return listed(thing) if thing is not None else None


def _origins(props: Props) -> Value[tuple[str, ...]] | None:
    thing = props.nested("cors").get("allowedOrigins")
    return listed(thing) if thing is not None else None


def listed(thing: Thing) -> Value[tuple[str, ...]]:
    """Origins that are all known."""
    if isinstance(thing, Foreign) and thing.path.endswith("Cors.ALL_ORIGINS"):
        return Known(("*",), thing.span)
    return as_list(thing)


def permissions(survey: Survey) -> Iterator[Permission]:
    """Statements of functions' resource policies."""
    for call in survey.methods("addPermission"):
        function = survey.function(call.callee.target) if isinstance(call.callee, Member) else None
        if function is not None:
            name = call.argument(0)
            label = name.value if isinstance(name, Atom) else "addPermission"
            head = (f"{survey.key(call)}#permission", str(label), call.head, survey.name)
            yield _permission(survey, call, head, function, survey.options(call, 1))
    for made in survey.each("lambda.CfnPermission"):
        props = survey.props(made)
        function = survey.function(props.get("functionName"))
        yield _permission(survey, made, survey.head(made), function, props)
    for call in survey.methods("grantInvoke"):
        function = survey.function(call.callee.target) if isinstance(call.callee, Member) else None
        principal = principal_of(call.argument(0))
        if function is not None and principal is not None:
            head = (f"{survey.key(call)}#permission", "grantInvoke", call.head, survey.name)
            yield Permission(
                *head, function, Known("lambda:InvokeFunction", call.head), principal, *_sources(call), None
            )


def _sources(call: Call) -> tuple[Value[str] | None, Value[str] | None, Value[str] | None]:
    """Source ARN, account and organization that a principal is limited to."""
    principal = call.argument(0)
    limited = isinstance(principal, Call) and len(principal.arguments) > 1
    doubt = Unknown(call.head, "it may be limited by conditions") if limited else None
    return doubt, doubt, doubt


def _permission(
    survey: Survey, made: Call, head: tuple[str, str, Span, str], function: str | None, props: Props
) -> Permission:
    principal = principal_of(props.get("principal"))
    action = props.text("action") or Known("lambda:InvokeFunction", head[2], default=True)
    through = props.get("invokedViaFunctionUrl")
    return Permission(
        *head,
        function,
        action,
        principal or Unknown(head[2], "it isn't known"),
        props.text("sourceArn"),
        props.text("sourceAccount"),
        props.text("organizationId") or props.text("principalOrgId"),
        _url_auth(survey, props),
        as_flag(through) if through is not None else None,
        source_slot(survey, function, props, principal),
        _twin_slot(survey, made, principal, action),
    )


def _twin_slot(survey: Survey, made: Call, principal: Value[str] | None, action: Value[str]) -> Slot | None:
    """`addPermission` has words of its own for who may call the address, so it is only copied for the other action."""
    if survey.program is None or not isinstance(principal, Known):
        return None
    if made.new:
        return survey.program.twin(made, principal.value)
    by_url = isinstance(action, Known) and action.value == "lambda:InvokeFunctionUrl"
    return survey.program.twin(made, principal.value, 0) if by_url else None


def _url_auth(survey: Survey, props: Props) -> Value[str] | None:
    thing = props.get("functionUrlAuthType")
    if isinstance(thing, Atom):
        return as_text(thing)
    return props.choice("functionUrlAuthType", Form(survey.language, AUTHORIZATION, "lambda.FunctionUrlAuthType"))


def principal_of(thing: Thing | None) -> Value[str] | None:
    """A principal as policies write it."""
    if isinstance(thing, Atom):
        return as_text(thing)
    if not isinstance(thing, Call):
        return unknown(thing) if thing is not None else None
    if thing.path in ("iam.AnyPrincipal", "iam.StarPrincipal", "iam.Anyone"):
        return Known("*", thing.span)
    if thing.path in ("iam.ServicePrincipal", "iam.AccountPrincipal", "iam.ArnPrincipal") and thing.arguments:
        return as_text(thing.arguments[0])
    return unknown(thing)
