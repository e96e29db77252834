resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "orders.zip" # want: the binary in orders.zip of orders needs the loader /lib/ld-musl-x86_64.so.1, which provided.al2023 doesn't have
  source_code_hash = filebase64sha256("orders.zip")
}

variable "role_arn" {
  type = string
}
