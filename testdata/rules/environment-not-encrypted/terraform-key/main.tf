resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  kms_key_arn   = aws_kms_key.orders.arn

  environment {
    variables = {
      TABLE = "orders"
    }
  }
}

variable "role_arn" {
  type = string
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
