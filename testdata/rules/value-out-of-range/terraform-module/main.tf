module "orders" {
  source         = "terraform-aws-modules/lambda/aws"
  function_name  = "orders"
  runtime        = "provided.al2023"
  handler        = "bootstrap"
  memory_size    = 12000 # want: orders is given 12000 MB of memory, 128 to 10240 are allowed
  create_package = false

  local_existing_package = "orders.zip"
}
