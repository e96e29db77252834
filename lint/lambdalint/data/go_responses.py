"""Types of the Lambda runtime client for HTTP in and out, and for batches.

Source: github.com/aws/aws-lambda-go v1.54.0, package events. Checked on 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

RUNTIME = "github.com/aws/aws-lambda-go"
EVENTS = RUNTIME + "/events"

# Answers of functions behind an API, a function URL or a load balancer. All have StatusCode, Headers and Body.
HTTP_RESPONSES = frozenset(
    {"APIGatewayProxyResponse", "APIGatewayV2HTTPResponse", "LambdaFunctionURLResponse", "ALBTargetGroupResponse"}
)
# One of these stands in all code that makes such an answer, or has an adapter make it.
RESPONSE_WORDS = ("Proxy", "HTTPResponse", "URLResponse", "GroupResponse")
# Answers that are read while they are sent, and those that are sent as one piece of JSON; servers of package lambdaurl
# stream too.
STREAMED_ANSWERS = frozenset({"LambdaFunctionURLStreamingResponse", "APIGatewayProxyStreamingResponse"})
BUFFERED_ANSWERS = frozenset({"APIGatewayProxyResponse", "APIGatewayV2HTTPResponse", "LambdaFunctionURLResponse"})
STREAMING_SERVERS = frozenset({(RUNTIME + "/lambdaurl", "Start"), (RUNTIME + "/lambdaurl", "Wrap")})
# Events whose records are lost when the function says that all went well.
BATCH_EVENTS = frozenset(
    {"SQSEvent", "KinesisEvent", "KinesisTimeWindowEvent", "DynamoDBEvent", "DynamoDBTimeWindowEvent", "KafkaEvent"}
)
# What such an event has a list of, and the records of a topic.
RECORD_TYPES = frozenset(
    {"SQSMessage", "KinesisEventRecord", "DynamoDBEventRecord", "KafkaRecord", "SNSEventRecord", "SNSEntity"}
)
# Fields of events with what a caller sent, or with credentials.
HEADERS = frozenset({"Headers", "MultiValueHeaders"})
PAYLOADS = frozenset({"Body"})
# What a producer sent, in fields whose names say so only inside the runtime client's own types.
RAW_MESSAGES = frozenset({"Detail", "Message", "Data", "NewImage", "OldImage"})
# Where envelopes inside of a body have what was sent.
ENVELOPED = frozenset({"Data", "Detail", "Message", "Payload"})
# Raw messages with a name that says so in one event only.
RAW_OF: Mapping[str, frozenset[str]] = {
    "KafkaEvent": frozenset({"Value"}),
    "APIGatewayV2HTTPRequest": frozenset({"Cookies"}),
    "LambdaFunctionURLRequest": frozenset({"Cookies"}),
}
CREDENTIALS = frozenset({"AuthorizationToken"})
CREDENTIAL_HEADERS = frozenset({"authorization", "cookie", "x-api-key", "x-amz-security-token"})
# What frameworks give out of a request, by package and receiver: methods for the body, for all headers, for one header.
_ECHO, _FIBER, _GIN = "github.com/labstack/echo", "github.com/gofiber/fiber", "github.com/gin-gonic/gin"
REQUEST_BODY: Mapping[tuple[str, str], tuple[str, ...]] = {
    (_GIN, "Context"): ("GetRawData", "MultipartForm"),
    **dict.fromkeys(((_ECHO + v, "Context") for v in ("", "/v4", "/v5")), ("FormParams", "MultipartForm")),
    **dict.fromkeys(((_FIBER + v, "Ctx") for v in ("", "/v2", "/v3")), ("Body", "BodyRaw", "MultipartForm")),
}
REQUEST_HEADERS: Mapping[tuple[str, str], tuple[str, ...]] = dict.fromkeys(
    ((_FIBER + v, "Ctx") for v in ("", "/v2", "/v3")), ("GetReqHeaders",)
)
REQUEST_HEADER: Mapping[tuple[str, str], tuple[str, ...]] = {
    (_GIN, "Context"): ("GetHeader",),
    **dict.fromkeys(((_FIBER + v, "Ctx") for v in ("", "/v2", "/v3")), ("Get",)),
}
# Methods that decode the body of a request into what they are given.
BINDERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    (_GIN, "Context"): ("Bind", "BindJSON", "ShouldBind", "ShouldBindJSON"),
    **dict.fromkeys(((_ECHO + v, "Context") for v in ("", "/v4", "/v5")), ("Bind",)),
    **dict.fromkeys(((_FIBER + v, "Ctx") for v in ("", "/v2")), ("BodyParser",)),
}
# When the runtime client got what a fix needs.
SINCE_OPTIONS = (1, 32, 0)
SINCE_DECODED_KEY = (1, 21, 0)


def version(text: str) -> tuple[int, ...]:
    """`v1.54.0` as numbers; empty where it isn't a plain version."""
    core = text.removeprefix("v").split("-", 1)[0].split("+", 1)[0]
    parts = core.split(".")
    return tuple(map(int, parts)) if all(p.isdigit() for p in parts) else ()
