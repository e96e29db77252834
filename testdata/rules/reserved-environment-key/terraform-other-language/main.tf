resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  runtime       = "python3.13"
  handler       = "report.run"
  s3_bucket     = "artifacts"
  s3_key        = "report.zip"

  environment {
    variables = { AWS_DEFAULT_REGION = "eu-west-1", STAGE = "test" } # want: AWS_DEFAULT_REGION of report is reserved
  }
}

variable "role_arn" {
  type = string
}
