resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  tags          = { speed = "fast" }

  environment {
    variables = { speed = "fast" }
  }

  tracing_config {
    mode = "Active"
  }

  timeouts {
    create = "5m"
  }

  lifecycle {
    ignore_changes = [memory_size]
  }

  dynamic "vpc_config" {
    for_each = var.subnets
    content {
      subnet_ids         = vpc_config.value
      security_group_ids = []
    }
  }
}

variable "subnets" {
  type = list(list(string))
}

resource "aws_instance" "machine" {
  speed = 256
}

variable "role_arn" {
  type = string
}
