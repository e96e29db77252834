resource "aws_lambda_function" "worker" {
  function_name    = "worker"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "main"
  filename         = "worker.zip"
  source_code_hash = filebase64sha256("worker.zip")
}

variable "role_arn" {
  type = string
}
