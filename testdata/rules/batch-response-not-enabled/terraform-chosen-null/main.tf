resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_event_source_mapping" "orders" { # want: orders doesn't have ReportBatchItemFailures
  event_source_arn        = "arn:aws:sqs:eu-west-1:123456789012:orders"
  function_name           = aws_lambda_function.orders.arn
  function_response_types = null
}

# The attribute is there: a second one would be a syntax error.
resource "aws_lambda_event_source_mapping" "returns" { # want: returns doesn't have ReportBatchItemFailures
  event_source_arn        = "arn:aws:sqs:eu-west-1:123456789012:returns"
  function_name           = aws_lambda_function.orders.arn
  function_response_types = var.partial ? ["ReportBatchItemFailures"] : null
}

variable "role_arn" {
  type = string
}

variable "partial" {
  type    = bool
  default = false
}
