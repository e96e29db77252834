resource "aws_lambda_function" "orders" { # want: orders has no handler, Lambda takes no package without
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  filename         = "dist/orders.zip"
  source_code_hash = filebase64sha256("dist/orders.zip")
}

resource "aws_lambda_function" "bills" { # want: bills has no runtime and no handler, Lambda takes no package without
  function_name = "bills"
  role          = var.role_arn
  filename      = "dist/bills.zip"

  source_code_hash = filebase64sha256("dist/bills.zip")
}

resource "aws_lambda_function" "stock" {
  function_name = "stock"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "dist/orders.zip"

  source_code_hash = filebase64sha256("dist/orders.zip")
}

variable "role_arn" {
  type = string
}
