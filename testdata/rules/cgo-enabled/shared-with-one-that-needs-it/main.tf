resource "aws_lambda_function" "parts" {
  for_each         = toset(["intake", "report"])
  function_name    = each.key
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["x86_64"]
  filename         = "out/${each.key}.zip"
  source_code_hash = filebase64sha256("out/${each.key}.zip")
}

variable "role_arn" {
  type = string
}
