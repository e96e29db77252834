resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "sns.amazonaws.com"
}

resource "aws_lambda_permission" "all" {
  action        = "lambda:*"
  function_name = aws_lambda_function.orders.function_name
  principal     = "events.amazonaws.com"
}

resource "aws_lambda_permission" "cdn" {
  action        = "lambda:InvokeFunctionUrl"
  function_name = aws_lambda_function.orders.function_name
  principal     = "cloudfront.amazonaws.com"
}

resource "aws_lambda_permission" "account" {
  action        = "lambda:GetFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "111122223333"
}

resource "aws_lambda_permission" "chosen" {
  action        = var.action
  function_name = aws_lambda_function.orders.function_name
  principal     = "sns.amazonaws.com"
}

variable "role_arn" {
  type = string
}

variable "action" {
  type = string
}
