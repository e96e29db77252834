variable "role_arn" {
  type = string
}

locals {
  made     = "${path.module}/made"
  settings = "GOOS=linux GOARCH=amd64 CGO_ENABLED=0"
}

resource "terraform_data" "quotes" {
  provisioner "local-exec" {
    command = "cd ${path.module}/quotes && GOOS=linux GOARCH=amd64 go build -o ../made/quotes/bootstrap ." # want: without CGO_ENABLED=0
  }
}

resource "terraform_data" "wages" {
  provisioner "local-exec" {
    command = <<-EOT
      echo "$${PWD}"
      cd ${path.module}/wages && \
        GOOS=linux GOARCH=amd64 go build -o ../made/wages/bootstrap . # want: without CGO_ENABLED=0
    EOT
  }
}

resource "terraform_data" "taxes" {
  provisioner "local-exec" {
    command = "cd ${path.module}/taxes && ${local.settings} go build -o ../made/taxes/bootstrap ."
  }
}

data "archive_file" "package" {
  for_each    = toset(["quotes", "wages", "taxes"])
  type        = "zip"
  source_file = "${local.made}/${each.key}/bootstrap"
  output_path = "${local.made}/${each.key}.zip"
}

resource "aws_lambda_function" "ledger" {
  for_each         = data.archive_file.package
  function_name    = each.key
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["x86_64"]
  filename         = each.value.output_path
  source_code_hash = each.value.output_base64sha256
}
