variable "name" {
  type = string
}

variable "variables" {
  type = map(string)
}

module "this" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 7.0"

  function_name  = var.name
  handler        = "bootstrap"
  runtime        = "provided.al2023"
  create_package = false
  s3_existing_package = {
    bucket = "books"
    key    = "${var.name}.zip"
  }

  environment_variables = var.variables
}
