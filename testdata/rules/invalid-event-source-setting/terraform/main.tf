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

resource "aws_sqs_queue" "incoming" {
  name = "incoming"
}

resource "aws_lambda_event_source_mapping" "incoming" {
  event_source_arn = aws_sqs_queue.incoming.arn
  function_name    = aws_lambda_function.orders.arn
  batch_size       = 100 # want: a batch size of 100, over 10, needs a batching window of 1 s or more in incoming
}
