variable "name" {}
variable "runtime" {}
variable "handler" {}
variable "zip" {}

locals {
  compiled = var.handler == "main"
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = "arn:aws:iam::111122223333:role/${var.name}"
  runtime       = var.runtime
  handler       = var.handler
  filename      = var.zip
  timeout       = local.compiled ? 10 : 30
}
