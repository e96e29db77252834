resource "aws_lambda_function" "orders" { # want: has no failure destination, events that fail are dropped
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

variable "role_arn" {
  type = string
}

resource "aws_sns_topic" "paid" {
  name = "paid"
}

resource "aws_sns_topic_subscription" "paid" {
  topic_arn = aws_sns_topic.paid.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.orders.arn
}

resource "aws_lambda_function_event_invoke_config" "orders" {
  function_name          = aws_lambda_function.orders.function_name
  maximum_retry_attempts = 1
}
