resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "orders.zip"
  source_code_hash = filebase64sha256("orders.zip")
}

variable "role_arn" {
  type = string
}
