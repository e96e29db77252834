data "archive_file" "place" {
  type        = "zip"
  source_file = "${path.module}/dist/place"
  output_path = "${path.module}/dist/place.zip"
}

resource "aws_lambda_function" "place" {
  function_name    = "place"
  role             = var.role_arn
  filename         = data.archive_file.place.output_path
  source_code_hash = data.archive_file.place.output_base64sha256
  handler          = "place"
  runtime          = "go1.x" # want: place runs go1.x, refused for new functions since 2024-02-08
}

variable "role_arn" {
  type = string
}
