resource "aws_lambda_function" "shop" {
  function_name = "shop"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "shop.zip"
}

resource "aws_lambda_function_url" "shop" {
  function_name      = aws_lambda_function.shop.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_permission" "url" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.shop.function_name
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "other" {
  action        = var.action
  function_name = aws_lambda_function.shop.function_name
  principal     = "*"
}

variable "role_arn" {
  type = string
}

variable "action" {
  type = string
}
