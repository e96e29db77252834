variable "runtime" {
  default = "go1.x" # want: ^bills\["open"\] runs go1.x
}

module "orders" {
  source  = "acme/lambda/aws"
  version = "3.0.0"

  name    = "orders"
  handler = "orders"
  runtime = "provided.al2" # want: ^orders runs provided.al2, deprecated since 2026-07-31$
}

module "bills" {
  source = "git::https://example.com/modules.git//function?ref=v2"

  for_each = toset(["paid", "open"])

  name    = each.key
  runtime = var.runtime
}

module "reports" {
  source = "acme/lambda/aws"

  runtime = "provided.al2023"
}

module "pages" {
  source = "acme/lambda/aws"

  runtime = "nodejs12.x"
}

module "clusters" {
  source = "acme/cluster/aws"

  runtime = { name = "containerd" }
}

module "nowhere" {
  source = "./nowhere"

  runtime = local.runtime
}
