resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.orders.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

variable "role_arn" {
  type = string
}

resource "aws_lambda_resource_policy" "orders" {
  resource_arn = aws_lambda_function.orders.arn
  policy       = file("${path.module}/callers.json")
}
