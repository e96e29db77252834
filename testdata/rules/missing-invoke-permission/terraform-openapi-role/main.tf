resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "shop", version = "1" }
    paths = {
      "/orders" = {
        get = {
          x-amazon-apigateway-integration = {
            type        = "aws_proxy"
            httpMethod  = "POST"
            credentials = var.role_arn
            uri         = aws_lambda_function.orders.invoke_arn
          }
        }
      }
    }
  })
}

variable "role_arn" {
  type = string
}
