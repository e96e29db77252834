resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      API_TOKEN = var.token
    }
  }
}

variable "token" {
  type      = string
  default   = "ghp_Zq8Wn3Rt5Yv7Xk2Mb9Lc4Jd6Hf1Gs0PaTeUi" # want: API_TOKEN of orders holds a secret in clear
  sensitive = true
}

variable "role_arn" {
  type = string
}
