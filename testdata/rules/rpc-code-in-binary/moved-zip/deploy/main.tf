resource "aws_lambda_function" "orders" {
  function_name    = "shop-orders-prod"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "orders.zip"
  source_code_hash = filebase64sha256("orders.zip")
}

resource "aws_lambda_function" "refunds" {
  function_name    = "shop-refunds-prod"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "refunds.zip"
  source_code_hash = filebase64sha256("refunds.zip")
}

variable "role_arn" {
  type = string
}
