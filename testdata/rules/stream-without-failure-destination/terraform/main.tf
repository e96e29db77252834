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

resource "aws_lambda_event_source_mapping" "clicks" { # want: clicks has no on-failure destination, records that orders can't process are lost unseen
  event_source_arn  = aws_kinesis_stream.clicks.arn
  function_name     = aws_lambda_function.orders.arn
  starting_position = "LATEST"
}
