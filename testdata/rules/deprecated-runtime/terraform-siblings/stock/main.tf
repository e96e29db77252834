resource "aws_lambda_function" "place" {
  function_name = "place"
  role          = "arn:aws:iam::123456789012:role/stock"
  filename      = "place.zip"
  handler       = "place"
  runtime       = "go1.x" # want: runs go1.x, refused for new functions since 2024-02-08
}
