resource "aws_lambda_function" "orders" {
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

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = "arn:aws:sqs:eu-west-1:123456789012:orders"
  function_name    = aws_lambda_function.orders.arn
  batch_size       = 1

  function_response_types = ["ReportBatchItemFailures"] # want: ^orders has ReportBatchItemFailures, but orders never returns a batch response$
}
