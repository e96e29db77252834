resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      DATABASE = "postgres://shop:k2Vd9qPz7Lw@db.example.com:5432/orders" # want: DATABASE of orders holds a secret in clear
    }
  }
}

variable "role_arn" {
  type = string
}
