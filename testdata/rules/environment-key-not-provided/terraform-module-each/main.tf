locals {
  functions = {
    orders = { ORDERS_TABLE = "orders" }
    bills  = { BILL_TABLE = "bills" }
  }
}

module "shop" {
  for_each = local.functions
  source   = "terraform-aws-modules/lambda/aws"
  version  = "~> 8.0"

  function_name = "shop-${each.key}"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
  architectures = ["arm64"]

  source_path = [{
    path = path.module
    commands = [
      "CGO_ENABLED=0 GOOS=linux GOARCH=arm64 go build -tags lambda.norpc -o bootstrap ./cmd/${each.key}",
      ":zip bootstrap",
    ]
  }]

  environment_variables = each.value
}
