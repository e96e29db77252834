# the name of the binary comes from the caller, so the migration can't be done here
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "go1.x" # want: orders runs go1.x
  handler       = "orders"
  filename      = "orders.zip"
}

variable "role_arn" {
  type = string
}
