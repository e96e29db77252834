resource "aws_lambda_function" "welcome" {
  function_name = "welcome"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "welcome.zip"
}

resource "aws_cognito_user_pool" "users" {
  name = "users"

  lambda_config {
    post_confirmation = aws_lambda_function.welcome.arn
  }
}

resource "aws_cognito_user_pool" "staff" {
  name = "staff"
}

resource "aws_lambda_permission" "users" { # want: users lets cognito-idp.amazonaws.com invoke welcome on behalf of anybody
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.welcome.function_name
  principal     = "cognito-idp.amazonaws.com"
}

variable "role_arn" {
  type = string
}
