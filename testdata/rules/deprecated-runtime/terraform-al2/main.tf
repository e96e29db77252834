resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2" # want: orders runs provided.al2, deprecated since 2026-07-31
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_function" "old" {
  function_name = "old"
  role          = var.role_arn
  runtime       = "provided" # want: old runs provided, refused for new functions
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "old.zip"
}

variable "role_arn" {
  type = string
}
