resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      DATABASE_PASSWORD = "tR7!vq2#Lm9$Zx4w" # want: DATABASE_PASSWORD of orders holds a secret in clear
      TABLE             = "orders"
    }
  }
}

variable "role_arn" {
  type = string
}
