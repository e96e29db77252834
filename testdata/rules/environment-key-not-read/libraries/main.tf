resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      TABLE_NAME           = "orders"
      OTEL_SERVICE_NAME    = "orders"
      GOMEMLIMIT           = "100MiB"
      POWERTOOLS_LOG_LEVEL = "info"
      DD_SITE              = "datadoghq.eu"
      MANTIL_KV_TABLE      = "orders"
    }
  }
}

variable "role_arn" {
  type = string
}
