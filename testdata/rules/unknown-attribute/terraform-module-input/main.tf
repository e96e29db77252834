module "orders" {
  source   = "./function"
  for_each = toset(["api", "worker"])

  name   = "orders-${each.key}"
  memory = 512 # want: orders has no attribute memory$
  timout = 20  # want: orders has no attribute timout, timeout is near
}

module "tables" {
  source = "./tables"
  nmae   = "orders"
}

module "elsewhere" {
  source = "example.com/modules/function"
  memory = 512
}
