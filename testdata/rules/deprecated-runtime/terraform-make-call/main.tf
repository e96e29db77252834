resource "aws_lambda_function" "place" {
  function_name = "place"
  role          = var.role_arn
  filename      = "place.zip"
  handler       = "place"
  runtime       = "go1.x" # want: runs go1.x, refused for new functions since 2024-02-08
}

resource "aws_lambda_function" "cancel" {
  function_name = "cancel"
  role          = var.role_arn
  filename      = "cancel.zip"
  handler       = "cancel"
  runtime       = "go1.x" # want: runs go1.x, refused for new functions since 2024-02-08
}

variable "role_arn" {
  type = string
}
