resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

module "uploads" {
  source  = "terraform-aws-modules/sns/aws"
  version = "~> 7.0"

  name = "uploads"
  subscriptions = {
    orders = {
      protocol = "lambda"
      endpoint = aws_lambda_function.orders.arn
    }
    people = {
      protocol = "email"
      endpoint = "orders@example.com"
    }
  }
}

resource "aws_lambda_permission" "uploads" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = module.uploads.topic_arn
}

variable "role_arn" {
  type = string
}
