resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  timeout       = 3600
  memory_size   = 16384

  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn = var.provider_arn
    }
  }
}

variable "role_arn" {
  type = string
}

variable "provider_arn" {
  type = string
}
