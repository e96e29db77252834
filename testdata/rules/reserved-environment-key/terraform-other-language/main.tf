resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  runtime       = "python3.13"
  handler       = "report.run"
  s3_bucket     = "artifacts"
  s3_key        = "report.zip"

  environment {
    variables = { AWS_DEFAULT_REGION = "eu-west-1", STAGE = "test" }
  }
}

variable "role_arn" {
  type = string
}
