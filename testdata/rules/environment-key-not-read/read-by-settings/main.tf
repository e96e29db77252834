resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      TABLE_NAME = "orders"
      QUEUE_URL  = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"
    }
  }
}

variable "role_arn" {
  type = string
}
