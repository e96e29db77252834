resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = data.archive_file.orders.output_path
  source_code_hash = data.archive_file.orders.output_base64sha256
}

data "archive_file" "orders" {
  type        = "zip"
  source_file = "main.go" # want: orders deploys main.go, not a program built from it
  output_path = "orders.zip"
}

variable "role_arn" {
  type = string
}
