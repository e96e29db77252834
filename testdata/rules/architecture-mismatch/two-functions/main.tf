resource "aws_lambda_function" "orders" {
  for_each = toset(["staging", "live"])

  function_name    = "orders-${each.key}"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["arm64"]
  filename         = "dist/orders.zip"
  source_code_hash = filebase64sha256("dist/orders.zip")
}

variable "role_arn" {
  type = string
}
