resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

variable "role_arn" {
  type = string
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"

  endpoint_configuration {
    types = ["PRIVATE"]
  }

  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "shop", version = "1" }
    paths = {
      "/orders" = {
        get = {
          x-amazon-apigateway-integration = {
            httpMethod = "POST"
            type       = "aws_proxy"
            uri        = aws_lambda_function.orders.invoke_arn
          }
        }
        post = {
          security = [{ users = [] }]
          x-amazon-apigateway-integration = {
            httpMethod = "POST"
            type       = "aws_proxy"
            uri        = aws_lambda_function.orders.invoke_arn
          }
        }
        put = {
          x-amazon-apigateway-auth = { type = "AWS_IAM" }
          x-amazon-apigateway-integration = {
            httpMethod = "POST"
            type       = "aws_proxy"
            uri        = aws_lambda_function.orders.invoke_arn
          }
        }
        options = {
          x-amazon-apigateway-integration = { type = "mock" }
        }
      }
    }
  })
}
