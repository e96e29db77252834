module "api" {
  source       = "./program"
  name         = "api"
  architecture = "x86_64" # want: api.this runs on x86_64, the same duration costs 20 % less on arm64
}

module "worker" {
  source = "./program"
  name   = "worker"
}

locals {
  processor = "x86_64" # want: mails runs on x86_64, the same duration costs 20 % less on arm64
  goarch    = local.processor == "arm64" ? "arm64" : "amd64"
}

resource "null_resource" "mails" {
  provisioner "local-exec" {
    command = "GOOS=linux GOARCH=${local.goarch} go build -o build/mails/bootstrap ./cmd/mails"
  }
}

data "archive_file" "mails" {
  type        = "zip"
  source_file = "build/mails/bootstrap"
  output_path = "build/mails.zip"
  depends_on  = [null_resource.mails]
}

resource "aws_lambda_function" "mails" {
  function_name    = "mails"
  role             = "arn:aws:iam::111122223333:role/mails"
  filename         = data.archive_file.mails.output_path
  source_code_hash = data.archive_file.mails.output_base64sha256
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [local.processor]
}
