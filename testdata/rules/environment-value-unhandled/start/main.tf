resource "aws_lambda_function" "accept" {
  function_name = "accept"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "accept.zip"

  environment {
    variables = {
      FUNCTION = "accept"
    }
  }
}

resource "aws_lambda_function" "refund" {
  function_name = "refund"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "refund.zip"

  environment {
    variables = {
      FUNCTION = "refunds" # want: FUNCTION of refund is refunds, the code handles accept, refund
    }
  }
}

variable "role_arn" {
  type = string
}
