resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      TZ                       = "UTC"
      AWS_XRAY_CONTEXT_MISSING = "LOG_ERROR"
      AWS_LAMBDA_EXEC_WRAPPER  = "/opt/wrap"
      REGION                   = "eu-west-1"
    }
  }
}

variable "role_arn" {
  type = string
}
