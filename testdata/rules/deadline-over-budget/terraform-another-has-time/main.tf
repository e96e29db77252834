resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  timeout       = 10
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

variable "role_arn" {
  type = string
}

resource "aws_lambda_function" "refunds" {
  function_name = "refunds"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  timeout       = 60
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}
