resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      TABLE_NAME = "orders"
      LOG_LEVEL  = "info"
    }
  }
}

variable "role_arn" {
  type = string
}
