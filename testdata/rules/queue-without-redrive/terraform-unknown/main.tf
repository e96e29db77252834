resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  timeout       = 60
}

resource "aws_sqs_queue" "incoming" {
  name                       = "incoming"
  visibility_timeout_seconds = 360
  redrive_policy             = var.redrive_policy
}

resource "aws_sqs_queue" "failed" {
  name = "failed"
}

resource "aws_lambda_event_source_mapping" "incoming" {
  event_source_arn = aws_sqs_queue.incoming.arn
  function_name    = aws_lambda_function.orders.arn
}

variable "role_arn" {
  type = string
}

variable "redrive_policy" {
  type = string
}
