resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      AWS_SECRET_ACCESS_KEY = "9vT3kQ7mX2rW8yB5nD1fH6jL4pS0zA+cE/gUiOqK"
    }
  }
}

variable "role_arn" {
  type = string
}
