module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "8.8.1"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  source_path   = "main.go" # want: orders deploys main.go, not a program built from it
}
