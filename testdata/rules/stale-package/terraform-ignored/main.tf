resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "orders.zip"

  lifecycle {
    ignore_changes = [filename]
  }
}

variable "role_arn" {
  type = string
}
