"""How control is handed to the Lambda runtime client: entry points, starters, adapters, and wrappers around handlers.

What each function does with a handler is said by the READMEs of the libraries named.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_entries` against aws/aws-lambda-go 1.55.1. Read 2026-11-21.
"""

from __future__ import annotations

from functools import cache

RUNTIME_CLIENT = "github.com/aws/aws-lambda-go/lambda"

# Functions of the runtime client that never return, and the index of the argument that is the handler.
ENTRY_POINTS = {
    "Start": 0,
    "StartWithOptions": 0,
    "StartWithContext": 1,
    "StartHandler": 0,
    "StartHandlerWithContext": 1,
    "StartHandlerFunc": 0,
}

# Functions that make a handler out of a function; the argument is what Lambda calls.
HANDLER_MAKERS = {"NewHandler": 0, "NewHandlerWithOptions": 0}

# Libraries that start the runtime client themselves: (package, function) → index of the http.Handler they serve, or
# None where the program registers its handlers in another way; a constructor, where methods of what it makes start. A
# package prefix ends in `/`.
STARTERS: dict[tuple[str, str], int | None] = {
    ("github.com/akrylysov/algnhsa", "ListenAndServe"): 0,
    ("github.com/apex/gateway", "ListenAndServe"): 1,
    ("github.com/apex/gateway/v2", "ListenAndServe"): 1,
    ("github.com/carlmjohnson/gateway", "ListenAndServe"): 1,
    ("github.com/aws/aws-lambda-go/lambdaurl", "Start"): 0,
    ("github.com/fujiwara/ridge", "New"): 2,
    ("github.com/fujiwara/ridge", "Run"): 2,
    ("github.com/fujiwara/ridge", "RunWithContext"): 3,
    ("github.com/mashiike/canyon", "Run"): 1,
    ("github.com/mashiike/canyon", "RunWithContext"): 2,
    ("github.com/m-mizutani/golambda", "Start"): 0,
    ("github.com/m-mizutani/golambda/v2", "Start"): 0,
    ("github.com/mweagle/Sparta", "Main"): None,
    ("github.com/mweagle/Sparta", "MainEx"): None,
    ("github.com/mweagle/Sparta/v3", "Main"): None,
    ("github.com/mweagle/Sparta/v3", "MainEx"): None,
    ("github.com/mantil-io/mantil.go", "LambdaHandler"): 0,
    ("github.com/aws-cloudformation/cloudformation-cli-go-plugin/cfn", "Start"): None,
}

# Starters that hand sessions, and no context, to what they call, and recover from its panics: what is true of handlers
# isn't of these.
PROVIDERS = frozenset({("github.com/aws-cloudformation/cloudformation-cli-go-plugin/cfn", "Start")})

# Wrappers around a handler whose result has another signature: package → function → index of the wrapped handler.
WRAPPERS: dict[str, dict[str, int]] = {
    "go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-lambda-go/otellambda": {
        "InstrumentHandler": 0,
        "WrapHandler": 0,
    },
    "github.com/DataDog/datadog-lambda-go": {
        "WrapFunction": 0,
        "WrapHandler": 0,
        "WrapLambdaHandlerInterface": 0,
    },
    "github.com/DataDog/dd-trace-go/contrib/aws/datadog-lambda-go/v2": {"WrapFunction": 0, "WrapHandler": 0},
    "github.com/newrelic/go-agent/v3/integrations/nrlambda": {"Wrap": 0, "WrapHandler": 0},
    "github.com/aws/aws-lambda-go/cfn": {"LambdaWrap": 0, "LambdaWrapSNS": 0},
    "github.com/aws/aws-lambda-go/lambdaurl": {"Wrap": 0},
    "github.com/lumigo-io/lumigo-go-tracer": {"WrapHandler": 0},
    "github.com/epsagon/epsagon-go/epsagon": {"WrapLambdaHandler": 1},
    "github.com/thundra-io/thundra-lambda-agent-go/thundra": {"Wrap": 0},
    "github.com/thundra-io/thundra-lambda-agent-go/v2/thundra": {"Wrap": 0},
}

# Libraries whose values answer requests: a method such as `ProxyWithContext` of one is the handler, and the routes
# that the program registers are what it runs. A name that ends in `/` stands for every package below it.
ADAPTERS = (
    "github.com/awslabs/aws-lambda-go-api-proxy/",
    "github.com/akrylysov/algnhsa",
    "github.com/apex/gateway",
    "github.com/apex/gateway/",
    "github.com/fujiwara/ridge",
    "github.com/its-felix/aws-lambda-go-http-adapter/",
    "github.com/davidsbond/lux",
    "github.com/aquasecurity/lmdrouter",
    "github.com/aws/aws-lambda-go/lambdaurl",
    "github.com/dasjott/alexa-sdk-go",
)

# Names of packages, where the import path doesn't tell them.
PACKAGE_NAMES = {
    "github.com/awslabs/aws-lambda-go-api-proxy/chi": "chiadapter",
    "github.com/awslabs/aws-lambda-go-api-proxy/echo": "echoadapter",
    "github.com/awslabs/aws-lambda-go-api-proxy/fiber": "fiberadapter",
    "github.com/awslabs/aws-lambda-go-api-proxy/gin": "ginadapter",
    "github.com/awslabs/aws-lambda-go-api-proxy/iris": "irisadapter",
    "github.com/awslabs/aws-lambda-go-api-proxy/negroni": "negroniadapter",
    "github.com/DataDog/datadog-lambda-go": "ddlambda",
    "github.com/DataDog/dd-trace-go/contrib/aws/datadog-lambda-go/v2": "ddlambda",
    "github.com/lumigo-io/lumigo-go-tracer": "lumigotracer",
    "github.com/dasjott/alexa-sdk-go": "alexa",
}

# Event and result of an adapter's handler method by the last element of its type's name.
ADAPTER_EVENTS = {
    "": ("APIGatewayProxyRequest", "APIGatewayProxyResponse"),
    "V2": ("APIGatewayV2HTTPRequest", "APIGatewayV2HTTPResponse"),
    "ALB": ("ALBTargetGroupRequest", "ALBTargetGroupResponse"),
    "FnURL": ("LambdaFunctionURLRequest", "LambdaFunctionURLResponse"),
}

EVENTS_PACKAGE = "github.com/aws/aws-lambda-go/events"


@cache
def under(package: str, names: tuple[str, ...]) -> bool:
    """True when a package is one of the names, or below one that ends in `/`."""
    return any(package == name or (name.endswith("/") and package.startswith(name)) for name in names)
