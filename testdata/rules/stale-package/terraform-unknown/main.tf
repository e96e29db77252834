resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "orders.zip"
  source_code_hash = var.hash
}

variable "role_arn" {
  type = string
}

variable "hash" {
  type = string
}
