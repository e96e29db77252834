resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "orders.zip"
}

variable "role_arn" {
  type = string
}

resource "aws_lambda_function" "refunds" {
  function_name = "refunds"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "refunds.zip"
}

