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

resource "aws_kinesis_stream" "clicks" {
  name = "clicks"
}

resource "aws_lambda_event_source_mapping" "clicks" {
  event_source_arn = aws_kinesis_stream.clicks.arn
  function_name    = aws_lambda_function.orders.arn

  starting_position             = "EARLIEST" # want: EARLIEST is no starting position in clicks
  parallelization_factor        = 11         # want: a parallelization factor of 11 is not between 1 and 10
  maximum_retry_attempts        = -2         # want: a number of retries of -2 is not between -1 and 10000
  maximum_record_age_in_seconds = 30         # want: a maximum record age in seconds of 30 is not between 60 and 604800
}
