resource "aws_lambda_function" "doors" {
  function_name = "doors"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "doors.zip"

  environment {
    variables = {
      FLOOR = "doors"
    }
  }
}

variable "role_arn" {
  type = string
}
