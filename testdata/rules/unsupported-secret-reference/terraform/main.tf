resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      DB_PASSWORD = "{{resolve:ssm-secure:/shop/db:1}}" # want: DB_PASSWORD of orders refers
      DB_HOST     = data.aws_ssm_parameter.host.value
    }
  }
}

variable "role_arn" {
  type = string
}

data "aws_ssm_parameter" "host" {
  name = "/shop/host"
}
