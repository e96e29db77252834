locals {
  longest = 120 # want: place may run for 120 s
}

resource "aws_lambda_function" "place" {
  function_name = "place"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "place.zip"
  timeout       = local.longest
}

resource "aws_lambda_function" "nightly" {
  function_name = "nightly"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "nightly.zip"
  timeout       = local.longest
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_integration" "place" {
  rest_api_id             = aws_api_gateway_rest_api.shop.id
  resource_id             = aws_api_gateway_rest_api.shop.root_resource_id
  http_method             = "POST"
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.place.invoke_arn
}

variable "role_arn" {
  type = string
}
