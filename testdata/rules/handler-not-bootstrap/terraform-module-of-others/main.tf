module "orders" {
  source = "./modules/function"

  name    = "orders"
  runtime = "provided.al2023"
  handler = "main" # want: the handler of orders.this is main
  zip     = "orders.zip"
}

module "pictures" {
  source = "./modules/function"

  name    = "pictures"
  runtime = "nodejs22.x"
  handler = "src/index.handler"
  zip     = "pictures.zip"
}
