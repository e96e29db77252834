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
  batch_size       = 10001 # want: a batch size of 10001 is not between 1 and 10000 in incoming

  maximum_batching_window_in_seconds = 301 # want: a batching window of 301 s is not between 0 and 300 s

  scaling_config {
    maximum_concurrency = 1 # want: a maximum concurrency of 1 is not between 2 and 1000 in incoming
  }
}
