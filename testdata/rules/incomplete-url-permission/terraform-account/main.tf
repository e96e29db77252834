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

# the policies of the account's own roles may hold the other permission
resource "aws_lambda_permission" "url" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.shop.function_name
  principal              = "111122223333"
  function_url_auth_type = "AWS_IAM"
}

# another trigger's permission has nothing to do with the address
resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.shop.function_name
  principal     = "sns.amazonaws.com"
}

variable "role_arn" {
  type = string
}
