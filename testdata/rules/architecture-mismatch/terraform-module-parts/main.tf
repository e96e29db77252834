locals {
  build = "CGO_ENABLED=0 go build -tags lambda.norpc"
}

module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
  architectures = ["arm64"]

  source_path = [{
    path = path.module
    commands = [
      "go vet ./...",
      "GOOS=linux GOARCH=amd64 ${local.build} -o bootstrap .", # want: GOARCH=amd64 makes a binary that orders can't run on arm64
      ":zip bootstrap",
    ]
  }]
}
