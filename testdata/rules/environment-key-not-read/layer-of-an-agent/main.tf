resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  layers = [
    "arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:53",
    "arn:aws:lambda:eu-west-1:615299751070:layer:AWSOpenTelemetryDistroPython:25",
    "arn:aws:lambda:eu-west-1:901920570463:layer:aws-otel-collector-amd64-ver-0-117-0:1",
  ]

  environment {
    variables = {
      TABLE_NAME        = "orders"
      OTEL_SERVICE_NAME = "orders"
      RETRIES           = "3" # want: RETRIES of orders is read by nothing
    }
  }
}

resource "aws_lambda_function" "traced" {
  function_name = "traced"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  layers        = ["arn:aws:lambda:eu-west-1:901920570463:layer:aws-otel-collector-amd64-ver-0-117-0:1"]

  environment {
    variables = {
      TABLE_NAME                          = "orders"
      OPENTELEMETRY_COLLECTOR_CONFIG_FILE = "/var/task/collector.yaml"
      EXPORTER_ADDRESS                    = "collector.example.com:4317"
    }
  }
}

variable "role_arn" {
  type = string
}
