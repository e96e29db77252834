resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_cloudwatch_log_group" "orders" { # want: orders keeps its logs for ever
  name = "/aws/lambda/${aws_lambda_function.orders.function_name}"
}

variable "role_arn" {
  type = string
}
