resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = var.handler
  package_type  = var.package_type
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = var.role_arn
  runtime       = "provided.al2023"
  package_type  = var.package_type
  s3_bucket     = "artifacts"
  s3_key        = "bills.zip"
}

variable "role_arn" {
  type = string
}

variable "handler" {
  type = string
}

variable "package_type" {
  type = string
}
