resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "${var.registry}/orders:latest"
}

variable "role_arn" {
  type = string
}

variable "registry" {
  type = string
}
