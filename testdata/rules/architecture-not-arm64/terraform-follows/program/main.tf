variable "name" {
  type = string
}

variable "architecture" {
  type    = string
  default = "arm64"
}

locals {
  goarch = { arm64 = "arm64", x86_64 = "amd64" }
}

resource "null_resource" "this" {
  provisioner "local-exec" {
    command = "go build -o build/${var.name}/bootstrap ./cmd/${var.name}"

    environment = {
      GOOS   = "linux"
      GOARCH = local.goarch[var.architecture]
    }
  }
}

data "archive_file" "this" {
  type        = "zip"
  source_file = "build/${var.name}/bootstrap"
  output_path = "build/${var.name}.zip"
  depends_on  = [null_resource.this]
}

resource "aws_lambda_function" "this" {
  function_name    = var.name
  role             = "arn:aws:iam::111122223333:role/program"
  filename         = data.archive_file.this.output_path
  source_code_hash = data.archive_file.this.output_base64sha256
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
}
