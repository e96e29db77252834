resource "aws_lambda_function" "lend" {
  function_name = "lend"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "lend.zip"

  environment {
    variables = {
      LOANS_TABLE = "loans"
      LOAN_DAYS   = "14"
    }
  }
}

variable "role_arn" {
  type = string
}
