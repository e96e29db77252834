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
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_permission" "cdn" {
  action                   = "lambda:InvokeFunction" # want: calls to the address of shop also need lambda:InvokeFunctionUrl
  function_name            = aws_lambda_function.shop.function_name
  principal                = "cloudfront.amazonaws.com"
  source_arn               = var.distribution_arn
  invoked_via_function_url = true
}

variable "role_arn" {
  type = string
}

variable "distribution_arn" {
  type = string
}
