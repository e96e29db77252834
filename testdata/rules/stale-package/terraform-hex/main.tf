resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "orders.zip"
  source_code_hash = filesha256("orders.zip") # want: the hash of the package of orders is not the base64 of its SHA-256
}

variable "role_arn" {
  type = string
}
