resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "orders.zip"
  environment {
    variables = {
      OTHER = "red"
    }
  }
}
