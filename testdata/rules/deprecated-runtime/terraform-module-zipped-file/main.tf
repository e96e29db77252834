module "place" {
  source        = "terraform-aws-modules/lambda/aws"
  version       = "8.1.0"
  function_name = "place"
  handler       = "place"
  runtime       = "go1.x" # want: runs go1.x, refused for new functions since 2024-02-08

  source_path = [{
    path     = path.module
    commands = ["GOOS=linux go build -o place .", ":zip ./place"]
  }]
}
