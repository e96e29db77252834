resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  logging_config {
    log_format            = "Text"
    application_log_level = "DEBUG" # want: orders sets the log level DEBUG, which the log format Text can't have
  }
}

variable "role_arn" {
  type = string
}
