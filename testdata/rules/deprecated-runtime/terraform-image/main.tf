resource "aws_lambda_function" "invoices" {
  function_name = "invoices"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/invoices:3"
  role          = "arn:aws:iam::123456789012:role/invoices"
  runtime       = "provided.al2"
  handler       = "bootstrap"
}
