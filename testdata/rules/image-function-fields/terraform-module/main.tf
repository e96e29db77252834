module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "8.8.1"

  function_name = "orders"
  runtime       = "provided.al2023"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
}
