resource "aws_lambda_function" "place" { # want: runs on x86_64 by default
  function_name    = "place"
  role             = var.role_arn
  filename         = "place.zip"
  handler          = "bootstrap"
  runtime          = "provided.al2023"
  source_code_hash = filebase64sha256("place.zip")
}

variable "role_arn" {
  type = string
}
