resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_permission" "orders" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "apigateway.amazonaw.com" # want: apigateway.amazonaw.com in orders is no service principal, apigateway.amazonaws.com is
}

resource "aws_lambda_permission" "rule" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "event.amazonaws.com" # want: event.amazonaws.com in rule is no service principal, events.amazonaws.com is
}

resource "aws_lambda_permission" "queue" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "sqs.amazonaws.com" # want: sqs.amazonaws.com never invokes orders
}

variable "role_arn" {
  type = string
}
