module "bills" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "bills"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
  architectures = ["arm64"]
  source_path   = path.module

  enviroment_variables = {
    BILLS_TABLE = "bills"
  }
}
