locals {
  build = "GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go build -tags lambda.norpc"
}

module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.1"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  architectures = ["arm64"]

  source_path = [{
    path     = path.module
    commands = ["${local.build} -o bootstrap ./cmd/orders", ":zip"]
    patterns = ["!.*", "bootstrap"]
  }]
}

module "mails" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.1"

  function_name = "mails"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  architectures = ["arm64"]

  source_path = [{
    path     = path.module
    commands = ["${local.build} -o mails ./cmd/mails", ":zip"] # want: the binary is called mails, but provided.al2023 of mails starts bootstrap
    patterns = ["!.*", "mails"]
  }]
}
