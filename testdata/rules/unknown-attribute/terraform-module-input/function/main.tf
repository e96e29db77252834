variable "name" {
  type = string
}

variable "memory_size" {
  type    = number
  default = 256
}

variable "timeout" {
  type    = number
  default = 10
}

variable "role_arn" {
  type    = string
  default = "arn:aws:iam::123456789012:role/orders"
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "${var.name}.zip"
  memory_size   = var.memory_size
  timeout       = var.timeout
}
