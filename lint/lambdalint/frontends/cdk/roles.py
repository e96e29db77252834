"""Execution roles: what constructs attach to them by themselves, and what the program adds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.data.cdk_grants import GRANTS, HARMLESS, SOURCES
from lambdalint.frontends.cdk.access import principal_of
from lambdalint.frontends.cdk.kinds import FUNCTIONS, RAW
from lambdalint.frontends.cdk.reading import Props, as_text, as_texts
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Fields, Foreign, Items, Member, Thing, construct
from lambdalint.model.access import Policy, Role, Statement
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

_MANAGED = "arn:aws:iam::aws:policy/"
_STATEMENTS = frozenset({"addToRolePolicy", "addToPolicy", "addToPrincipalPolicy"})
_OWN = frozenset({"lambda.Alias", "lambda.Version", "lambda.FunctionUrl", "lambda.EventSourceMapping"})
_NAMING = frozenset(
    {
        "dynamodb.Table",
        "dynamodb.TableV2",
        "kinesis.Stream",
        "sqs.Queue",
        "stepfunctions.StateMachine",
        "ecr.Repository",
    }
)
"""Constructs whose method `grant` takes the actions that it allows."""
_SENDING = {
    "EventBridgeDestination": "events:PutEvents",
    "LambdaDestination": "lambda:InvokeFunction",
    "Queue": "sqs:SendMessage",
    "SnsDestination": "sns:Publish",
    "SqsDestination": "sqs:SendMessage",
    "Topic": "sns:Publish",
}


class _Attached:
    """What is attached to one role."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.policies: list[Policy] = []
        self.managed: list[Value[str]] = []
        self.complete = True


def roles(survey: Survey) -> Iterator[Role]:
    """Roles that the program makes, and those that functions get where none is given."""
    functions = list(survey.each(*sorted(FUNCTIONS - {RAW})))
    for made in survey.each("iam.Role"):
        props = survey.props(made)
        attached = _Attached()
        _managed(survey, props.get("managedPolicies"), attached)
        _inline(survey, made, props.get("inlinePolicies"), attached)
        _added(survey, made, attached)
        for function in functions:
            if survey.made(survey.props(function).get("role"), "iam.Role") is made:
                _added(survey, function, attached)
                _initial(survey, function, attached, False)
        name = props.text("roleName") or Unknown(made.head, "its name is made up at deployment")
        yield _role(survey, survey.head(made), name, _trust(survey, made, props), attached)
    for made in functions:
        if survey.props(made).get("role") is None:
            attached = _Attached()
            _initial(survey, made, attached, True)
            _added(survey, made, attached)
            name = Unknown(made.head, "its name is made up at deployment")
            yield _role(survey, survey.head(made, "#role"), name, None, attached)


def _role(
    survey: Survey, head: tuple[str, str, Span, str], name: Value[str], trust: Policy | None, attached: _Attached
) -> Role:
    del survey
    key, label, header, _ = head
    if attached.statements:
        attached.policies.append(Policy(f"{key}#default", label, header, tuple(attached.statements), True))
    complete = attached.complete and all(
        p.complete and all(s.complete for s in p.statements) for p in attached.policies
    )
    return Role(*head, name, trust, tuple(attached.policies), tuple(attached.managed), complete)


def _trust(survey: Survey, made: Call, props: Props) -> Policy | None:
    thing = props.get("assumedBy")
    principal = principal_of(thing)
    if principal is None:
        return None
    service = isinstance(thing, Call) and thing.path == "iam.ServicePrincipal"
    span = principal.span if principal.span.path else made.head
    action = (Known("sts:AssumeRole", made.head, default=True),)
    effect = Known("Allow", made.head, default=True)
    sides: tuple[tuple[Value[str], ...], ...] = ((principal,), ()) if service else ((), (principal,))
    services, principals = sides
    known = isinstance(principal, Known)
    statement = Statement(span, effect, action, (), (), (), services, principals, False, known)
    return Policy(f"{survey.key(made)}#trust", survey.label(made), made.head, (statement,), True)


def _initial(survey: Survey, made: Call, attached: _Attached, generated: bool) -> None:
    """What a function's own properties attach to its role."""
    props = survey.props(made)
    if not props.complete:
        attached.complete = False
    if generated:
        attached.managed.append(Known(_MANAGED + "service-role/AWSLambdaBasicExecutionRole", made.head, default=True))
        if props.get("vpc") is not None:
            name = "service-role/AWSLambdaVPCAccessExecutionRole"
            attached.managed.append(Known(_MANAGED + name, made.head, default=True))
    tracing = props.get("tracing")
    if tracing is not None and not (isinstance(tracing, Foreign) and tracing.path.endswith(".DISABLED")):
        actions = ("xray:PutTraceSegments", "xray:PutTelemetryRecords")
        attached.statements.append(_granted(made.head, actions))
    for name in ("deadLetterQueue", "deadLetterTopic", "onFailure", "onSuccess"):
        thing = props.get(name)
        if thing is not None:
            _sending(made, construct(thing), attached)
    if props.get("filesystem") is not None or props.get("profiling") is not None:
        attached.complete = False
    initial = props.get("initialPolicy")
    if initial is not None:
        _list(initial, attached)


def _sending(made: Call, target: Call | None, attached: _Attached) -> None:
    """A function may send to where its failed and finished events go."""
    action = _SENDING.get(target.path.rpartition(".")[2]) if target is not None else None
    if action is None:
        attached.complete = False
    else:
        attached.statements.append(_granted(made.head, (action,)))


def _list(thing: Thing, attached: _Attached) -> None:
    if not isinstance(thing, Items):
        attached.complete = False
        return
    attached.complete &= thing.complete
    for item in thing.items:
        _statement(item, attached)


def _added(survey: Survey, made: Call, attached: _Attached) -> None:
    """What the program does with a role or function that changes what it may do."""
    for call in survey.done(made):
        name = call.callee.name if isinstance(call.callee, Member) else ""
        if name in _STATEMENTS and call.arguments:
            _statement(call.arguments[0], attached)
        elif name == "addManagedPolicy" and call.arguments:
            _one_managed(call.arguments[0], attached)
        elif name == "attachInlinePolicy":
            _policy(survey, construct(call.argument(0)), attached)
        elif name == "addEventSource":
            _source(call, attached)
        elif name in ("configureAsyncInvoke", "grant"):
            attached.complete = False
    for call in survey.passed(made):
        _passed(survey, call, made, attached)


def _passed(survey: Survey, call: Call, made: Call, attached: _Attached) -> None:
    name = call.callee.name if isinstance(call.callee, Member) else call.path
    if name.startswith("grant") and isinstance(call.callee, Member):
        target = construct(call.callee.target)
        actions = GRANTS.get((target.path if target is not None else "", name))
        if actions is not None and call.argument(0) is not None:
            attached.statements.append(_granted(call.head, actions))
        elif name == "grant" and target is not None and target.path in _NAMING:
            attached.statements.append(_named(call))
        else:
            attached.complete = False
    elif call.path in ("iam.Policy", "iam.ManagedPolicy"):
        if _names(survey.props(call).get("roles"), made):
            _policy(survey, call, attached)
    elif call.path not in FUNCTIONS | _OWN and name not in HARMLESS and not name.startswith(("core.", "cloudwatch")):
        attached.complete = False


def _names(thing: Thing | None, made: Call) -> bool:
    items = thing.items if isinstance(thing, Items) else []
    return any(
        construct(item) is made or (isinstance(item, Member) and construct(item.target) is made) for item in items
    )


def _source(call: Call, attached: _Attached) -> None:
    source = construct(call.argument(0))
    actions = SOURCES.get(source.path.rpartition(".")[2]) if source is not None else None
    if actions is None:
        attached.complete = False
    elif actions:
        attached.statements.append(_granted(call.head, actions))


def _granted(span: Span, actions: tuple[str, ...]) -> Statement:
    """What a construct allows by itself, for its own resource."""
    known = tuple(Known(action, span, default=True) for action in actions)
    resource = (Unknown(span, "only deployment knows it"),)
    return Statement(span, Known("Allow", span, default=True), known, (), resource, (), (), (), False, True)


def _named(call: Call) -> Statement:
    """What `table.grant(function, "dynamodb:PutItem", …)` allows: the actions that it names."""
    actions = tuple(as_text(argument) for argument in call.arguments[1:])
    known = all(isinstance(action, Known) for action in actions)
    resource = (Unknown(call.head, "only deployment knows it"),)
    return Statement(
        call.head, Known("Allow", call.head, default=True), actions, (), resource, (), (), (), False, known
    )


# -- documents -------------------------------------------------------------------------------------------------------


def _managed(survey: Survey, thing: Thing | None, attached: _Attached) -> None:
    if thing is None:
        return
    if not isinstance(thing, Items):
        attached.complete = False
        return
    attached.complete &= thing.complete
    for item in thing.items:
        made = construct(item)
        if made is not None and made.path == "iam.ManagedPolicy" and made.new:
            _policy(survey, made, attached)
        else:
            _one_managed(item, attached)


def _one_managed(thing: Thing, attached: _Attached) -> None:
    named = isinstance(thing, Call) and thing.path == "iam.ManagedPolicy.fromAwsManagedPolicyName"
    by_arn = isinstance(thing, Call) and thing.path == "iam.ManagedPolicy.fromManagedPolicyArn"
    at = 0 if named else 2
    name = thing.argument(at) if isinstance(thing, Call) and (named or by_arn) else None
    if not isinstance(name, Atom) or not isinstance(name.value, str):
        attached.complete = False
        return
    arn = _MANAGED + name.value if named else name.value
    attached.managed.append(Known(arn, name.span))
    attached.complete &= arn.startswith(_MANAGED)


def _inline(survey: Survey, made: Call, thing: Thing | None, attached: _Attached) -> None:
    if thing is None:
        return
    if not isinstance(thing, Fields):
        attached.complete = False
        return
    attached.complete &= thing.complete
    for name, field in thing.fields.items():
        inner = _Attached()
        _document(survey, field.value, inner)
        key, label, header, _ = survey.head(made, f"#{name}")
        attached.policies.append(Policy(key, label, header, tuple(inner.statements), inner.complete))


def _document(survey: Survey, thing: Thing | None, attached: _Attached) -> None:
    made = construct(thing)
    if made is None or made.path != "iam.PolicyDocument":
        attached.complete = False
        return
    statements = survey.options(made, 0).get("statements")
    if statements is not None:
        _list(statements, attached)
    for call in survey.done(made, "addStatements"):
        for item in call.arguments:
            _statement(item, attached)


def _policy(survey: Survey, made: Call | None, attached: _Attached) -> None:
    if made is None or made.path not in ("iam.Policy", "iam.ManagedPolicy"):
        attached.complete = False
        return
    inner = _Attached()
    props = survey.props(made)
    inner.complete = props.complete
    statements = props.get("statements")
    if statements is not None:
        _list(statements, inner)
    document = props.get("document")
    if document is not None:
        _document(survey, document, inner)
    for call in survey.done(made, "addStatements"):
        for item in call.arguments:
            _statement(item, inner)
    key, label, header, _ = survey.head(made)
    attached.policies.append(Policy(key, label, header, tuple(inner.statements), inner.complete))


def _statement(thing: Thing, attached: _Attached) -> None:
    made = construct(thing)
    if made is None or made.path != "iam.PolicyStatement":
        attached.complete = False
        return
    reading: Any = _NoLanguage  # nothing of a statement is ever written
    props = Props(made, made.argument(0), reading)
    lists = [as_texts(props.get(name)) for name in ("actions", "notActions", "resources", "notResources")]
    effect = props.get("effect")
    allowed: Value[str] = Known("Allow", made.head, default=True)
    if isinstance(effect, Foreign):
        allowed = Known("Deny" if effect.path.endswith(".DENY") else "Allow", effect.span)
    elif effect is not None:
        allowed = as_text(effect)
    attached.statements.append(
        Statement(
            made.head,
            allowed,
            lists[0][0],
            lists[1][0],
            lists[2][0],
            lists[3][0],
            (),
            (),
            props.get("conditions") is not None,
            props.complete and all(whole for _, whole in lists),
        )
    )


class _NoLanguage:
    """Statements are only read."""
