resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

module "logging" {
  source   = "example/log-groups/aws"
  version  = "1.2.0"
  function = aws_lambda_function.orders.function_name
}

variable "role_arn" {
  type = string
}
