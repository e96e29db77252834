resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  filename         = "orders.zip"
  source_code_hash = base64sha256(join("", [for f in fileset(path.module, "*.go") : filesha256(f)]))
}

variable "role_arn" {
  type = string
}
