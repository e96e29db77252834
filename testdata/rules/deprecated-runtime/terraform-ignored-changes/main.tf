resource "aws_lambda_function" "reports" {
  function_name = "reports"
  role          = var.role_arn
  runtime       = "go1.x"
  handler       = "placeholder"
  filename      = "placeholder.zip"

  # another tool deploys the code and all that goes with it
  lifecycle {
    ignore_changes = all
  }
}

resource "aws_lambda_function" "invoices" {
  function_name = "invoices"
  role          = var.role_arn
  runtime       = "provided.al2"
  handler       = "bootstrap"
  filename      = "placeholder.zip"

  lifecycle {
    ignore_changes = [filename, runtime, architectures, timeout, memory_size]
  }
}

variable "role_arn" {
  type = string
}
