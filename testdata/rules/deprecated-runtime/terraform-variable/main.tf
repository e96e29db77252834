variable "runtime" {
  type    = string
  default = "provided.al2" # want: mail runs provided.al2
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  role          = var.role_arn
  runtime       = var.runtime
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "mail.zip"
}

resource "aws_lambda_function" "refunds" {
  function_name = "refunds"
  role          = var.role_arn
  runtime       = var.runtime
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "refunds.zip"
}

variable "role_arn" {
  type = string
}
