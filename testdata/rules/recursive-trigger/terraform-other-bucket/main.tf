resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      BUCKET = aws_s3_bucket.thumbnails.id
    }
  }
}

variable "role_arn" {
  type = string
}

resource "aws_s3_bucket" "photos" {
  bucket = "photos"
}

resource "aws_s3_bucket" "thumbnails" {
  bucket = "thumbnails"
}

resource "aws_s3_bucket_notification" "photos" {
  bucket = aws_s3_bucket.photos.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.orders.arn
    events              = ["s3:ObjectCreated:*"]
  }
}
