resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_permission" "address" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.orders.function_name
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "function" {
  action                   = "lambda:InvokeFunction"
  function_name            = aws_lambda_function.orders.function_name
  principal                = "*"
  invoked_via_function_url = true
}

variable "role_arn" {
  type = string
}
