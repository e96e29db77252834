resource "aws_lambda_function" "place" {
  function_name    = "place"
  role             = var.role_arn
  filename         = "place.zip"
  handler          = "bootstrap"
  runtime          = "provided.al2023"
  architectures    = ["x86_64"]
  source_code_hash = filebase64sha256("place.zip")
}

variable "role_arn" {
  type = string
}
