resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      DATABASE_PASSWORD = var.password
      SECRET_NAME       = "prod/orders/database"
      TOKEN_SECRET_ARN  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-AbCdEf"
      API_KEY           = "changeme"
      AUTH_PASSWORD     = ""
      KEY_PREFIX        = "orders/incoming"
      AUTH_TOKEN_URL    = "https://login.example.com/oauth2/token"
    }
  }
}

variable "password" {
  type      = string
  sensitive = true
}

variable "role_arn" {
  type = string
}
