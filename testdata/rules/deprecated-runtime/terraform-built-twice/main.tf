data "archive_file" "orders" {
  type        = "zip"
  source_file = "${path.module}/bin/orders"
  output_path = "${path.module}/orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  filename         = data.archive_file.orders.output_path
  source_code_hash = data.archive_file.orders.output_base64sha256
  handler          = "orders"
  runtime          = "go1.x" # want: orders runs go1.x
}

variable "role_arn" {
  type = string
}
