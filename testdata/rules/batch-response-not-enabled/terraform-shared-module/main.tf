resource "aws_lambda_function" "worker" {
  for_each = toset(["orders", "returns"])

  function_name    = each.key
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["arm64"]
  filename         = "dist/${each.key}.zip"
  source_code_hash = filebase64sha256("dist/${each.key}.zip")
}

module "queue" {
  source   = "./queue"
  for_each = aws_lambda_function.worker

  function = each.value.arn
  queue    = "arn:aws:sqs:eu-west-1:123456789012:${each.key}"
}

variable "role_arn" {
  type = string
}
