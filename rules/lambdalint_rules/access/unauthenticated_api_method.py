"""An API calls a function for everybody.

## Why it matters
A method with the authorization `NONE`, or a route without an authorizer, can be called by anybody on the internet. The
code of the function is then the only protection.

## When it stays silent
The method is `OPTIONS` (browsers ask without credentials), an API key is required, the API is private or has a
resource policy, or the authorization is not known before deployment. Of a WebSocket API only `$connect` counts.

## References
- Amazon API Gateway developer guide, "Control and manage access to REST APIs in API Gateway":
  https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
- CWE-306: https://cwe.mitre.org/data/definitions/306.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import ApiRoute, Context, Finding, Known, Related, Rule, Severity

OPEN = "NONE"
CONNECT = "$connect"

rule = Rule(
    code="LL610",
    name="unauthenticated-api-method",
    severity=Severity.INFO,
    since="0.1.0",
    tags=("security",),
    security_severity="4.0",
)


@rule.check(ApiRoute)
def check(route: ApiRoute, ctx: Context) -> Iterator[Finding]:
    authorization, method = route.authorization, route.method
    if route.restricted_elsewhere or not isinstance(authorization, Known) or authorization.value != OPEN:
        return
    if not isinstance(method, Known) or method.value.upper() == "OPTIONS":
        return
    if route.kind == "websocket-api" and method.value != CONNECT:
        return
    function = ctx.project.function(route.function)
    if function is None or not ctx.project.is_go(function):
        return
    yield Finding(
        authorization.span,
        f"anybody can call {function.label} through {route.label}",
        related=(Related(function.span, "the function"),),
        anchor=route.label,
    )
