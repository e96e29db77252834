# the build takes its architecture from the caller: the function must not move alone
resource "aws_lambda_function" "orders" { # want: orders runs on x86_64 by default
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "dist/orders.zip"
  source_code_hash = filebase64sha256("dist/orders.zip")
}

variable "role_arn" {
  type = string
}
