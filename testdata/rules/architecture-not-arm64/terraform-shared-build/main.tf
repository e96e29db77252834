# one binary serves both functions: they move together
resource "aws_lambda_function" "orders" { # want: orders runs on x86_64 by default
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "dist/shop.zip"
  source_code_hash = filebase64sha256("dist/shop.zip")
}

resource "aws_lambda_function" "refunds" { # want: refunds runs on x86_64 by default
  function_name    = "refunds"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "dist/shop.zip"
  source_code_hash = filebase64sha256("dist/shop.zip")
}

variable "role_arn" {
  type = string
}
