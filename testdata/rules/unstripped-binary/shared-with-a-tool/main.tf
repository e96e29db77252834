resource "aws_lambda_function" "intake" {
  function_name    = "intake"
  role             = var.role_arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["x86_64"]
  filename         = "out/intake.zip"
  source_code_hash = filebase64sha256("out/intake.zip")
}

variable "role_arn" {
  type = string
}
