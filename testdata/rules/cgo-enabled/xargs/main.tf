resource "aws_lambda_function" "place" {
  function_name = "place"
  role          = "arn:aws:iam::123456789012:role/shop"
  filename      = "place.zip"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
}
