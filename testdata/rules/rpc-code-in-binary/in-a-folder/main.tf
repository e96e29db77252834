resource "aws_lambda_function" "program" {
  for_each = toset(["a", "b", "c"])

  function_name    = each.key
  role             = var.role_arn
  filename         = data.archive_file.package[each.key].output_path
  handler          = "bootstrap"
  runtime          = "provided.al2023"
  architectures    = ["arm64"]
  source_code_hash = data.archive_file.package[each.key].output_base64sha256
}

data "archive_file" "package" {
  for_each = toset(["a", "b", "c"])

  type        = "zip"
  source_file = "${path.module}/${each.key}/bootstrap"
  output_path = "${path.module}/${each.key}.zip"
}

variable "role_arn" {
  type = string
}
