include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}/modules/worker"
}

inputs = {
  name    = "receipt-worker"
  package = "${get_repo_root()}/dist/worker.zip"
  runtime = "provided.al2"
  handler = "worker"

  environment = {
    RECEIPTS_TABLE = "receipts"
    PRINTER_TOKEN  = "tR7!vq2#Lm9$Zx4w"
    LEGACY_PRINTER = "lp0"
    AWS_REGION     = "eu-west-1"
  }

  queue = {
    name               = "receipts"
    visibility_timeout = 30
  }
}
