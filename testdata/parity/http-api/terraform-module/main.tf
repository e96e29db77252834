module "tickets" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name          = "tickets"
  create_package         = false
  local_existing_package = "${path.module}/dist/tickets.zip"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  architectures          = ["arm64"]
  memory_size            = 12000
  timeout                = 45

  environment_variables = {
    VENUES       = "north,south"
    ticket-table = "tickets"
  }

  create_lambda_function_url = true
  authorization_type         = "NONE"

  attach_policy_statements = true
  policy_statements = {
    everything = {
      effect    = "Allow"
      actions   = ["*"]
      resources = ["*"]
    }
  }

  create_current_version_allowed_triggers = false
  allowed_triggers = {
    everybody = {
      principal = "*"
    }
    api = {
      service    = "apigateway"
      source_arn = "${aws_apigatewayv2_api.tickets.execution_arn}/*/*"
    }
  }
}

resource "aws_apigatewayv2_api" "tickets" {
  name          = "tickets"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "tickets" {
  api_id                 = aws_apigatewayv2_api.tickets.id
  integration_type       = "AWS_PROXY"
  integration_uri        = module.tickets.lambda_function_invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "tickets" {
  api_id    = aws_apigatewayv2_api.tickets.id
  route_key = "GET /tickets"
  target    = "integrations/${aws_apigatewayv2_integration.tickets.id}"
}
