variable "role_arn" {
  type = string
}

locals {
  output = abspath("${path.root}/build/orders")
}

resource "terraform_data" "build" {
  provisioner "local-exec" {
    working_dir = abspath("${path.root}/..")
    command     = "go build -o ${local.output}/bootstrap ./cmd/orders"
    environment = {
      GOOS        = "linux"
      GOARCH      = "amd64" # want: makes a binary that orders can't run on arm64
      CGO_ENABLED = "0"
    }
  }
}

data "archive_file" "orders" {
  type        = "zip"
  source_file = "${local.output}/bootstrap"
  output_path = "${path.module}/build/orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["arm64"]
  filename         = data.archive_file.orders.output_path
  source_code_hash = data.archive_file.orders.output_base64sha256
}
