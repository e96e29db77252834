resource "aws_lambda_function" "place" {
  function_name = "place"
  role          = var.role_arn
  filename      = "dist/place.zip"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
}

variable "role_arn" {
  type = string
}
