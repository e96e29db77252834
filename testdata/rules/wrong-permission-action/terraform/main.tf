resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeAsync" # want: lambda:InvokeAsync does not let sns.amazonaws.com invoke orders
  function_name = aws_lambda_function.orders.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = var.topic_arn
}

resource "aws_lambda_permission" "bucket" {
  action        = "InvokeFunction" # want: InvokeFunction is no action of orders
  function_name = aws_lambda_function.orders.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = var.bucket_arn
}

variable "role_arn" {
  type = string
}

variable "topic_arn" {
  type = string
}

variable "bucket_arn" {
  type = string
}
