locals {
  memory = {
    place  = 256
    cancel = 512
  }
}

resource "aws_lambda_function" "this" {
  for_each      = local.memory
  function_name = "shop-${each.key}"
  role          = var.role_arn
  filename      = "${path.module}/dist/${each.key}.zip"
  handler       = each.key
  runtime       = "go1.x" # want: runs go1.x, refused for new functions since 2024-02-08
  memory_size   = each.value
}

variable "role_arn" {
  type = string
}
