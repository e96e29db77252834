resource "aws_lambda_function" "desk" {
  function_name = "desk"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "desk.zip"

  environment {
    variables = {
      COUNTER = "4"
    }
  }
}

variable "role_arn" {
  type = string
}
