resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  filename      = "orders.zip"
  handler       = "bootstrap"
  runtime       = "provided.al2023"

  environment {
    variables = {
      ORDERS_TABLE = "orders"
      LOG_LEVEL    = "info"
    }
  }
}
