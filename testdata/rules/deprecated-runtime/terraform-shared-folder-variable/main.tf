data "archive_file" "place" {
  type        = "zip"
  source_file = "${path.module}/bin/place"
  output_path = "${path.module}/place.zip"
}

data "archive_file" "cancel" {
  type        = "zip"
  source_file = "${path.module}/bin/cancel"
  output_path = "${path.module}/cancel.zip"
}

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
