resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      COLOUR    = "red"   # want environment-key-not-read: COLOUR of orders is read by nothing
      LOG_LEVEL = "debug" # want unused-log-level: LOG_LEVEL of orders reaches no logger
    }
  }
}

variable "role_arn" {
  type = string
}
