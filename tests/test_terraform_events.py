"""What invokes a function, what an API demands, and who may call."""

from __future__ import annotations

import pytest

from tests.terraform_reading import facts, known

FUNCTION = 'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\n'
KEY = ".:aws_lambda_function.f"


@pytest.mark.parametrize(
    ("source", "kind", "batch"),
    [
        ("aws_sqs_queue.s.arn", "sqs", 10),
        ("aws_kinesis_stream.s.arn", "kinesis", 100),
        ("aws_dynamodb_table.s.stream_arn", "dynamodb", 100),
        ("aws_msk_cluster.s.arn", "kafka", 100),
        ('"arn:aws:sqs:eu-west-1:1:jobs"', "sqs", 10),
        ("data.aws_sqs_queue.s.arn", "sqs", 10),
        ("var.unset", None, "unknown"),
    ],
)
def test_the_source_of_a_mapping_decides_its_batch_size(source: str, kind: str | None, batch: object) -> None:
    found = facts(
        f"""
        {FUNCTION}
        variable "unset" {{}}
        data "aws_sqs_queue" "s" {{}}
        resource "aws_sqs_queue" "s" {{}}
        resource "aws_kinesis_stream" "s" {{}}
        resource "aws_dynamodb_table" "s" {{}}
        resource "aws_msk_cluster" "s" {{}}
        resource "aws_lambda_event_source_mapping" "m" {{
          event_source_arn = {source}
          function_name    = aws_lambda_function.f.arn
        }}
        """
    )
    (mapping,) = found.mappings
    assert (mapping.source_kind, mapping.function) == (kind, KEY)
    assert known(mapping.batch_size) == (batch if kind is None else ("default", batch))
    assert [t.kind for t in found.triggers] == ([kind] if kind else [])


def test_settings_of_a_mapping() -> None:
    (mapping,) = facts(
        """
        resource "aws_lambda_event_source_mapping" "m" {
          function_name                      = "f"
          batch_size                         = 5
          maximum_batching_window_in_seconds = 20
          function_response_types            = ["ReportBatchItemFailures"]
          enabled                            = false
        }
        """
    ).mappings
    assert [known(v) for v in (mapping.batch_size, mapping.window, mapping.response_types, mapping.enabled)] == [
        5,
        20,
        ("ReportBatchItemFailures",),
        False,
    ]


@pytest.mark.parametrize("policy", ['jsonencode({ deadLetterTargetArn = "a" })', '"{}"', "var.unset"])
def test_a_redrive_policy_is_seen_in_the_queue_and_beside_it(policy: str) -> None:
    inside = f'variable "unset" {{}}\nresource "aws_sqs_queue" "q" {{\n  redrive_policy = {policy}\n}}\n'
    beside = f"""
    variable "unset" {{}}
    resource "aws_sqs_queue" "q" {{}}
    resource "aws_sqs_queue_redrive_policy" "r" {{
      queue_url      = aws_sqs_queue.q.id
      redrive_policy = {policy}
    }}
    """
    assert facts(inside).queues[0].redrive is not None
    assert facts(beside).queues[0].redrive is not None


def test_a_redrive_policy_of_an_unknown_queue_may_be_for_any() -> None:
    text = """
    variable "q" {}
    resource "aws_sqs_queue" "q" {}
    resource "aws_sqs_queue_redrive_policy" "r" {
      queue_url = var.q
    }
    """
    assert known(facts(text).queues[0].redrive) == "unknown"


@pytest.mark.parametrize(
    "policy",
    [
        "jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 5 })",
        '"{\\"deadLetterTargetArn\\": \\"${aws_sqs_queue.dead.arn}\\"}"',
        '<<EOF\n{"deadLetterTargetArn": "${aws_sqs_queue.dead.arn}"}\nEOF',
    ],
)
def test_the_queue_for_dead_letters(policy: str) -> None:
    text = f'resource "aws_sqs_queue" "q" {{\n  redrive_policy = {policy}\n}}\nresource "aws_sqs_queue" "dead" {{}}\n'
    assert [q.dead_letters for q in facts(text).queues] == [".:aws_sqs_queue.dead", None]


TRIGGERS = {
    "s3": 'resource "aws_s3_bucket_notification" "x" {\n  bucket = aws_s3_bucket.b.id\n'
    "  lambda_function {\n    lambda_function_arn = aws_lambda_function.f.arn\n  }\n}\n"
    'resource "aws_s3_bucket" "b" {}\n',
    "sns": 'resource "aws_sns_topic_subscription" "x" {\n  topic_arn = "t"\n  protocol = "lambda"\n'
    "  endpoint = aws_lambda_function.f.arn\n}\n",
    "schedule": 'resource "aws_cloudwatch_event_target" "x" {\n  rule = aws_cloudwatch_event_rule.r.name\n'
    "  arn = aws_lambda_function.f.arn\n}\n"
    'resource "aws_cloudwatch_event_rule" "r" {\n  schedule_expression = "rate(1 day)"\n}\n',
    "eventbridge": 'resource "aws_cloudwatch_event_target" "x" {\n  rule = aws_cloudwatch_event_rule.r.name\n'
    "  arn = aws_lambda_function.f.arn\n}\n"
    'resource "aws_cloudwatch_event_rule" "r" {\n  event_pattern = "{}"\n}\n',
    "logs": 'resource "aws_cloudwatch_log_subscription_filter" "x" {\n'
    "  destination_arn = aws_lambda_function.f.arn\n}\n",
    "alb": 'resource "aws_lb_target_group_attachment" "x" {\n  target_id = aws_lambda_function.f.arn\n}\n',
    "cognito": 'resource "aws_cognito_user_pool" "x" {\n  lambda_config {\n'
    "    post_confirmation = aws_lambda_function.f.arn\n  }\n}\n",
    "iot": 'resource "aws_iot_topic_rule" "x" {\n  lambda {\n    function_arn = aws_lambda_function.f.arn\n  }\n}\n',
}


@pytest.mark.parametrize("kind", TRIGGERS)
def test_triggers(kind: str) -> None:
    (trigger,) = facts(FUNCTION + TRIGGERS[kind]).triggers
    assert (trigger.kind, trigger.function) == (kind, KEY)


def test_a_schedule_of_the_scheduler() -> None:
    text = 'resource "aws_scheduler_schedule" "x" {\n  target {\n    arn = aws_lambda_function.f.arn\n  }\n}\n'
    assert [t.kind for t in facts(FUNCTION + text).triggers] == ["schedule"]


def test_a_target_that_is_no_function_is_no_trigger() -> None:
    target = 'resource "aws_cloudwatch_event_target" "x" {\n  arn = aws_sqs_queue.q.arn\n}\n'
    text = target + 'resource "aws_sqs_queue" "q" {}\n'
    assert facts(FUNCTION + text).triggers == ()


REST = """
resource "aws_api_gateway_rest_api" "a" {
  name = "a"
  %s
}
resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.a.id
}
resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.a.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "GET"
  authorization = "NONE"
  %s
}
resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.a.id
  resource_id             = aws_api_gateway_resource.orders.id
  http_method             = aws_api_gateway_method.get.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.f.invoke_arn
}
"""


def test_a_rest_method_is_joined_with_its_function() -> None:
    found = facts(FUNCTION + REST % ("", ""))
    (route,) = found.routes
    assert (route.kind, route.function, route.restricted_elsewhere) == ("rest-api", KEY, False)
    assert (known(route.method), known(route.authorization)) == ("GET", "NONE")
    (integration,) = found.integrations
    assert (known(integration.timeout), integration.payload, integration.proxy) == (("default", 29000), None, True)
    (trigger,) = found.triggers
    assert (trigger.kind, trigger.source) == ("rest-api", ".:aws_api_gateway_rest_api.a")


@pytest.mark.parametrize(
    ("api", "method"),
    [
        ('endpoint_configuration {\n    types = ["PRIVATE"]\n  }', ""),
        ("endpoint_configuration {\n    types = var.unset\n  }", ""),
        ('policy = "{}"', ""),
        ("", "api_key_required = true"),
        ("", "api_key_required = var.unset"),
    ],
)
def test_access_that_is_limited_elsewhere(api: str, method: str) -> None:
    (route,) = facts('variable "unset" {}\n' + FUNCTION + REST % (api, method)).routes
    assert route.restricted_elsewhere


def test_a_policy_beside_the_api_limits_it() -> None:
    policy = 'resource "aws_api_gateway_rest_api_policy" "p" {\n  rest_api_id = aws_api_gateway_rest_api.a.id\n}\n'
    assert facts(FUNCTION + REST % ("", "") + policy).routes[0].restricted_elsewhere


HTTP = """
resource "aws_apigatewayv2_api" "a" {
  name          = "a"
  protocol_type = "%s"
}
resource "aws_apigatewayv2_integration" "i" {
  api_id           = aws_apigatewayv2_api.a.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.f.invoke_arn
  %s
}
resource "aws_apigatewayv2_route" "r" {
  api_id    = aws_apigatewayv2_api.a.id
  route_key = "GET /orders"
  target    = "integrations/${aws_apigatewayv2_integration.i.id}"
}
"""


def test_an_http_api_has_payload_format_one_unless_told() -> None:
    found = facts(FUNCTION + HTTP % ("HTTP", ""))
    assert known(found.integrations[0].payload) == ("default", "1.0")
    assert known(found.integrations[0].timeout) == ("default", 30000)
    assert (found.routes[0].function, known(found.routes[0].authorization)) == (KEY, ("default", "NONE"))
    told = facts(FUNCTION + HTTP % ("HTTP", 'payload_format_version = "2.0"\n  timeout_milliseconds = 5000'))
    assert known(told.triggers[0].payload) == "2.0"
    assert known(told.integrations[0].timeout) == 5000


def test_a_websocket_api_is_no_http_api() -> None:
    found = facts(FUNCTION + HTTP % ("WEBSOCKET", ""))
    assert (found.routes[0].kind, found.triggers[0].kind, found.triggers[0].payload) == (
        "websocket-api",
        "websocket-api",
        None,
    )


def test_a_quickly_created_http_api() -> None:
    text = 'resource "aws_apigatewayv2_api" "a" {\n  protocol_type = "HTTP"\n  target = aws_lambda_function.f.arn\n}\n'
    found = facts(FUNCTION + text)
    assert (found.routes[0].function, found.triggers[0].kind) == (KEY, "http-api")
    assert known(found.triggers[0].payload) == ("default", "2.0")


def test_an_integration_address_with_the_arn_in_it() -> None:
    uri = '"arn:aws:apigateway:${var.region}:lambda:path/2015-03-31/functions/${aws_lambda_function.f.arn}/invocations"'
    text = f'resource "aws_api_gateway_integration" "i" {{\n  type = "AWS_PROXY"\n  uri = {uri}\n}}\n'
    assert facts(FUNCTION + 'variable "region" {}\n' + text).integrations[0].function == KEY


def test_permissions_and_urls() -> None:
    found = facts(
        FUNCTION
        + """
        resource "aws_lambda_permission" "p" {
          action                   = "lambda:InvokeFunctionUrl"
          function_name            = aws_lambda_function.f.function_name
          principal                = "*"
          function_url_auth_type   = "NONE"
          invoked_via_function_url = true
          source_account           = "123456789012"
        }
        resource "aws_lambda_function_url" "u" {
          function_name      = aws_lambda_function.f.function_name
          authorization_type = "NONE"
          cors {
            allow_origins = ["*"]
          }
        }
        """
    )
    (p,) = found.permissions
    values = (p.action, p.principal, p.source_arn, p.source_account, p.organization, p.url_auth_type, p.through_url)
    assert [known(v) for v in values] == ["lambda:InvokeFunctionUrl", "*", None, "123456789012", None, "NONE", True]
    (url,) = found.urls
    assert (url.function, known(url.authorization), known(url.invoke_mode), known(url.cors_origins)) == (
        KEY,
        "NONE",
        ("default", "BUFFERED"),
        ("*",),
    )


@pytest.mark.parametrize(
    ("function_name", "group"),
    [
        ('"f"', '"/aws/lambda/f"'),
        ('"f"', '"/aws/lambda/${aws_lambda_function.f.function_name}"'),
        ("var.unset", '"/aws/lambda/${aws_lambda_function.f.function_name}"'),
        ("var.unset", '"/aws/lambda/${var.unset}"'),
        ('"${var.unset}-f"', 'format("/aws/lambda/%s-f", var.unset)'),
    ],
)
def test_a_log_group_is_found_by_the_function_s_name(function_name: str, group: str) -> None:
    found = facts(
        f"""
        variable "unset" {{}}
        resource "aws_lambda_function" "f" {{
          function_name = {function_name}
        }}
        resource "aws_cloudwatch_log_group" "g" {{
          name              = {group}
          retention_in_days = 30
        }}
        """
    )
    assert found.functions[0].logging.group_key == found.log_groups[0].key
    assert known(found.log_groups[0].retention) == 30


def test_log_groups_for_the_same_unknown_names() -> None:
    text = """
    variable "names" {}
    resource "aws_lambda_function" "f" {
      for_each      = var.names
      function_name = each.key
    }
    resource "aws_cloudwatch_log_group" "g" {
      for_each = var.names
      name     = "/aws/lambda/${each.key}"
    }
    """
    found = facts(text)
    assert found.functions[0].logging.group_key == found.log_groups[0].key


def test_resources_made_for_each_function() -> None:
    text = """
    variable "names" {}
    resource "aws_lambda_function" "f" {
      for_each      = %s
      function_name = each.value
    }
    resource "aws_lambda_permission" "p" {
      for_each      = aws_lambda_function.f
      function_name = each.value.function_name
    }
    """
    for names in ("var.names", 'toset(["a", "b"])'):
        found = facts(text % names)
        assert [p.function for p in found.permissions] == [f.key for f in found.functions], names


def test_a_chosen_log_group_counts_instead_of_the_usual_one() -> None:
    text = """
    resource "aws_lambda_function" "f" {
      function_name = "f"
      logging_config {
        log_format = "JSON"
        log_group  = %s
      }
    }
    resource "aws_cloudwatch_log_group" "g" {
      name = "/orders"
    }
    resource "aws_cloudwatch_log_group" "usual" {
      name = "/aws/lambda/f"
    }
    """
    for chosen in ("aws_cloudwatch_log_group.g.name", '"/orders"'):
        logging = facts(text % chosen).functions[0].logging
        assert (logging.group_key, logging.chosen) == (".:aws_cloudwatch_log_group.g", True)
    assert facts(text % '"/elsewhere"').functions[0].logging.group_key is None


def test_where_failed_invocations_go() -> None:
    found = facts(
        """
        resource "aws_lambda_function" "f" {
          dead_letter_config {
            target_arn = "arn:dead"
          }
        }
        resource "aws_lambda_function_event_invoke_config" "c" {
          function_name = aws_lambda_function.f.arn
          destination_config {
            on_failure {
              destination = "arn:failed"
            }
          }
        }
        """
    )
    assert [(c.function, known(c.on_failure)) for c in found.invoke_configs] == [(KEY, "arn:failed"), (KEY, "arn:dead")]
