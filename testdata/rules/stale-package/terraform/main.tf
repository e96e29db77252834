resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "orders.zip" # want: nothing tells the deployment of orders that the content of its package
}

variable "role_arn" {
  type = string
}
