resource "aws_lambda_function" "tickets" {
  function_name    = "tickets"
  role             = aws_iam_role.tickets.arn
  filename         = "${path.module}/dist/tickets.zip"
  source_code_hash = filebase64sha256("${path.module}/dist/tickets.zip")
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["arm64"]
  memory_size      = 12000
  timeout          = 45

  environment {
    variables = {
      VENUES       = "north,south"
      ticket-table = "tickets"
    }
  }
}

resource "aws_lambda_function_url" "tickets" {
  function_name      = aws_lambda_function.tickets.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_permission" "everybody" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.tickets.function_name
  principal     = "*"
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.tickets.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.tickets.execution_arn}/*/*"
}

resource "aws_apigatewayv2_api" "tickets" {
  name          = "tickets"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "tickets" {
  api_id                 = aws_apigatewayv2_api.tickets.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.tickets.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "tickets" {
  api_id    = aws_apigatewayv2_api.tickets.id
  route_key = "GET /tickets"
  target    = "integrations/${aws_apigatewayv2_integration.tickets.id}"
}

resource "aws_iam_role" "tickets" {
  name = "tickets"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "tickets" {
  name = "everything"
  role = aws_iam_role.tickets.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}
