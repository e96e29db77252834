"""Permissions, addresses, APIs and roles."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.data.source_services import RESOURCES, of_arn
from lambdalint.frontends import embedded, iam
from lambdalint.frontends.cdk.access import listed
from lambdalint.frontends.cdk.reading import Props, as_flag, as_text, unknown
from lambdalint.frontends.pulumi.callers import source_slot
from lambdalint.frontends.pulumi.statements import document
from lambdalint.frontends.pulumi.survey import CALLBACK, FUNCTION, PREFIX, Survey
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.values import Atom, Call, Fields, Foreign, Items, Member, Text, Thing, construct
from lambdalint.model.access import FunctionUrl, Permission, Policy, Role
from lambdalint.model.triggers import (
    ApiIntegration,
    ApiRoute,
    InvokeConfig,
)
from lambdalint.value import Known, Slot, Unknown, Value

_MANAGED = ":iam::aws:policy/"
_POLICIES = f"{PREFIX}iam.ManagedPolicy"


def permissions(survey: Survey) -> Iterator[Permission]:
    """Statements of functions' resource policies."""
    for made in survey.each("lambda.Permission"):
        props = survey.props(made)
        missing = Unknown(made.head, "it isn't set")
        principal = props.text("principal")
        yield Permission(
            *survey.head(made),
            survey.function(props.get("function")),
            props.text("action") or missing,
            principal or missing,
            props.text("sourceArn"),
            props.text("sourceAccount"),
            props.text("principalOrgId"),
            props.text("functionUrlAuthType"),
            _through_url(props),
            source_slot(survey, made, principal),
            _twin_slot(survey, made, principal),
            _source_service(survey, props.get("sourceArn")),
        )


def _through_url(props: Props) -> Value[bool] | None:
    value = props.get("invokedViaFunctionUrl")
    return as_flag(value) if value is not None else None


def _twin_slot(survey: Survey, permission: Call, principal: Value[str] | None) -> Slot | None:
    if survey.program is None or not isinstance(principal, Known):
        return None
    return survey.program.twin(permission, principal.value)


def _source_service(survey: Survey, thing: Thing | None) -> str | None:
    if isinstance(thing, Atom) and isinstance(thing.value, str):
        return of_arn(thing.value)
    made = survey.target(thing, *RESOURCES)
    return RESOURCES.get(made.path.removeprefix(PREFIX)) if made is not None else None


def urls(survey: Survey) -> Iterator[FunctionUrl]:
    """Function URLs."""
    for made in survey.each("lambda.FunctionUrl"):
        props = survey.props(made)
        cors = props.nested("cors")
        origins = cors.get("allowOrigins") if props.get("cors") is not None else None
        authorization = props.text("authorizationType") or Unknown(made.head, "it isn't set")
        public = isinstance(authorization, Known) and authorization.value == "NONE"
        yield FunctionUrl(
            *survey.head(made),
            survey.function(props.get("functionName")),
            authorization,
            props.text("invokeMode") or props.default("BUFFERED", "invokeMode"),
            listed(origins) if origins is not None else None,
            cors.flag_or("allowCredentials", False),
            None if public or isinstance(authorization, Unknown) else False,
        )


def invoke_configs(survey: Survey) -> Iterator[InvokeConfig]:
    """Where failed asynchronous invocations go."""
    for made in survey.each("lambda.FunctionEventInvokeConfig"):
        props = survey.props(made)
        failure = props.nested("destinationConfig").get("onFailure")
        known = unknown(failure) if failure is not None else None
        yield InvokeConfig(*survey.head(made), survey.function(props.get("functionName")), known)
    for made in survey.each(FUNCTION, CALLBACK):
        letters = survey.props(made).get("deadLetterConfig")
        if letters is not None:
            key, label, header, deployment = survey.head(made)
            yield InvokeConfig(f"{key}#deadLetterConfig", label, header, deployment, key, unknown(letters))


# -- APIs ------------------------------------------------------------------------------------------------------------


def integrations(survey: Survey) -> Iterator[ApiIntegration]:
    """What APIs call."""
    for made in survey.each("apigateway.Integration"):
        props = survey.props(made)
        kind = props.text("type")
        proxy = isinstance(kind, Known) and kind.value == "AWS_PROXY"
        wait = props.number_or("timeoutMilliseconds", defaults.API_TIMEOUT["rest-api"])
        yield ApiIntegration(*survey.head(made), "rest-api", survey.function(props.get("uri")), wait, None, proxy)
    for made in survey.each("apigatewayv2.Integration"):
        props = survey.props(made)
        kind = props.text("integrationType")
        proxy = isinstance(kind, Known) and kind.value == "AWS_PROXY"
        payload = props.text("payloadFormatVersion") or Known("1.0", made.head, default=True)
        wait = props.number_or("timeoutMilliseconds", defaults.API_TIMEOUT["http-api"])
        function = survey.function(props.get("integrationUri"))
        yield ApiIntegration(*survey.head(made), "http-api", function, wait, payload, proxy)


def routes(survey: Survey) -> Iterator[ApiRoute]:
    """Methods of REST APIs whose integration is known, and routes of HTTP APIs."""
    behind = {}
    for made in survey.each("apigateway.Integration"):
        props = survey.props(made)
        place = (_identity(survey, props.get("resourceId")), _identity(survey, props.get("httpMethod")))
        behind[place] = survey.function(props.get("uri"))
    for made in survey.each("apigateway.Method"):
        props = survey.props(made)
        missing = Unknown(made.head, "it isn't set")
        key_required = props.get("apiKeyRequired")
        guarded = key_required is not None and not (isinstance(key_required, Atom) and key_required.value is False)
        place = (_identity(survey, props.get("resourceId")), _identity(survey, props.get("httpMethod")))
        function = behind.get(place)
        authorization = props.text("authorization") or missing
        closed = guarded or _closed(survey, props)
        method = props.text("httpMethod") or missing
        yield ApiRoute(*survey.head(made), "rest-api", method, authorization, closed, function)
    for made in survey.each("apigatewayv2.Route"):
        props = survey.props(made)
        wanted = props.text("authorizationType")
        if wanted is None:
            wanted = Known("NONE", made.head, default=True)
        route = props.text("routeKey")
        method = route or Unknown(made.head, "it isn't set")
        if isinstance(method, Known):
            method = method._replace(value=method.value.partition(" ")[0], slot=None)
        integration = _integration_of(survey, props.get("target"))
        function = survey.function(survey.props(integration).get("integrationUri")) if integration else None
        yield ApiRoute(*survey.head(made), "http-api", method, wanted, False, function)


def _identity(survey: Survey, thing: Thing | None) -> str:
    if isinstance(thing, Atom):
        return str(thing.value)
    if isinstance(thing, Member):
        return f"{_identity(survey, thing.target)}.{thing.name}"
    call = construct(thing)
    return survey.key(call) if call is not None else str(id(thing))


def _closed(survey: Survey, props: Props) -> bool:
    """True when an API isn't, or may not be, open to everyone."""
    api = survey.target(props.get("restApi"), "apigateway.RestApi")
    if api is None:
        return True
    own = survey.props(api)
    return own.get("policy") is not None or own.get("endpointConfiguration") is not None


def _integration_of(survey: Survey, thing: Thing | None) -> Call | None:
    for part in thing.parts if isinstance(thing, Text) else (thing,):
        found = survey.target(part, "apigatewayv2.Integration")
        if found is not None:
            return found
    return None


# -- roles -----------------------------------------------------------------------------------------------------------


def roles(survey: Survey) -> Iterator[Role]:
    """Execution roles with all that is attached to them."""
    for made in survey.each("iam.Role"):
        props = survey.props(made)
        policies: list[Policy] = []
        managed: list[Value[str]] = []
        complete = props.complete and _inline(survey, made, props, policies)
        for arn in _listed(props.get("managedPolicyArns")):
            complete &= _attach(survey, arn, policies, managed)
        for other in survey.each("iam.RolePolicy"):
            if survey.target(survey.props(other).get("role"), "iam.Role") is made:
                policies.append(policy(survey, other))
        for other in survey.each("iam.RolePolicyAttachment"):
            if survey.target(survey.props(other).get("role"), "iam.Role") is made:
                complete &= _attach(survey, survey.props(other).get("policyArn"), policies, managed)
        if any(True for _ in survey.each("iam.PolicyAttachment")):
            complete = False
        name = props.text("name") or Unknown(made.head, "its name is made up at deployment")
        trust = props.get("assumeRolePolicy")
        document = iam.policy(
            f"{survey.key(made)}#trust", survey.label(made), made.head, node_of(trust, survey.language)
        )
        complete = complete and all(p.complete and all(s.complete for s in p.statements) for p in policies)
        known = document if trust is not None else None
        yield Role(*survey.head(made), name, known, tuple(policies), tuple(managed), complete)


def _listed(thing: Thing | None) -> list[Thing | None]:
    if thing is None:
        return []
    return [*thing.items] if isinstance(thing, Items) and thing.complete else [None]


def _attach(survey: Survey, arn: Thing | None, policies: list[Policy], managed: list[Value[str]]) -> bool:
    """Attach a policy by its ARN; False where it isn't known."""
    known = _constant(arn) or (as_text(arn) if arn is not None else None)
    if isinstance(known, Known) and _MANAGED in known.value:
        managed.append(known)
        return True
    own = survey.target(arn, "iam.Policy")
    if own is not None:
        policies.append(policy(survey, own))
    return own is not None


def _constant(thing: Thing | None) -> Value[str] | None:
    """The ARN of a policy that the provider has a constant for: `iam.ManagedPolicy.AdministratorAccess`."""
    if not isinstance(thing, Foreign) or not thing.path.startswith(_POLICIES):
        return None
    from lambdalint.data.managed_policies import ACTIONS  # large

    wanted = _letters(thing.path.removeprefix(_POLICIES))
    found = [name for name in ACTIONS if _letters(name.rpartition("/")[2]) == wanted]
    return Known(f"arn:aws{_MANAGED}{found[0]}", thing.span) if len(found) == 1 else None


def _letters(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _inline(survey: Survey, made: Call, props: Props, policies: list[Policy]) -> bool:
    """Add the policies that a role holds itself; False where there may be others."""
    listed = props.get("inlinePolicies")
    if listed is None:
        return True
    key, label, _, _ = survey.head(made)
    for i, item in enumerate(listed.items if isinstance(listed, Items) else ()):
        written = item.get("policy") if isinstance(item, Fields) else None
        policies.append(
            iam.policy(f"{key}#inline{i}", label, getattr(item, "span", made.head), node_of(written, survey.language))
        )
    return isinstance(listed, Items) and listed.complete and all(isinstance(item, Fields) for item in listed.items)


def policy(survey: Survey, made: Call) -> Policy:
    """The document of a policy resource."""
    key, label, header, _ = survey.head(made)
    return iam.policy(key, label, header, node_of(survey.props(made).get("policy"), survey.language))


def node_of(thing: Thing | None, language: Language) -> iam.Node | None:
    """A policy document: an object, the JSON text of one, or a text that is written as JSON."""
    if isinstance(thing, Fields):
        pairs = []
        for name, field in thing.fields.items():
            inner = node_of(field.value, language)
            if inner is not None:
                pairs.append((Known(name, field.name, field.name_slot), inner))
        return iam.Entries(tuple(pairs), thing.complete, thing.span)
    if isinstance(thing, Items):
        members = tuple(inner for item in thing.items if (inner := node_of(item, language)) is not None)
        return iam.Listing(members, thing.complete, thing.span)
    if isinstance(thing, Text) and len(thing.parts) == 1 and isinstance(thing.parts[0], Fields):
        return node_of(thing.parts[0], language)
    if isinstance(thing, Atom):
        value = thing.value
        if isinstance(value, str) and value.lstrip().startswith("{"):
            return _from_text(value, thing, language)
        return Known(value, thing.span, thing.slot)
    if isinstance(thing, Call) and thing.path == PREFIX + "iam.assumeRolePolicyForPrincipal":
        return _trust(thing, language)
    made = document(thing, lambda inner: node_of(inner, language))
    if made is not None:
        return made
    return unknown(thing) if thing is not None else None


def _trust(call: Call, language: Language) -> iam.Node:
    """What the library makes of a principal: a document that lets it assume the role."""
    span = call.span
    principal = node_of(call.argument(0), language) or Unknown(span, "it isn't set")
    words = (("Effect", "Allow"), ("Action", "sts:AssumeRole"))
    said = tuple((Known(name, span), Known(word, span, default=True)) for name, word in words)
    statement = iam.Entries((*said, (Known("Principal", span), principal)), True, span)
    return iam.Entries(((Known("Statement", span), iam.Listing((statement,), True, span)),), True, span)


def _from_text(text: str, literal: Atom, language: Language) -> iam.Node:
    """JSON in a text, with its places where the literals that it is made of spell it."""
    parts = [embedded.Written(language.written(part.span), part.span) for part in _leaves(literal)]
    return embedded.document(text, parts, literal.span) or Unknown(literal.span, "it isn't JSON")


def _leaves(joined: Atom) -> Iterator[Atom]:
    for part in joined.parts or (joined,):
        yield from _leaves(part) if part.parts else (part,)
