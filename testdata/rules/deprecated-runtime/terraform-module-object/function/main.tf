variable "settings" {
  type = object({
    name   = string
    folder = string
  })
}

resource "terraform_data" "build" {
  provisioner "local-exec" {
    command = "cd ${var.settings.folder} && GOOS=linux go build -o build/${var.settings.name}"
  }
}

data "archive_file" "package" {
  type        = "zip"
  source_dir  = "${var.settings.folder}/build"
  output_path = "packages/${var.settings.name}.zip"
}

resource "aws_lambda_function" "this" {
  function_name = var.settings.name
  role          = "arn:aws:iam::123456789012:role/shop"
  filename      = data.archive_file.package.output_path
  handler       = var.settings.name
  runtime       = "go1.x" # want: runs go1.x, refused for new functions since 2024-02-08
}
