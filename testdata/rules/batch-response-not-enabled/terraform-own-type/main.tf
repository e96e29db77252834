resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn        = "arn:aws:kinesis:eu-west-1:123456789012:stream/orders"
  function_name           = aws_lambda_function.orders.arn
  starting_position       = "LATEST"
  function_response_types = [] # want: orders returns a batch response
}

variable "role_arn" {
  type = string
}
