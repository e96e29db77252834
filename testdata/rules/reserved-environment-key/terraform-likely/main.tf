resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      AWS_LAMBDA_MAX_CONCURRENCY = "4" # want: AWS_LAMBDA_MAX_CONCURRENCY of orders is probably reserved
      TABLE                      = "orders"
    }
  }
}

variable "role_arn" {
  type = string
}
