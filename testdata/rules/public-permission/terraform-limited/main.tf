resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_permission" "orders" {
  action           = "lambda:InvokeFunction"
  function_name    = aws_lambda_function.orders.function_name
  principal        = "*"
  principal_org_id = "o-abcde12345"
}

variable "role_arn" {
  type = string
}
